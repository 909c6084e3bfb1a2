package paxoscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;

/**
 * How many envelopes each stack shows: as many as it wants, and where stacks would cover one
 * another or a card, fewer. The rest is told in a line below.
 *
 * @param places where the stacks wait
 */
record EnvelopeRoom(EnvelopePlaces places) {

  private static final int FEWEST = 1;

  /** Knows how large a stack is. */
  @FunctionalInterface
  interface Sizes {

    /**
     * The size of a stack.
     *
     * @param stack which, from 0
     * @param rows how many envelopes it shows
     * @return the size; of no width for nothing
     */
    Dimension2D of(int stack, int rows);
  }

  /**
   * What fits.
   *
   * @param rows how many envelopes each stack shows
   * @param bounds where the stacks are
   */
  record Fit(List<Integer> rows, List<Bounds> bounds) {}

  /**
   * Finds what fits.
   *
   * @param wanted how many envelopes each stack wants to show
   * @param sizes how large the stacks are
   * @return what fits; if nothing does, the fewest
   */
  Fit of(List<Integer> wanted, Sizes sizes) {
    List<Integer> rows = new ArrayList<>(wanted);
    while (true) {
      List<Bounds> bounds =
          places.of(
              IntStream.range(0, rows.size()).mapToObj(i -> sizes.of(i, rows.get(i))).toList());
      List<Integer> crowded = which(rows, i -> rows.get(i) > 0 && covers(i, rows, bounds));
      // Where those that lack room cannot give any, the others do.
      List<Integer> giving =
          crowded.stream().allMatch(i -> rows.get(i) <= FEWEST)
              ? which(rows, i -> !crowded.isEmpty() && rows.get(i) > FEWEST)
              : crowded;
      if (giving.isEmpty()) {
        return new Fit(rows, bounds);
      }
      int most = giving.stream().mapToInt(rows::get).max().getAsInt();
      giving.stream().filter(i -> rows.get(i) == most).forEach(i -> rows.set(i, most - 1));
    }
  }

  private static List<Integer> which(List<Integer> rows, IntPredicate condition) {
    return IntStream.range(0, rows.size()).filter(condition).boxed().toList();
  }

  private boolean covers(int stack, List<Integer> rows, List<Bounds> bounds) {
    Bounds own = bounds.get(stack);
    return IntStream.range(0, bounds.size())
        .anyMatch(
            other ->
                own.intersects(places.ring().card(other))
                    || other != stack && rows.get(other) > 0 && own.intersects(bounds.get(other)));
  }
}
