package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.director.ScenariosOnSimulatedNodesTest.Pair;
import paxoscope.files.ScenarioLibrary;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.SafetyProperties;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * The scenarios beyond the classical ones, for every ordered pair of servers, on participants
 * without processes; and the one sentence that each of them teaches, as a fact of its run.
 */
class LibraryScenariosTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S5 = new ServerId(5);

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final ClusterDirector director = new ClusterDirector(cluster);

  static Stream<Arguments> everyScenarioAndPair() {
    return LibrarySlide.ALL.stream()
        .flatMap(
            slide ->
                ScenariosOnSimulatedNodesTest.everyPair().map(pair -> Arguments.of(slide, pair)));
  }

  @AfterEach
  void close() {
    director.close();
  }

  @ParameterizedTest
  @MethodSource("everyScenarioAndPair")
  void itsBoxesAnswersAndFilesAreThoseOfItsSlide(LibrarySlide slide, Pair pair) {
    LiveRun run = play(slide, pair.a(), pair.b());
    BoxDiagram boxes = slide.boxes(pair.a(), pair.b());
    assertEquals(boxes, BoxDiagram.of(run.trace().steps()));
    assertEquals(Optional.of(boxes), run.trace().header().reference());
    assertEquals(slide.answers(pair.a(), pair.b()), answers(run));
    assertEveryServerHolds(slide.file(), run.trace());
  }

  @ParameterizedTest
  @FieldSource("paxoscope.director.LibrarySlide#ALL")
  void eachOfItsCaptionsIsShownOnce(LibrarySlide slide) throws IOException {
    List<String> shown =
        play(slide, S1, S5).trace().steps().stream()
            .map(TraceStep::caption)
            .filter(caption -> !caption.isEmpty())
            .toList();
    assertEquals(captions(slide), shown);
    assertTrue(scenario(slide).question().orElseThrow().endsWith("?"));
  }

  private static List<String> captions(LibrarySlide slide) throws IOException {
    String file = "/resources/scenarios/" + slide.name() + ".yaml";
    try (InputStream stream = LibraryScenariosTest.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("    caption: "))
          .map(line -> line.substring("    caption: ".length()))
          // Who plays these roles is not to be seen, so their servers are told instead.
          .map(caption -> caption.replaceAll("\\bP\\b", "S2").replaceAll("\\bM\\b", "S3"))
          .map(caption -> caption.replaceAll("\\bQ\\b", "S4").replaceAll("\\bR\\b", "S5"))
          .toList();
    }
  }

  @Test
  void aMinorityThatIsDownIsToldNothingUntilItProposes() {
    Trace trace = play("minority_down").trace();
    ClusterState asked = trace.at(stepOf(trace, propose(S5)));
    assertTrue(asked.servers().stream().allMatch(ServerView::alive));
    assertEquals("of A", asked.chosen().orElseThrow().value().text());
    assertEquals(3, asked.committedFiles());
  }

  @Test
  void aProposalThatReachesAMinorityWaitsUntilTheOthersAreBack() {
    Trace trace = play("majority_down").trace();
    int retry = stepOf(trace, step -> step.decision() instanceof Decision.Fire);
    ClusterState waiting = trace.at(retry - 1);
    assertTrue(waiting.servers().stream().allMatch(ServerView::alive));
    assertTrue(waiting.servers().stream().allMatch(server -> server.accepted().isEmpty()));
    assertEquals(1, waiting.held().size());
  }

  @Test
  void aProposerDiesWhenItsValueIsChosenAndNoFileHoldsIt() {
    Trace trace = play("proposer_crash").trace();
    ClusterState dead = trace.at(stepOf(trace, step -> step.decision() instanceof Decision.Crash));
    assertEquals("of A", dead.chosen().orElseThrow().value().text());
    assertEquals(0, dead.committedFiles());
  }

  @Test
  void aValueIsChosenLongBeforeAnyServerKnows() {
    Trace trace = play("chosen_unknown").trace();
    int chosen =
        stepOf(trace, step -> trace.at(trace.steps().indexOf(step) + 1).chosen().isPresent());
    int known =
        stepOf(
            trace,
            step ->
                step.events().stream().anyMatch(event -> event.kind() == NodeEvent.Kind.DECIDED));
    assertEquals(3, known - chosen);
  }

  @Test
  void eachCopyArrivesAndNothingChanges() {
    Trace trace = play("loss_and_duplicates").trace();
    assertEquals(2, count(trace, Decision.Drop.class));
    assertEquals(2, count(trace, Decision.Duplicate.class));
    List<TraceStep> copies =
        trace.steps().stream()
            .filter(
                step ->
                    step.decision() instanceof Decision.Deliver deliver
                        && step.column().equals("t3")
                        && deliver.item().from().equals(S1))
            .toList();
    assertEquals(2, copies.size());
    for (TraceStep copy : copies) {
      int number = trace.steps().indexOf(copy) + 1;
      assertEquals(held(trace.at(number - 1)), held(trace.at(number)));
    }
  }

  private static List<String> held(ClusterState state) {
    return state.servers().stream()
        .map(server -> server.promised() + " " + server.accepted() + " " + server.fileContents())
        .toList();
  }

  @Test
  void nothingGetsAcrossASplitNetworkBeforeItHeals() {
    Trace trace = play("partition").trace();
    int healed =
        stepOf(
            trace,
            step ->
                step.decision() instanceof Decision.Fire fire
                    && fire.item().kind() == Outbound.Kind.RETRY);
    for (TraceStep step : trace.steps().subList(0, healed)) {
      if (step.decision() instanceof Decision.Deliver deliver) {
        assertEquals(isSmallSide(deliver.item().from()), isSmallSide(deliver.item().to()));
      }
    }
    assertEquals("of B", trace.at(healed).chosen().orElseThrow().value().text());
    assertEquals(3, trace.at(healed).committedFiles());
  }

  private static boolean isSmallSide(ServerId server) {
    return server.number() <= 2;
  }

  @Test
  void anAcceptorThatWasDownRefusesWithThePromiseOfBefore() {
    LiveRun run = play("recovery");
    Trace trace = run.trace();
    int dead = stepOf(trace, step -> step.decision() instanceof Decision.Crash);
    int back = stepOf(trace, step -> step.decision() instanceof Decision.Recover);
    assertEquals(
        trace.at(dead - 1).server(new ServerId(3)).promised(),
        trace.at(back).server(new ServerId(3)).promised());
    assertEquals(
        "Proposal 3.1 was refused by S3, which has promised 3.5.",
        run.replies().getFirst().reply().message());
  }

  private LiveRun play(String name) {
    return play(
        LibrarySlide.ALL.stream()
            .filter(slide -> slide.name().equals(name))
            .findFirst()
            .orElseThrow(),
        S1,
        S5);
  }

  private LiveRun play(LibrarySlide slide, ServerId a, ServerId b) {
    LiveRun run = director.start(scenario(slide), slide.arguments(a, b));
    for (int steps = 0; run.next().isPresent(); steps++) {
      assertTrue(steps < 500, "The scenario does not come to its end.");
      run.step();
    }
    run.end();
    return run;
  }

  private static Scenario scenario(LibrarySlide slide) {
    return ScenarioLibrary.load().find(slide.name()).orElseThrow();
  }

  private static Predicate<TraceStep> propose(ServerId server) {
    return step ->
        step.decision() instanceof Decision.Propose propose && propose.server().equals(server);
  }

  private static int stepOf(Trace trace, Predicate<TraceStep> wanted) {
    return trace.steps().indexOf(trace.steps().stream().filter(wanted).findFirst().orElseThrow())
        + 1;
  }

  private static long count(Trace trace, Class<? extends Decision> kind) {
    return trace.steps().stream().filter(step -> kind.isInstance(step.decision())).count();
  }

  private static List<String> answers(LiveRun run) {
    return run.replies().stream()
        .map(
            answer ->
                answer.server()
                    + (answer.reply().ok()
                        ? " ok: " + answer.reply().chosen().orElseThrow().value()
                        : " failed"))
        .toList();
  }

  private void assertEveryServerHolds(String value, Trace trace) {
    ClusterState end = trace.at(trace.size());
    for (int number = 1; number <= 5; number++) {
      NodeState state = cluster.status(new ServerId(number)).orElseThrow();
      assertEquals(value, state.fileContents());
      assertEquals(GateMode.OPEN, state.gate());
      ServerView shown = end.server(new ServerId(number));
      assertEquals(state.fileContents(), shown.fileContents());
      assertEquals(state.promised(), shown.promised());
      assertEquals(state.accepted(), shown.accepted());
    }
    assertTrue(end.held().stream().allMatch(HeldItem::orphaned), end.held()::toString);
    assertEquals(List.of(), SafetyProperties.check(trace));
  }
}
