/**
 * The cluster for real: node processes that this program starts, and nodes that already run
 * elsewhere. Decides no order; calls nodes through {@link paxoscope.rpc.NodeApi} only.
 */
package paxoscope.cluster;
