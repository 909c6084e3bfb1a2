package paxoscope.director;

import java.util.Random;
import java.util.function.IntSupplier;
import paxoscope.scenario.ScriptStep;

/**
 * How long the proposers of a livelock wait before their next rounds: one part that is the same for
 * both, and one that is drawn from a seed. A dial says how much is drawn. The draws do not depend
 * on the dial, so that with more of them, and the same seed, a duel never takes longer.
 */
final class Waits {

  /** How long a round of messages takes in the model that the waits are compared with. */
  static final int ROUND_MILLIS = 20;

  /** Too short to let anybody through: equal waits alone change nothing. */
  private static final int EQUAL_MILLIS = ROUND_MILLIS / 2;

  /** Long enough for any duel; a wider window would not fit into a number. */
  private static final int WIDEST_MILLIS = 2 * ROUND_MILLIS << 20;

  private final int seed;
  private final IntSupplier dial;
  private final Random random;
  private int windowMillis = 2 * ROUND_MILLIS;

  /**
   * One wait.
   *
   * @param millis how long it takes
   * @param equalMillis how much of it is the same for both proposers
   * @param drawnMillis how much of it is drawn
   * @param windowMillis the drawn part was below this
   * @param randomness what the dial stood at, in per cent
   */
  record Wait(int millis, int equalMillis, int drawnMillis, int windowMillis, int randomness) {

    /** Whether it is over before what the other proposer has sent arrives. */
    boolean overtakes() {
      return millis < ROUND_MILLIS;
    }
  }

  /**
   * Waits of which none is drawn yet.
   *
   * @param seed where they come from
   * @param dial how much of them is drawn, 0 to 100 per cent, asked at each
   */
  Waits(int seed, IntSupplier dial) {
    this.seed = seed;
    this.dial = dial;
    this.random = new Random(seed);
  }

  /** Draws the next one; the one after it is drawn from a window twice as wide. */
  Wait next() {
    int randomness = dial.getAsInt();
    int drawn = random.nextInt(windowMillis);
    int full = ScriptStep.Cure.FULL_RANDOMNESS;
    long equalShare = (long) (full - randomness) * EQUAL_MILLIS;
    long drawnShare = (long) randomness * drawn;
    int millis = (int) ((equalShare + drawnShare) / full);
    int equalMillis = (int) (equalShare / full);
    Wait wait =
        new Wait(
            millis,
            equalMillis,
            millis - equalMillis,
            (int) ((long) randomness * windowMillis / full),
            randomness);
    windowMillis = Math.min(2 * windowMillis, WIDEST_MILLIS);
    return wait;
  }

  int randomness() {
    return dial.getAsInt();
  }

  int seed() {
    return seed;
  }
}
