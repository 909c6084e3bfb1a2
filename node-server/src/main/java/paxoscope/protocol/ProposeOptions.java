package paxoscope.protocol;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a value is to be proposed.
 *
 * @param attempts how many rounds to try at most, 1 or more
 * @param backoff how long to wait between two rounds
 * @param to the servers to ask; empty for all. It must hold a quorum, else no round could succeed
 * @param firstRound the first round to use; empty for one above the highest seen
 */
public record ProposeOptions(
    int attempts, Backoff backoff, Set<ServerId> to, Optional<Integer> firstRound) {

  /** Ten attempts with random waits, at all servers. */
  public static final ProposeOptions DEFAULT =
      new ProposeOptions(10, Backoff.RANDOM, Set.of(), Optional.empty());

  /** How long a proposer waits before its next round. */
  public enum Backoff {
    /** A random time that grows with the attempts: the cure for livelock. */
    RANDOM,
    /**
     * No time at all: two such proposers can overtake each other for ever. From the 51st round on a
     * second, so that one which can never succeed leaves its processor to others.
     */
    NONE
  }

  /**
   * Checks the ranges and keeps an own, ordered copy of the set.
   *
   * @throws IllegalArgumentException with one clear line if a number is below 1
   */
  public ProposeOptions {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be 1 or more, not " + attempts + ".");
    }
    if (firstRound.isPresent() && firstRound.get() < 1) {
      throw new IllegalArgumentException("round must be 1 or more, not " + firstRound.get() + ".");
    }
    to = Collections.unmodifiableSet(new TreeSet<>(to));
  }
}
