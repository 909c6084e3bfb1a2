package paxoscope.trace;

import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/**
 * What was decided from outside the nodes at one step of a run. The same list of decisions on fresh
 * nodes gives the same run, apart from wall times and incarnations.
 */
public sealed interface Decision {

  /**
   * All servers forget everything; a new run begins.
   *
   * @param run the id of the new run
   */
  record Restart(String run) implements Decision {}

  /**
   * A client asks a server to propose.
   *
   * @param server the proposer
   * @param value the client's value
   * @param options how to propose
   */
  record Propose(ServerId server, Value value, ProposeOptions options) implements Decision {}

  /**
   * A message is handed to its receiver.
   *
   * @param item the message
   */
  record Deliver(ItemName item) implements Decision {}

  /**
   * A timer fires.
   *
   * @param item the timer
   */
  record Fire(ItemName item) implements Decision {}

  /**
   * A message is lost.
   *
   * @param item the message
   */
  record Drop(ItemName item) implements Decision {}

  /**
   * A message is doubled.
   *
   * @param item the message
   */
  record Duplicate(ItemName item) implements Decision {}

  /**
   * A message that its sender does not have any more (it died, or restarted) arrives all the same.
   *
   * @param item the message
   */
  record Resend(ItemName item) implements Decision {}

  /**
   * A server's process is killed.
   *
   * @param server the server
   */
  record Crash(ServerId server) implements Decision {}

  /**
   * A server's process is started again, with what is on its disk.
   *
   * @param server the server
   */
  record Recover(ServerId server) implements Decision {}

  /**
   * A server's process is stopped where it stands, alive and with all that it has in memory.
   *
   * @param server the server
   */
  record Pause(ServerId server) implements Decision {}

  /**
   * A server's process that was stopped goes on.
   *
   * @param server the server
   */
  record Resume(ServerId server) implements Decision {}

  /**
   * From now on a message over this link is lost.
   *
   * @param link the link
   */
  record Cut(Link link) implements Decision {}

  /**
   * From now on messages over this link arrive again.
   *
   * @param link the link
   */
  record Heal(Link link) implements Decision {}

  /** Nobody here decided: the nodes acted on their own, or for another client. */
  record Observed() implements Decision {}
}
