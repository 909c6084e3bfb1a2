package paxoscope.command;

import java.nio.file.Path;
import java.util.Optional;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceDifference;

/** Says whether two recorded runs are the same, and where they first are not. */
public final class RunComparison {

  private RunComparison() {}

  /**
   * Compares two runs and tells the result.
   *
   * @param file where the one was read from
   * @param one the one
   * @param otherFile where the other was read from
   * @param other the other
   * @param output where to tell it
   * @return whether they are the same
   */
  public static boolean tell(
      Path file, Trace one, Path otherFile, Trace other, CommandOutput output) {
    Optional<TraceDifference> difference = TraceDifference.first(one, other);
    if (difference.isEmpty()) {
      output.line(
          Tone.CHOSEN,
          "%s and %s are the same in all %d steps (times, ids and incarnations aside)."
              .formatted(file, otherFile, one.size()));
      return true;
    }
    output.line(
        Tone.REFUSAL,
        "%s (the one) and %s (the other) first differ in step %d."
            .formatted(file, otherFile, difference.get().step()));
    output.line(Tone.PLAIN, difference.get().text());
    return false;
  }
}
