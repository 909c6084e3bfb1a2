package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScenarioException;
import paxoscope.scenario.ScenarioOfRun;
import paxoscope.scenario.ScenarioText;
import paxoscope.trace.Decision;
import paxoscope.trace.ItemName;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceDifference;
import paxoscope.trace.TraceStep;

/** A run that was saved as a scenario plays again exactly. */
class ScenarioOfRunTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S5 = new ServerId(5);

  private static Trace played(String text, Map<String, String> arguments, int servers) {
    try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(servers))) {
      Scenario scenario = ScenarioText.parse(text);
      LiveRun run = director.start(scenario, arguments);
      while (run.next().isPresent()) {
        run.step();
      }
      run.end();
      return run.trace();
    }
  }

  private static Trace randomRun(int servers, long seed, int moves) {
    try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(servers))) {
      FreeRun run = director.free(S1, new ServerId(servers));
      RandomFreeRun somebody = new RandomFreeRun(run, seed);
      IntStream.range(0, moves).forEach(_ -> somebody.step());
      for (int number = 1; number <= servers; number++) {
        run.ask(List.of(new Decision.Recover(new ServerId(number))));
      }
      while (run.next().isPresent()) {
        run.step();
      }
      run.end();
      return run.trace();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aRandomFreeRunPlaysAgainStepByStep(long seed) {
    Trace run = randomRun(5, seed, 120);
    Trace again = played(ScenarioOfRun.text(run, "mine"), Map.of(), 5);
    assertEquals(Optional.empty(), TraceDifference.first(run, again));
    assertEquals(run.header().proposerB(), again.header().proposerB());
  }

  @Test
  void theseRunsHaveEveryKindOfDecisionInThem() {
    Set<Class<?>> kinds = new HashSet<>();
    for (long seed = 1; seed <= 12; seed++) {
      randomRun(5, seed, 120).steps().forEach(step -> kinds.add(step.decision().getClass()));
    }
    assertEquals(
        Set.of(
            Decision.Propose.class,
            Decision.Deliver.class,
            Decision.Fire.class,
            Decision.Drop.class,
            Decision.Duplicate.class,
            Decision.Resend.class,
            Decision.Crash.class,
            Decision.Recover.class),
        kinds);
  }

  @Test
  void threeServersPlayAgainToo() {
    Trace run = randomRun(3, 5, 80);
    assertEquals(
        Optional.empty(),
        TraceDifference.first(run, played(ScenarioOfRun.text(run, "three"), Map.of(), 3)));
  }

  @Test
  void aRunThatIsSavedInTheMiddleGoesSoFarAndThenFinishes() {
    Trace whole = randomRun(5, 3, 100);
    RecordedTrace part = new RecordedTrace(whole.header());
    whole.steps().subList(0, 40).forEach(part::append);
    Trace again = played(ScenarioOfRun.text(part, "part"), Map.of(), 5);
    RecordedTrace begin = new RecordedTrace(again.header());
    again.steps().subList(0, 40).forEach(begin::append);
    assertEquals(Optional.empty(), TraceDifference.first(part, begin));
    assertTrue(again.size() >= 40);
  }

  @Test
  void aScenarioOfTheProgramPlaysAgainWithItsWordsAndColumns() {
    Trace run = PlayedScenarios.play("loss_and_duplicates", Map.of());
    Trace again = played(ScenarioOfRun.text(run, "copy"), Map.of(), 5);
    assertEquals(Optional.empty(), TraceDifference.first(run, again));
    for (int number = 1; number <= run.size(); number++) {
      assertEquals(run.step(number).caption(), again.step(number).caption());
      assertEquals(run.step(number).column(), again.step(number).column());
    }
  }

  @Test
  void aStepCanNameItsMessageByRolesAndParametersAndIsPassedOverIfThereIsNone() {
    String text =
        """
        paxoscope: 1
        name: named
        title: Named
        story: One message at a time.
        lesson: Each has a name.
        parameters:
          - {name: A, kind: server, default: S1}
          - {name: X, kind: value, default: " x "}
          - {name: first, kind: number, default: "3"}
        script:
          - {propose: A, value: X, round: first}
          - {deliver: Prepare first.A, from: A, to: M}
          - {deliver: Prepare first.A, from: A, to: M}
          - {duplicate: Prepare first.A, from: A, to: S3, caption: M gets it twice.}
          - {drop: Prepare first.A, from: A, to: S5}
          - {deliver: Prepare first.A, from: A, to: S5}
          - {duplicate: Prepare first.A, from: A, to: S2}
          - {deliver: Prepare first.A, from: A, to: S3, copy: 2, column: t2}
          - {fire: Retry first.A}
        """;
    Trace run = played(text, Map.of("A", "S4", "first", "7"), 5);
    ProposalNumber number = ProposalNumber.parse("7.4");
    assertEquals(
        List.of(
            new Decision.Deliver(prepare(number, 2, 1)),
            new Decision.Duplicate(prepare(number, 3, 1)),
            new Decision.Drop(prepare(number, 5, 1)),
            new Decision.Deliver(prepare(number, 3, 2))),
        run.steps().subList(1, 5).stream().map(TraceStep::decision).toList());
    assertEquals("S2 gets it twice.", run.step(3).caption());
    assertEquals("t2", run.step(5).column());
    assertEquals(" x ", run.at(run.size()).chosen().orElseThrow().value().text());
  }

  private static ItemName prepare(ProposalNumber number, int to, int copy) {
    return new ItemName(Outbound.Kind.PREPARE, number.server(), new ServerId(to), number, copy);
  }

  @Test
  void itCanBePlayedWithOtherValues() {
    Trace run = PlayedScenarios.play("B_wins", Map.of());
    Trace other = played(ScenarioOfRun.text(run, "copy"), Map.of("V1", "other"), 5);
    assertEquals("other", other.at(other.size()).chosen().orElseThrow().value().text());
  }

  @Test
  void whatWasOnlySeenOrDependsOnChanceIsRefused() {
    RecordedTrace seen = new RecordedTrace(PlayedScenarios.play("B_wins", Map.of()).header());
    seen.append(
        new TraceStep(
            new Decision.Observed(), Optional.empty(), "", "", TraceStep.Outcome.DONE, List.of()));
    assertTrue(refusal(seen).startsWith("Step 1 was not decided in this run"), refusal(seen));
    RecordedTrace chance = new RecordedTrace(seen.header());
    chance.append(
        new TraceStep(
            new Decision.Propose(S5, new Value("x"), ProposeOptions.DEFAULT),
            Optional.empty(),
            "",
            "",
            TraceStep.Outcome.DONE,
            List.of()));
    assertTrue(refusal(chance).startsWith("In step 1"), refusal(chance));
  }

  private static String refusal(Trace run) {
    return assertThrows(ScenarioException.class, () -> ScenarioOfRun.text(run, "no")).getMessage();
  }

  @Test
  void twoDifferentRunsDoNotGiveTheSameScenario() {
    assertFalse(
        ScenarioOfRun.text(randomRun(5, 1, 60), "one")
            .equals(ScenarioOfRun.text(randomRun(5, 2, 60), "one")));
  }
}
