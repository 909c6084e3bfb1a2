package paxoscope.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.runtext.RecordedRun;
import paxoscope.trace.SafetyProperties;
import paxoscope.trace.Trace;

/** Says whether a recorded run keeps what Paxos promises. */
public final class RunCheck {

  private static final int MOST_LINES = 20;

  private RunCheck() {}

  /**
   * Checks a run and tells the result: one line if all is well, else one for each place.
   *
   * @param file where it was read from
   * @param run the run
   * @param output where to tell it
   * @return whether every safety property holds
   */
  public static boolean tell(Path file, RecordedRun run, CommandOutput output) {
    run.notice().ifPresent(notice -> output.line(Tone.QUIET, file + ": " + notice));
    Trace trace = run.trace();
    List<SafetyProperties.Violation> violations = SafetyProperties.check(trace);
    if (violations.isEmpty()) {
      output.line(
          Tone.CHOSEN,
          "%s: all %d safety properties hold in its %d steps."
              .formatted(file, SafetyProperties.Property.values().length, trace.size()));
      return true;
    }
    violations.stream()
        .limit(MOST_LINES)
        .forEach(violation -> output.line(Tone.REFUSAL, line(file, violation)));
    if (violations.size() > MOST_LINES) {
      output.line(
          Tone.REFUSAL, file + ": and " + (violations.size() - MOST_LINES) + " more places.");
    }
    return false;
  }

  private static String line(Path file, SafetyProperties.Violation violation) {
    return "%s, step %d: %s is violated. %s"
        .formatted(
            file,
            violation.step(),
            violation.property().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            violation.text());
  }
}
