package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterDirector;
import paxoscope.director.Director;
import paxoscope.director.LiveRun;
import paxoscope.director.SimulatedCluster;
import paxoscope.files.ScenarioLibrary;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;
import paxoscope.support.BusyProcessors;
import paxoscope.support.FreePorts;
import paxoscope.trace.Box;
import paxoscope.trace.BoxDiagram;

/**
 * Every classical scenario on five real processes: for each ordered pair of proposers once, and for
 * the usual pair ten times while all processors are busy. What comes out must be the slide, box by
 * box, each time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosOnRealNodesIT {

  private static final int SLIDE_COLUMNS_OF_LIVELOCK = 7;

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private static Path parent;

  private Cluster cluster;
  private Director director;

  record Pair(int a, int b) {
    @Override
    public String toString() {
      return "A=S" + a + " B=S" + b;
    }
  }

  static Stream<Pair> allPairs() {
    return IntStream.rangeClosed(1, 5)
        .boxed()
        .flatMap(
            a -> IntStream.rangeClosed(1, 5).filter(b -> b != a).mapToObj(b -> new Pair(a, b)));
  }

  @BeforeAll
  void startNodes() {
    cluster = LocalCluster.start(FreePorts.inARow(5), parent);
    director = new ClusterDirector(cluster);
  }

  @AfterAll
  void endNodes() {
    director.close();
    cluster.close();
  }

  @ParameterizedTest
  @MethodSource("allPairs")
  void whenThePreviousValueIsAlreadyChosenTheNewProposerLearnsIt(Pair pair) throws IOException {
    LiveRun run = play("A_wins", pair, Map.of());
    assertBoxes(pair, SlideBoxes::previousValueAlreadyChosen, run);
    assertReplies(run, ok(pair.a(), "X of A"), ok(pair.b(), "X of A"));
    assertAllHold("X of A");
  }

  @ParameterizedTest
  @MethodSource("allPairs")
  void whenThePreviousValueIsSeenTheNewProposerFinishesIt(Pair pair) throws IOException {
    LiveRun run = play("B_wins", pair, Map.of());
    assertBoxes(pair, SlideBoxes::previousValueNotChosenButSeen, run);
    assertReplies(run, ok(pair.a(), "X of A"), ok(pair.b(), "X of A"));
    // It is B's own proposal that makes X the chosen value: B is not told that it was so before.
    assertEquals(
        "Value 'X of A' has been updated and committed. It had been accepted before; 'Y of B' is"
            + " not chosen.",
        messageTo(pair.b(), run));
    assertAllHold("X of A");
  }

  @ParameterizedTest
  @MethodSource("allPairs")
  void whenThePreviousValueIsNotSeenTheOldProposerIsBlocked(Pair pair) throws IOException {
    LiveRun run = play("BB_wins", pair, Map.of());
    assertBoxes(pair, SlideBoxes::previousValueNotChosenAndNotSeen, run);
    String refusal = messageTo(pair.a(), run);
    assertTrue(refusal.contains("3." + pair.a()), refusal);
    assertTrue(refusal.contains("promised 4." + pair.b()), refusal);
    assertReplies(run, pair.a() + " failed", ok(pair.b(), "Y of B"));
    assertAllHold("Y of B");
  }

  @ParameterizedTest
  @MethodSource("allPairs")
  void twoProposersOvertakeEachOtherUntilTheyAreCured(Pair pair) throws IOException {
    LiveRun run = play("livelock", pair, Map.of());
    BoxDiagram slide =
        new BoxDiagram(
            BoxDiagram.of(run.trace().steps()).boxes().stream()
                .filter(box -> column(box) <= SLIDE_COLUMNS_OF_LIVELOCK)
                .toList());
    assertEquals(texts(expected(pair, SlideBoxes::livelock)), texts(slide));
    // Who gets through follows from the seed alone, so it is the same one without any process.
    Proposal through = throughWithoutProcesses(pair);
    assertEquals(Optional.of(through), run.trace().at(run.trace().size()).chosen());
    String value = through.value().text();
    assertReplies(run, ok(pair.a(), value), ok(pair.b(), value));
    assertAllHold(value);
  }

  private static Proposal throughWithoutProcesses(Pair pair) {
    SimulatedCluster simulated = new SimulatedCluster(5);
    try (Director alone = new ClusterDirector(simulated)) {
      LiveRun run = play(alone, "livelock", arguments(pair, Map.of()));
      return run.trace().at(run.trace().size()).chosen().orElseThrow();
    }
  }

  @Test
  void theBlockedProposerTriesAgainAndSucceedsWithTheChosenValue() throws IOException {
    play("BB_wins", new Pair(1, 5), Map.of());
    LiveRun again = play("A_retries", Map.of("A", "S1", "X", "X of A"));
    assertReplies(again, ok(1, "Y of B"));
    assertEquals(
        Optional.of("Y of B"),
        again.trace().at(again.trace().size()).chosen().map(chosen -> chosen.value().text()));
    assertAllHold("Y of B");
  }

  @Test
  void anUncuredLivelockChoosesNothingAndWritesNoFile() throws IOException {
    LiveRun run = play("livelock", new Pair(1, 5), Map.of("cure", "no"));
    assertEquals(Optional.empty(), run.trace().at(run.trace().size()).chosen());
    assertTrue(run.replies().stream().noneMatch(answer -> answer.reply().ok()));
    assertAllHold("");
  }

  @Test
  void eachScenarioComesOutTheSameTenTimesWhileAllProcessorsAreBusy() throws IOException {
    Pair usual = new Pair(1, 5);
    try (BusyProcessors busy = new BusyProcessors()) {
      for (int time = 1; time <= 10; time++) {
        whenThePreviousValueIsAlreadyChosenTheNewProposerLearnsIt(usual);
        whenThePreviousValueIsSeenTheNewProposerFinishesIt(usual);
        whenThePreviousValueIsNotSeenTheOldProposerIsBlocked(usual);
        twoProposersOvertakeEachOtherUntilTheyAreCured(usual);
      }
      assertTrue(busy.isBusy());
    }
  }

  @Test
  void oneProposerAloneSetsTheValueAndTheSecondClientIsToldOfTheFirst() throws IOException {
    director.restart();
    Map<String, String> first = Map.of("A", "S2", "X", "X of A");
    assertReplies(play("set_value", first), ok(2, "X of A"));
    assertAllHold("X of A");
    LiveRun second = play("set_value", Map.of("A", "S4", "X", "Y of B"));
    assertReplies(second, ok(4, "X of A"));
    String message = second.replies().getFirst().reply().message();
    assertTrue(message.contains("X of A"), message);
    assertAllHold("X of A");
  }

  private static String messageTo(int server, LiveRun run) {
    return run.replies().stream()
        .filter(answer -> answer.server().number() == server)
        .findFirst()
        .orElseThrow()
        .reply()
        .message();
  }

  private LiveRun play(String name, Pair pair, Map<String, String> more) {
    return play(director, name, arguments(pair, more));
  }

  private LiveRun play(String name, Map<String, String> arguments) {
    return play(director, name, arguments);
  }

  private static Map<String, String> arguments(Pair pair, Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>(more);
    arguments.putAll(
        Map.of("A", "S" + pair.a(), "B", "S" + pair.b(), "X", "X of A", "Y", "Y of B"));
    return arguments;
  }

  private static LiveRun play(Director director, String name, Map<String, String> arguments) {
    Scenario scenario = ScenarioLibrary.load().find(name).orElseThrow();
    LiveRun run = director.start(scenario, arguments);
    while (run.next().isPresent()) {
      run.step();
    }
    run.end();
    return run;
  }

  private static void assertBoxes(Pair pair, Function<SlideBoxes, List<Box>> slide, LiveRun run) {
    assertEquals(texts(expected(pair, slide)), texts(BoxDiagram.of(run.trace().steps())));
  }

  private static BoxDiagram expected(Pair pair, Function<SlideBoxes, List<Box>> slide) {
    return new BoxDiagram(slide.apply(new SlideBoxes(pair.a(), pair.b(), "X of A", "Y of B")));
  }

  /** As lines, so that a difference is easy to read. */
  private static String texts(BoxDiagram diagram) {
    return String.join("\n", diagram.boxes().stream().map(Box::toString).toList());
  }

  private static int column(Box box) {
    return Integer.parseInt(box.column().substring(1));
  }

  private static String ok(int server, String value) {
    return server + " " + value;
  }

  /** Who was answered what, in the order of the servers' numbers in {@code expected}. */
  private static void assertReplies(LiveRun run, String... expected) {
    List<String> replies =
        run.replies().stream()
            .map(
                answer ->
                    answer.server().number()
                        + " "
                        + (answer.reply().ok()
                            ? answer.reply().chosen().orElseThrow().value().text()
                            : "failed"))
            .sorted()
            .toList();
    assertEquals(Stream.of(expected).sorted().toList(), replies);
  }

  /** The files on the disk, and what the nodes say of themselves. */
  private void assertAllHold(String value) throws IOException {
    for (int number = 1; number <= 5; number++) {
      NodeState state = cluster.status(new ServerId(number)).orElseThrow();
      assertEquals(value, fileOf(state.port()));
      assertEquals(value, state.fileContents());
      assertEquals(GateMode.OPEN, state.gate());
      assertEquals(0, state.held());
    }
  }

  private static String fileOf(int port) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      Path folder =
          folders
              .filter(path -> path.getFileName().toString().startsWith("paxoscope-"))
              .findFirst()
              .orElseThrow();
      Path file = folder.resolve(Integer.toString(port)).resolve("committed.txt");
      return Files.exists(file) ? Files.readString(file) : "";
    }
  }
}
