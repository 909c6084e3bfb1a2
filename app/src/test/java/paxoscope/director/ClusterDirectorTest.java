package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paxoscope.files.ScenarioLibrary;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.scenario.Scenario;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.ServerView;
import paxoscope.trace.TraceStep;

/** What a director does beside playing a script to its end. */
class ClusterDirectorTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S3 = new ServerId(3);
  private static final ServerId S5 = new ServerId(5);

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final ClusterDirector director = new ClusterDirector(cluster);

  @AfterEach
  void close() {
    director.close();
  }

  @Test
  void whatNodesDidBeforeTheProgramCameIsInTheTraceFromTheStart() {
    cluster.propose(S3, new Value("old"), ProposeOptions.DEFAULT);
    try (ClusterDirector late = new ClusterDirector(cluster)) {
      assertEquals(Optional.of("old"), chosen(end(late)));
      assertEquals(5, end(late).committedFiles());
    }
  }

  @Test
  void whatWasDeliveredToAServerThatIsGoneSinceDoesNotSeemToWait() {
    play("livelock", Map.of());
    director.close();
    cluster.crash(S3);
    try (ClusterDirector late = new ClusterDirector(cluster)) {
      assertFalse(end(late).server(S3).alive());
      assertEquals(List.of(), end(late).held());
      assertTrue(
          late.trace().steps().stream()
              .anyMatch(step -> step.caption().startsWith("It had been delivered before")));
    }
  }

  @Test
  void whatNodesDidBeforeTheirRunBeganIsNotInTheTrace() {
    cluster.propose(S3, new Value("old"), ProposeOptions.DEFAULT);
    for (int number = 1; number <= 5; number++) {
      cluster.restart(new ServerId(number), "run-2");
    }
    try (ClusterDirector late = new ClusterDirector(cluster)) {
      assertEquals(0, late.trace().size());
    }
    cluster.propose(S1, new Value("new"), ProposeOptions.DEFAULT);
    try (ClusterDirector later = new ClusterDirector(cluster)) {
      assertEquals(Optional.of("new"), chosen(end(later)));
      assertTrue(
          later.trace().steps().stream()
              .flatMap(step -> step.events().stream())
              .allMatch(event -> event.state().run().equals("run-2")));
    }
  }

  @Test
  void aNodeThatIsInAnotherRunThanTheRestTellsAllItKnows() {
    cluster.propose(S3, new Value("old"), ProposeOptions.DEFAULT);
    cluster.restart(S1, "run-2");
    try (ClusterDirector late = new ClusterDirector(cluster)) {
      assertEquals(Optional.empty(), end(late).server(S1).accepted());
      assertEquals("old", end(late).server(S3).fileContents());
    }
  }

  @Test
  void whatAnotherClientDoesIsObservedStepByStep() throws InterruptedException {
    cluster.propose(S3, new Value("foreign"), ProposeOptions.DEFAULT);
    await(() -> end(director).committedFiles() == 5);
    assertEquals(Optional.of("foreign"), chosen(end(director)));
    assertTrue(director.trace().size() > 20);
    assertTrue(
        director.trace().steps().stream()
            .allMatch(step -> step.decision() instanceof Decision.Observed));
    assertEquals(List.of(), end(director).held());
  }

  @Test
  void aNodeThatGoesAndComesBackIsShown() throws InterruptedException {
    cluster.crash(S3);
    await(() -> !end(director).server(S3).alive());
    cluster.recover(S3);
    await(() -> end(director).server(S3).alive());
    assertEquals(2, end(director).server(S3).incarnation());
  }

  @Test
  void restartingForgetsEverythingAndBeginsAnEmptyTrace() {
    play("set_value", Map.of());
    director.restart();
    assertEquals(0, end(director).committedFiles());
    assertEquals(Optional.empty(), chosen(end(director)));
    for (NodeState state : states()) {
      assertEquals(Optional.empty(), state.promised());
      assertEquals("", state.fileContents());
    }
  }

  @Test
  void aServerThatWasDownDuringARestartForgetsTooWhenItComesBack() {
    play("set_value", Map.of());
    director.crash(S3);
    director.restart();
    director.recover(S3);
    NodeState back = cluster.status(S3).orElseThrow();
    assertEquals(Optional.empty(), back.promised());
    assertEquals(cluster.status(S1).orElseThrow().run(), back.run());
    assertEquals(Optional.empty(), end(director).server(S3).committed());
  }

  @Test
  void aRestartReachesTheOthersThoughOneHasJustDied() {
    play("set_value", Map.of());
    cluster.crash(S3);
    director.restart();
    for (NodeState state : states()) {
      assertEquals(Optional.empty(), state.promised());
    }
    assertFalse(end(director).server(S3).alive());
  }

  @Test
  void aScenarioThatNeedsAllServersNamesTheOneThatIsDown() {
    cluster.startByHand();
    director.crash(S3);
    ClusterException wrong =
        assertThrows(ClusterException.class, () -> director.start(scenario("A_wins"), Map.of()));
    assertTrue(wrong.getMessage().contains("S3"), wrong.getMessage());
    assertTrue(wrong.getMessage().contains("recover 8002"), wrong.getMessage());
    states().forEach(state -> assertEquals(GateMode.OPEN, state.gate()));
  }

  @Test
  void aValueIsSetAlsoWhileTwoOfFiveAreDown() {
    director.crash(S3);
    director.crash(S5);
    LiveRun run = play("set_value", Map.of("A", "S1", "X", "new"));
    assertTrue(run.replies().getFirst().reply().ok());
    assertEquals(Optional.of("new"), chosen(end(director)));
  }

  @Test
  void aValueIsNotSetWhileThreeOfFiveAreDownAndTheClientIsToldWhoDidNotAnswer() {
    director.crash(S3);
    director.crash(S5);
    director.crash(new ServerId(4));
    LiveRun run = play("set_value", Map.of("A", "S1", "X", "new"));
    assertFalse(run.replies().getFirst().reply().ok());
    String message = run.replies().getFirst().reply().message();
    assertTrue(message.contains("S3, S4, S5"), message);
  }

  @Test
  void aServerThatIsKilledInTheMiddleIsPassedOverAndTheRestGoesOn() {
    LiveRun run = director.start(scenario("set_value"), Map.of("X", "new"));
    steps(run, 3);
    director.crash(S3);
    finish(run);
    assertTrue(run.replies().getFirst().reply().ok());
    assertEquals(4, end(director).committedFiles());
    states().forEach(state -> assertEquals(0, state.held()));
  }

  @Test
  void aProposerThatDiesByItselfInTheMiddleIsShownAndItsClientIsToldOfNothingGood() {
    LiveRun run = director.start(scenario("set_value"), Map.of("X", "new"));
    steps(run, 3);
    cluster.crash(S1);
    finish(run);
    assertFalse(end(director).server(S1).alive());
    assertTrue(run.replies().stream().noneMatch(answer -> answer.reply().ok()));
    states().forEach(state -> assertEquals(GateMode.OPEN, state.gate()));
  }

  @ParameterizedTest
  @CsvSource({
    "false, UNKNOWN, S3 does not answer any more.",
    "true, DONE, 'The process of S3 has ended by itself, or somebody else has ended it.'"
  })
  void aServerThatIsGoneIsDeadOnlyIfThatIsKnown(
      boolean known, TraceStep.Outcome outcome, String caption) {
    if (known) {
      cluster.tellWhoHasEnded();
    }
    LiveRun run = director.start(scenario("set_value"), Map.of("X", "new"));
    steps(run, 3);
    cluster.crash(S3);
    finish(run);
    TraceStep gone = director.trace().step(end(director).server(S3).downSince());
    assertEquals(new Decision.Crash(S3), gone.decision());
    assertEquals(outcome, gone.outcome());
    assertEquals(caption, gone.caption());
  }

  @Test
  void whatAnotherClientDoesInTheMiddleOfARunIsAStepOfItsOwn() {
    LiveRun run = director.start(scenario("A_wins"), Map.of());
    steps(run, 3);
    int before = director.trace().size();
    Optional<LiveRun.Planned> next = run.next();
    cluster.propose(S3, new Value("foreign"), ProposeOptions.DEFAULT);
    TraceStep step = run.step();
    assertEquals(next.orElseThrow().decision(), step.decision());
    assertEquals(new Decision.Observed(), director.trace().step(before + 1).decision());
    assertEquals(step, director.trace().step(before + 2));
    assertTrue(
        step.events().stream()
            .noneMatch(event -> event.kind() == paxoscope.journal.NodeEvent.Kind.PROPOSED));
    finish(run);
    states().forEach(state -> assertEquals(0, state.held()));
  }

  @Test
  void aServerThatRecoversInTheMiddleIsHeldAgainAndTakesPart() {
    LiveRun run = director.start(scenario("set_value"), Map.of("X", "new"));
    steps(run, 3);
    director.crash(S3);
    director.recover(S3);
    assertEquals(GateMode.HOLD, cluster.status(S3).orElseThrow().gate());
    finish(run);
    assertEquals(5, end(director).committedFiles());
  }

  @Test
  void aRunThatIsEndedEarlyLeavesNothingHeldAndOpensTheGates() {
    LiveRun run =
        director.start(scenario("livelock"), Map.of("rounds", "0", "X", "one", "Y", "two"));
    steps(run, 100);
    run.end();
    run.end();
    assertEquals(Optional.empty(), run.next());
    assertEquals(2, run.replies().size());
    assertEquals(List.of(), end(director).held());
    for (NodeState state : states()) {
      assertEquals(GateMode.OPEN, state.gate());
      assertEquals(0, state.held());
    }
  }

  @Test
  void startingAnotherScenarioEndsTheOneUnderWay() {
    LiveRun first = director.start(scenario("livelock"), Map.of("rounds", "0"));
    steps(first, 30);
    LiveRun second = director.start(scenario("A_wins"), Map.of());
    assertEquals(Optional.empty(), first.next());
    finish(second);
    assertEquals(2, second.replies().size());
    assertEquals("A_wins", director.trace().header().scenario());
  }

  @Test
  void closingInTheMiddleOpensTheGates() {
    LiveRun run = director.start(scenario("A_wins"), Map.of());
    steps(run, 5);
    director.close();
    states().forEach(state -> assertEquals(GateMode.OPEN, state.gate()));
  }

  @Test
  void theSameServerTwiceIsRefusedBeforeAnythingHappens() {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> director.start(scenario("A_wins"), Map.of("A", "S2", "B", "8001")));
    assertTrue(wrong.getMessage().contains("must differ"), wrong.getMessage());
    assertEquals(0, director.trace().size());
  }

  @Test
  void aRoundThatCannotBeIsRefusedBeforeAnythingHappens() {
    assertThrows(
        IllegalArgumentException.class,
        () -> director.start(scenario("A_wins"), Map.of("roundA", "0")));
    states().forEach(state -> assertEquals(GateMode.OPEN, state.gate()));
    assertEquals(0, director.trace().size());
  }

  @Test
  void aValueIsChosenInAClusterOfAnySize() {
    for (int size = 3; size <= 9; size++) {
      try (ClusterDirector other = new ClusterDirector(new SimulatedCluster(size))) {
        finish(other.start(scenario("set_value"), Map.of("A", "S" + size)));
        assertEquals(
            Collections.nCopies(size, "123"),
            end(other).servers().stream().map(ServerView::fileContents).toList());
      }
    }
  }

  @Test
  void anUncuredLivelockWithoutEndCanStillBeEnded() {
    LiveRun run = director.start(scenario("livelock"), Map.of("rounds", "0", "cure", "no"));
    steps(run, 300);
    assertEquals(Optional.empty(), chosen(end(director)));
    run.end();
    assertEquals(2, run.replies().size());
    assertEquals(List.of(), end(director).held());
  }

  @Test
  void askingWhatComesNextChangesNothing() {
    LiveRun run = director.start(scenario("B_wins"), Map.of());
    steps(run, 4);
    Optional<LiveRun.Planned> next = run.next();
    assertEquals(next, run.next());
    TraceStep step = run.step();
    assertEquals(next.orElseThrow().decision(), step.decision());
    assertEquals(next.orElseThrow().subject(), step.subject());
  }

  private LiveRun play(String name, Map<String, String> arguments) {
    LiveRun run = director.start(scenario(name), arguments);
    finish(run);
    return run;
  }

  private static void finish(LiveRun run) {
    for (int count = 0; run.next().isPresent(); count++) {
      assertTrue(count < 2_000, "The scenario does not come to its end.");
      run.step();
    }
    run.end();
  }

  private static void steps(LiveRun run, int count) {
    for (int i = 0; i < count; i++) {
      run.step();
    }
  }

  private static Scenario scenario(String name) {
    return ScenarioLibrary.load().find(name).orElseThrow();
  }

  private static ClusterState end(ClusterDirector director) {
    return director.trace().at(director.trace().size());
  }

  private static Optional<String> chosen(ClusterState state) {
    return state.chosen().map(Proposal::value).map(Value::text);
  }

  private List<NodeState> states() {
    return List.of(1, 2, 3, 4, 5).stream()
        .flatMap(number -> cluster.status(new ServerId(number)).stream())
        .toList();
  }

  /** Waits until the director tells of a change after which this holds. */
  private void await(BooleanSupplier condition) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    director.onChange(
        () -> {
          if (condition.getAsBoolean()) {
            reached.countDown();
          }
        });
    if (!condition.getAsBoolean()) {
      assertTrue(reached.await(30, TimeUnit.SECONDS), "It did not come.");
    }
  }
}
