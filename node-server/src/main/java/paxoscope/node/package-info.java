/**
 * A node: one process with one mailbox thread around a pure {@link paxoscope.protocol.Participant}.
 * It receives, handles, makes durable, records what happened and hands messages to its gate, which
 * holds and releases them. It decides no order: that is what the gate is there for.
 *
 * <p>What touches the state or the disk runs on the {@link paxoscope.node.Mailbox}; calls to other
 * nodes run beside it and come back to it. This package knows of no socket, HTTP or XML.
 */
package paxoscope.node;
