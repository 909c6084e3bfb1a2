package paxoscope.ui.model;

import java.util.Optional;
import paxoscope.narration.Narrator;
import paxoscope.trace.ReplayKey;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceDifference;

/**
 * Two runs side by side, step by step.
 *
 * @param name what the one is called
 * @param one the run that is shown in the window
 * @param otherName what the other is called
 * @param other the run it is compared with
 * @param difference where they first differ
 */
public record RunPair(
    String name, Trace one, String otherName, Trace other, Optional<TraceDifference> difference) {

  private static final Narrator NARRATOR = new Narrator();

  /**
   * A step of both.
   *
   * @param number its number, from 1
   * @param one what happens in the one; empty text after its end
   * @param other what happens in the other; empty text after its end. Where the same words tell
   *     both although they differ, it is what differs
   * @param same whether it is the same step
   * @param first whether it is the first that is not
   */
  public record Row(int number, String one, String other, boolean same, boolean first) {}

  /**
   * Puts two runs side by side.
   *
   * @param name what the one is called
   * @param one the one
   * @param otherName what the other is called
   * @param other the other
   * @return the pair, with their first difference
   */
  public static RunPair of(String name, Trace one, String otherName, Trace other) {
    return new RunPair(name, one, otherName, other, TraceDifference.first(one, other));
  }

  /**
   * How many rows there are.
   *
   * @return the number of steps of the longer one
   */
  public int size() {
    return Math.max(one.size(), other.size());
  }

  /**
   * One row.
   *
   * @param number the number of the step, 1 to {@link #size()}
   * @return the row
   */
  public Row row(int number) {
    String words = words(one, number);
    String others = words(other, number);
    boolean same = isSame(number);
    return new Row(
        number,
        words,
        !same && words.equals(others)
            ? TraceDifference.between(one.step(number), other.step(number)).orElse(others)
            : others,
        same,
        difference.map(TraceDifference::step).equals(Optional.of(number)));
  }

  private static String words(Trace trace, int number) {
    return number <= trace.size() ? NARRATOR.console(trace, number) : "";
  }

  private boolean isSame(int number) {
    return number <= Math.min(one.size(), other.size())
        && ReplayKey.of(one.step(number)).equals(ReplayKey.of(other.step(number)));
  }
}
