package paxoscope.node;

import paxoscope.protocol.DurableState;

/**
 * What a node must not forget in a crash.
 *
 * @param durable what the protocol asks to remember
 * @param run the run the node is in; empty text if none is named
 * @param incarnation how many times the node's process has started, 0 before the first
 */
public record StoredState(DurableState durable, String run, int incarnation) {

  /** The longest name of a run, in characters: a record on the disk has room for it. */
  public static final int MAXIMUM_RUN_LENGTH = 200;

  /** A node that has never run. */
  public static final StoredState EMPTY = new StoredState(DurableState.INITIAL, "", 0);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException with one clear line
   */
  public StoredState {
    if (run.length() > MAXIMUM_RUN_LENGTH) {
      throw new IllegalArgumentException(
          "The name of a run has at most " + MAXIMUM_RUN_LENGTH + " characters.");
    }
    if (incarnation < 0) {
      throw new IllegalArgumentException("An incarnation is 0 or more, not " + incarnation + ".");
    }
  }
}
