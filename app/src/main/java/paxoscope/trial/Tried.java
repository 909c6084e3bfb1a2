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
 * @param extent how far it could be judged
 */
public record Tried(List<Mistake> mistakes, Optional<Trace> trace, int expected, Extent extent) {

  /** How far a scenario could be judged. */
  public enum Extent {
    /** From its first step to its last. */
    WHOLE,
    /** It goes on from where the nodes are, and nobody knows where that is. */
    DEPENDS_ON_NODES,
    /** It could not be tried to its end: it is too long, or a step cannot be taken. */
    BEGINNING
  }

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
