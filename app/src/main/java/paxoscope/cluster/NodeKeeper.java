package paxoscope.cluster;

import paxoscope.director.NodeProcesses;

/** Keeps the processes of the nodes for as long as a cluster is used. */
interface NodeKeeper extends NodeProcesses, AutoCloseable {

  /** Ends the processes that the keeper has started, and removes what they leave behind. */
  @Override
  void close();
}
