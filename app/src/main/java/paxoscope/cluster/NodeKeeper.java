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
   * Whether a node's process is known to have ended.
   *
   * @param server the node
   * @return false if it runs, or if the keeper cannot know
   */
  boolean hasEnded(ServerId server);

  /**
   * How a person starts this node by hand.
   *
   * @param server the node
   * @return the command to type; empty if the keeper starts it itself
   */
  Optional<String> commandToRecover(ServerId server);

  /**
   * Stops a node's process where it stands.
   *
   * @param server the node
   */
  void pause(ServerId server);

  /**
   * Lets a stopped process go on. Does nothing if it was not stopped.
   *
   * @param server the node
   */
  void resume(ServerId server);

  /**
   * How a person stops this node's process, or lets it go on.
   *
   * @param server the node
   * @param pause true to stop it
   * @return the command to type there; empty if the keeper does it itself
   */
  Optional<String> commandToPause(ServerId server, boolean pause);

  /** Ends the processes that the keeper has started, and removes what they leave behind. */
  @Override
  void close();
}
