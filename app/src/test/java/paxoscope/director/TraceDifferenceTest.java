package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.trace.Decision;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceDifference;
import paxoscope.trace.TraceStep;

/** What makes two runs the same, and what is said where they are not. */
class TraceDifferenceTest {

  private static Trace play(String scenario, Map<String, String> arguments) {
    return RunTextTest.play(scenario, arguments);
  }

  private static Trace changed(Trace trace, int number, UnaryOperator<TraceStep> change) {
    List<TraceStep> steps = new ArrayList<>(trace.steps());
    steps.set(number - 1, change.apply(steps.get(number - 1)));
    return new RecordedTrace(trace.header(), steps);
  }

  private static TraceStep with(TraceStep step, TraceStep.Outcome outcome, List<NodeEvent> events) {
    return new TraceStep(
        step.decision(), step.subject(), step.column(), step.caption(), outcome, events);
  }

  private static NodeEvent elsewhere(NodeEvent event) {
    NodeState state = event.state();
    return new NodeEvent(
        event.node(),
        event.incarnation() + 1,
        event.sequence() + 7,
        event.clock() + 100,
        event.wallMillis() + 86_400_000,
        event.kind(),
        event.message(),
        event.itemId().map(id -> "other-" + id),
        event.value(),
        event.note() + "other words",
        new NodeState(
            state.server(),
            state.servers(),
            state.port() + 1000,
            state.incarnation() + 1,
            "another run",
            state.promised(),
            state.accepted(),
            state.committed(),
            state.fileContents(),
            state.gate(),
            state.held() + 1,
            Optional.of("another driver"),
            "another version",
            state.rulesOff()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"set_value", "A_wins", "B_wins", "BB_wins", "livelock"})
  void aScenarioThatIsPlayedTwiceIsTheSame(String scenario) {
    assertEquals(
        Optional.empty(),
        TraceDifference.first(play(scenario, Map.of()), play(scenario, Map.of())));
  }

  @Test
  void timesIdsAndIncarnationsDoNotCount() {
    Trace trace = play("B_wins", Map.of());
    List<TraceStep> steps = new ArrayList<>();
    for (TraceStep step : trace.steps()) {
      steps.add(
          with(
              step,
              step.outcome(),
              step.events().stream().map(TraceDifferenceTest::elsewhere).toList()));
    }
    assertEquals(
        Optional.empty(), TraceDifference.first(trace, new RecordedTrace(trace.header(), steps)));
  }

  @Test
  void twoRestartsAreTheSameWhateverTheRunsAreCalled() {
    Trace trace = play("A_wins", Map.of());
    TraceStep one =
        new TraceStep(
            new Decision.Restart("a"), Optional.empty(), "", "", TraceStep.Outcome.DONE, List.of());
    TraceStep other =
        new TraceStep(
            new Decision.Restart("b"), Optional.empty(), "t1", "x", one.outcome(), List.of());
    assertEquals(
        Optional.empty(),
        TraceDifference.first(changed(trace, 3, _ -> one), changed(trace, 3, _ -> other)));
  }

  @Test
  void anotherDecisionIsTheFirstDifference() {
    assertEquals(
        Optional.of(
            new TraceDifference(
                1,
                "In the one S1 is asked to propose '123' (from round 3 on, at most 10 attempts with"
                    + " no waits, asking S1, S2, S3); in the other S1 is asked to propose '7' (from"
                    + " round 3 on, at most 10 attempts with no waits, asking S1, S2, S3).")),
        TraceDifference.first(play("A_wins", Map.of()), play("A_wins", Map.of("X", "7"))));
  }

  @Test
  void anotherOutcomeIsTold() {
    Trace trace = play("A_wins", Map.of());
    Trace lost =
        changed(trace, 2, step -> with(step, TraceStep.Outcome.UNREACHABLE, step.events()));
    assertEquals(
        "In the one Prepare 3.1 S1 > S1 is delivered; in the other Prepare 3.1 S1 > S1 is"
            + " delivered, but its receiver is not there.",
        TraceDifference.first(trace, lost).orElseThrow().text());
  }

  @Test
  void anEventThatIsMissingIsTold() {
    Trace trace = play("A_wins", Map.of());
    Trace less = changed(trace, 2, step -> with(step, step.outcome(), List.of()));
    TraceDifference difference = TraceDifference.first(trace, less).orElseThrow();
    assertEquals(
        new TraceDifference(
            2,
            "In the one S1 handles Prepare 3.1 from S1 to S1; in the other that does not happen."),
        difference);
    assertEquals(
        "In the one nothing more happens; in the other S1 handles Prepare 3.1 from S1 to S1.",
        TraceDifference.first(less, trace).orElseThrow().text());
  }

  @Test
  void anotherStateAfterTheSameEventIsTold() {
    Trace trace = play("A_wins", Map.of());
    Trace forgot =
        changed(
            trace,
            2,
            step -> {
              List<NodeEvent> events = new ArrayList<>(step.events());
              events.set(0, withoutPromise(events.getFirst()));
              return with(step, step.outcome(), events);
            });
    assertEquals(
        "In the one S1 handles Prepare 3.1 from S1 to S1 and then has promised 3.1, accepted"
            + " nothing, learned nothing, file empty; in the other S1 handles Prepare 3.1 from S1"
            + " to S1 and then has promised nothing, accepted nothing, learned nothing, file"
            + " empty.",
        TraceDifference.first(trace, forgot).orElseThrow().text());
  }

  private static NodeEvent withoutPromise(NodeEvent event) {
    NodeState state = event.state();
    return new NodeEvent(
        event.node(),
        event.incarnation(),
        event.sequence(),
        event.clock(),
        event.wallMillis(),
        event.kind(),
        event.message(),
        event.itemId(),
        event.value(),
        event.note(),
        new NodeState(
            state.server(),
            state.servers(),
            state.port(),
            state.incarnation(),
            state.run(),
            Optional.empty(),
            state.accepted(),
            state.committed(),
            state.fileContents(),
            state.gate(),
            state.held(),
            state.driver(),
            state.version(),
            state.rulesOff()));
  }

  @Test
  void aRunThatGoesOnDiffersWhereTheOtherEnds() {
    Trace trace = play("A_wins", Map.of());
    Trace shorter = new RecordedTrace(trace.header(), trace.steps().subList(0, 9));
    assertEquals(
        Optional.of(new TraceDifference(10, "The other ends after step 9, and the one goes on.")),
        TraceDifference.first(trace, shorter));
    assertEquals(
        Optional.of(new TraceDifference(10, "The one ends after step 9, and the other goes on.")),
        TraceDifference.first(shorter, trace));
  }

  @Test
  void clustersOfDifferentSizeAreNotComparedStepByStep() {
    assertEquals(
        Optional.of(new TraceDifference(0, "The one has 3 servers, the other 5.")),
        TraceDifference.first(new RandomRun(3, 1).trace, new RandomRun(5, 1).trace));
  }
}
