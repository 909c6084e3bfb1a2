package paxoscope.trace;

import java.util.List;

/**
 * What a message depends on, and what depends on it. Both are whole stretches of each server's
 * time: what a server did until a step, and what it did from a step on.
 *
 * @param message the message
 * @param pastUntil for each server the last step at which something happened there that the message
 *     depends on; {@link #NEVER_BEFORE} for none
 * @param futureFrom for each server the first step at which something happened there that depends
 *     on the message; {@link #NEVER_AFTER} for none
 */
public record CausalCone(Passage message, List<Integer> pastUntil, List<Integer> futureFrom) {

  /** Earlier than every step. */
  public static final int NEVER_BEFORE = -1;

  /** Later than every step. */
  public static final int NEVER_AFTER = Integer.MAX_VALUE;

  /** Keeps own copies. */
  public CausalCone {
    pastUntil = List.copyOf(pastUntil);
    futureFrom = List.copyOf(futureFrom);
  }

  /**
   * Whether the message depends on another one.
   *
   * @param other a message of the same run
   * @return true if the other arrived before this one was sent, as far as its sender can know
   */
  public boolean isPast(Passage other) {
    return other.arrived()
        && other.endStep() <= pastUntil.get(other.content().to().number() - 1)
        && other.serial() != message.serial();
  }

  /**
   * Whether another message depends on this one.
   *
   * @param other a message of the same run
   * @return true if the other was sent after this one arrived, as far as its sender can know
   */
  public boolean isFuture(Passage other) {
    return other.sentStep() >= futureFrom.get(other.content().from().number() - 1)
        && other.serial() != message.serial();
  }

  /**
   * Whether another message is the same, its cause or its effect.
   *
   * @param other a message of the same run
   * @return false if the two have nothing to do with each other
   */
  public boolean contains(Passage other) {
    return other.serial() == message.serial() || isPast(other) || isFuture(other);
  }
}
