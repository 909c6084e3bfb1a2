package paxoscope.trial;

import java.util.List;
import java.util.Optional;
import paxoscope.scenario.Mistake;
import paxoscope.trace.Trace;

/**
 * What came of trying a scenario.
 *
 * @param mistakes all that is wrong, from the top of the text to its end
 * @param trace the run on the protocol alone, as far as it came; empty if the text has mistakes
 * @param expected how many boxes its reference has for these arguments
 * @param judged whether its steps and boxes could be judged: not if it goes on from where the nodes
 *     are, or is too long to be tried to its end
 */
public record Tried(List<Mistake> mistakes, Optional<Trace> trace, int expected, boolean judged) {

  /** Keeps an own copy. */
  public Tried {
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Whether it can be played.
   *
   * @return true if no mistake was found
   */
  public boolean isGood() {
    return mistakes.isEmpty();
  }
}
