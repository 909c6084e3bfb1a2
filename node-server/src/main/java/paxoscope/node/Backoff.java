package paxoscope.node;

import java.util.random.RandomGenerator;
import paxoscope.protocol.ProposeOptions;

/** How long a proposer waits before its next round. */
final class Backoff {

  private static final int FIRST_WINDOW_MILLIS = 50;
  private static final int LARGEST_WINDOW_MILLIS = 1_000;

  /** A proposal that fails so often without a wait will hardly ever be done, and must not spin. */
  private static final int MOST_WITHOUT_WAIT = 50;

  private Backoff() {}

  /**
   * Draws a wait.
   *
   * @param kind how to wait
   * @param attempt how many rounds have failed, from 1; the window doubles with each
   * @param random where chance comes from
   * @return 0 to 1000 milliseconds
   */
  static int millis(ProposeOptions.Backoff kind, int attempt, RandomGenerator random) {
    return switch (kind) {
      case NONE -> attempt <= MOST_WITHOUT_WAIT ? 0 : LARGEST_WINDOW_MILLIS;
      case RANDOM -> random.nextInt(window(attempt) + 1);
    };
  }

  private static int window(int attempt) {
    int doublings = Math.min(attempt - 1, 10);
    return Math.min(LARGEST_WINDOW_MILLIS, FIRST_WINDOW_MILLIS << doublings);
  }
}
