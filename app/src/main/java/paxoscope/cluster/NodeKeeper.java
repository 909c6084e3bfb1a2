package paxoscope.cluster;

import java.util.Optional;
import paxoscope.protocol.ServerId;

/** Whoever can kill the processes of the nodes and start them again. */
interface NodeKeeper extends AutoCloseable {

  /**
   * Kills a node's process and returns when it is gone. Does nothing if it is gone already.
   *
   * @param server the node
   */
  void crash(ServerId server);

  /**
   * Starts a node's process again on its data folder, or waits until somebody has done so, and
   * returns when it answers.
   *
   * @param server the node
   */
  void recover(ServerId server);

  /**
   * How a person starts this node by hand.
   *
   * @param server the node
   * @return the command to type; empty if the keeper starts it itself
   */
  Optional<String> commandToRecover(ServerId server);

  /** Ends the processes that the keeper has started, and removes what they leave behind. */
  @Override
  void close();
}
