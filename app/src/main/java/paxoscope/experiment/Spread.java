package paxoscope.experiment;

import java.util.List;
import java.util.Optional;

/**
 * How many rounds the duels took at one position of the dial.
 *
 * @param randomness the position, in per cent
 * @param decided the rounds of those that were decided, in ascending order
 * @param undecided how many were not decided within the bound
 */
public record Spread(int randomness, List<Integer> decided, int undecided) {

  /** Keeps an own copy, in order. */
  public Spread {
    decided = decided.stream().sorted().toList();
  }

  /**
   * How many duels there are.
   *
   * @return decided or not
   */
  public int count() {
    return decided.size() + undecided;
  }

  /**
   * Within how many rounds a share of the duels was decided, by the nearest rank: it is always a
   * number that one of them really took.
   *
   * @param share above 0, up to 1; a half for the median
   * @return the rounds; empty if less than this share was decided, or there is no duel
   */
  public Optional<Integer> within(double share) {
    int rank = (int) Math.ceil(share * count());
    return rank < 1 || rank > decided.size()
        ? Optional.empty()
        : Optional.of(decided.get(rank - 1));
  }

  /**
   * The middle one.
   *
   * @return the rounds; empty if it is undecided, or there is no duel
   */
  public Optional<Integer> median() {
    return within(0.5);
  }
}
