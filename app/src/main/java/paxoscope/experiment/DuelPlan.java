package paxoscope.experiment;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import paxoscope.scenario.ScriptStep;

/**
 * What an experiment is to measure.
 *
 * @param repeats how many duels at each position of the dial
 * @param seed where the seeds of the duels come from
 * @param dial the positions: how random the waits are, in per cent, in ascending order
 * @param bound after so many rounds a duel is given up as undecided
 */
public record DuelPlan(int repeats, int seed, List<Integer> dial, int bound) {

  /** More would keep a class waiting, and show nothing else. */
  public static final int MOST_REPEATS = 100;

  /** More rounds than any duel with random waits takes. */
  public static final int MOST_ROUNDS = 40;

  /** What is measured if nobody asks for something else. */
  public static final DuelPlan USUAL =
      new DuelPlan(10, 1, IntStream.rangeClosed(0, 10).mapToObj(tenth -> 10 * tenth).toList(), 12);

  private static final int SEEDS = 1_000_000_000;

  /**
   * Keeps an own copy, in order and each position once.
   *
   * @throws IllegalArgumentException with one clear line if a number is out of range
   */
  public DuelPlan {
    require("repeats", repeats, 1, MOST_REPEATS);
    require("seed", seed, 0, SEEDS - 1);
    require("bound", bound, 2, MOST_ROUNDS);
    if (dial.isEmpty()) {
      throw new IllegalArgumentException("dial needs a position at least, such as dial=0,50,100.");
    }
    for (int position : dial) {
      require("dial", position, 0, ScriptStep.Cure.FULL_RANDOMNESS);
    }
    dial = dial.stream().sorted().distinct().toList();
  }

  private static void require(String name, int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d, not %d.".formatted(name, least, most, number));
    }
  }

  /**
   * The seeds of the duels. They are the same at each position of the dial, so that what differs
   * from one position to the next comes from the dial alone.
   *
   * @return one for each repeat
   */
  public List<Integer> seeds() {
    return new Random(seed).ints(repeats, 0, SEEDS).boxed().toList();
  }

  /**
   * How many duels that makes.
   *
   * @return repeats times positions
   */
  public int duels() {
    return repeats * dial.size();
  }
}
