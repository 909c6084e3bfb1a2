package paxoscope.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.TraceStep;

/** Runs that say at each step which step it is. */
final class GrowingRun {

  private static final ServerId S1 = new ServerId(1);

  private GrowingRun() {}

  static RecordedTrace ofSteps(int steps) {
    RecordedTrace trace = empty("run");
    for (int number = 1; number <= steps; number++) {
      trace.append(step(number));
    }
    return trace;
  }

  static RecordedTrace empty(String run) {
    return new RecordedTrace(
        new RunHeader(
            run,
            "",
            "für alle",
            Map.of(),
            Optional.of(S1),
            Optional.empty(),
            List.of(8000, 8001, 8002)));
  }

  static TraceStep step(int number) {
    ProposalNumber promised = new ProposalNumber(number, S1);
    NodeEvent event =
        new NodeEvent(
            S1,
            1,
            number,
            2 * number,
            1_700_000_000_000L + number,
            NodeEvent.Kind.HANDLED,
            Optional.of(new Message.Prepare(S1, S1, promised)),
            Optional.of("S1-1-" + number),
            Optional.empty(),
            "Nachricht für S" + number,
            new NodeState(
                S1,
                5,
                8000,
                1,
                "run",
                Optional.of(promised),
                Optional.empty(),
                Optional.empty(),
                "",
                GateMode.HOLD,
                0,
                Optional.empty(),
                "1",
                Set.of()));
    return new TraceStep(
        new Decision.Observed(),
        Optional.empty(),
        "t" + number,
        "Schritt " + number + " für alle",
        TraceStep.Outcome.DONE,
        List.of(event));
  }
}
