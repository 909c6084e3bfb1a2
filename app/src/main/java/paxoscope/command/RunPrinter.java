package paxoscope.command;

import paxoscope.command.CommandOutput.Tone;
import paxoscope.director.LiveRun;
import paxoscope.narration.Narrator;
import paxoscope.protocol.Proposal;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Overtaking;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** Tells a run line by line, each step and each answer once. */
final class RunPrinter {

  private static final String NO_COLUMN = "";

  private final LiveRun run;
  private final CommandOutput output;
  private final Narrator narrator = new Narrator();
  private int stepsTold;
  private int repliesTold;
  private String lastCaption = "";

  /**
   * Tells what happens from now on.
   *
   * @param run what to tell
   * @param output where to
   */
  RunPrinter(LiveRun run, CommandOutput output) {
    this.run = run;
    this.output = output;
    // A scenario that keeps the nodes goes on in the trace of what was before.
    this.stepsTold = run.trace().size();
  }

  /** What has happened up to now was told by somebody else. */
  void passOverSteps() {
    stepsTold = run.trace().size();
  }

  /** Tells what is new since the last time. */
  void tellNews() {
    Trace trace = run.trace();
    int size = trace.size();
    while (stepsTold < size) {
      tell(trace, ++stepsTold);
    }
    var replies = run.replies();
    while (repliesTold < replies.size()) {
      LiveRun.ClientReply answer = replies.get(repliesTold++);
      output.line(
          answer.reply().ok() ? Tone.CHOSEN : Tone.REFUSAL,
          "Node " + answer.port() + " responded: " + answer.reply().message());
    }
  }

  private void tell(Trace trace, int number) {
    TraceStep step = trace.step(number);
    ClusterState before = trace.at(number - 1);
    if (!step.caption().isEmpty() && !step.caption().equals(lastCaption)) {
      output.line(Tone.QUIET, step.caption());
    }
    lastCaption = step.caption();
    output.line(
        tone(narrator.narrate(trace, number).tone()),
        column(step.column()) + narrator.console(trace, number));
    tellOvertakings(trace, number);
    trace.at(number).chosen().filter(_ -> before.chosen().isEmpty()).ifPresent(this::tellChosen);
  }

  private void tellOvertakings(Trace trace, int number) {
    for (int place = trace.overtakingCount(number - 1) + 1;
        place <= trace.overtakingCount(number);
        place++) {
      Overtaking overtaking = trace.overtaking(place);
      output.line(
          Tone.REFUSAL,
          "%sovertaking %d: %s cannot be accepted by a majority any more, for %s came between its phases"
              .formatted(column(NO_COLUMN), place, overtaking.number(), overtaking.by()));
    }
  }

  private static Tone tone(paxoscope.narration.Tone tone) {
    return switch (tone) {
      case A -> Tone.PROPOSER_A;
      case B -> Tone.PROPOSER_B;
      case REFUSAL -> Tone.REFUSAL;
      case CHOSEN -> Tone.CHOSEN;
      case LOSS -> Tone.LOSS;
      case NEUTRAL -> Tone.PLAIN;
    };
  }

  private void tellChosen(Proposal chosen) {
    output.line(
        Tone.CHOSEN,
        column(NO_COLUMN)
            + "a majority has accepted "
            + chosen.number()
            + ": '"
            + ShownText.of(chosen.value().text())
            + "' is chosen");
  }

  private static String column(String column) {
    // One space at least, however long the column is.
    return "%-3s ".formatted(column);
  }
}
