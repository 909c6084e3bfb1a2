package paxoscope.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which word somebody meant. */
final class Near {

  private static final int SHORT_WORD = 4;

  private Near() {}

  /**
   * The end of a complaint about a word.
   *
   * @param word what stands there
   * @param known what could stand there
   * @return such as {@code " Did you mean S3?"}; empty text if nothing is like it
   */
  static String question(String word, Collection<String> known) {
    return to(word, known).map(meant -> " Did you mean " + meant + "?").orElse("");
  }

  /**
   * The known word that is most like another.
   *
   * @param word any word
   * @param known the known words
   * @return the one with the fewest letters changed, left out, added or swapped; empty if that
   *     would be many
   */
  static Optional<String> to(String word, Collection<String> known) {
    int most = Math.min(word.length() - 1, word.length() <= SHORT_WORD ? 1 : 2);
    return known.stream()
        .filter(one -> distance(word, one) <= most)
        .min(Comparator.comparingInt(one -> distance(word, one)));
  }

  private static int distance(String word, String other) {
    return changes(word.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }

  private static int changes(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int cheapest(int[][] cost, String one, String other, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
