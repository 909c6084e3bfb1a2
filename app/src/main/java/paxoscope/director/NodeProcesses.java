package paxoscope.director;

import java.util.Optional;
import paxoscope.protocol.ServerId;

/**
 * Whoever can end, stop and start the processes of the nodes, or tells a person how to do it.
 * Throws {@link ClusterException} with one clear line where that cannot be done.
 */
public interface NodeProcesses {

  /**
   * Kills a node's process and returns when it is gone. Does nothing if it is gone already.
   *
   * @param server the node
   */
  void crash(ServerId server);

  /**
   * Starts a node's process again and waits until it answers. For a node that this program did not
   * start, it waits for a person to do so.
   *
   * @param server the node
   */
  void recover(ServerId server);

  /**
   * Whether it is known that a node's process has ended: of a process that this program has
   * started. Of any other that does not answer, nobody here can know it.
   *
   * @param server a node that does not answer
   * @return true if it has ended, whoever has ended it
   */
  boolean hasEnded(ServerId server);

  /**
   * How a person starts this node by hand.
   *
   * @param server the node
   * @return the command to type there; empty if this program starts it itself
   */
  Optional<String> commandToRecover(ServerId server);

  /**
   * Stops a node's process where it stands: alive, with all that it has in memory, and deaf.
   *
   * @param server the node
   */
  void pause(ServerId server);

  /**
   * Lets a node's process that was stopped go on. Does nothing if it was not stopped.
   *
   * @param server the node
   */
  void resume(ServerId server);

  /**
   * How a person stops this node's process, or lets it go on, by hand.
   *
   * @param server the node
   * @param pause true to stop it, false to let it go on
   * @return the command to type there; empty if this program does it itself
   */
  Optional<String> commandToPause(ServerId server, boolean pause);
}
