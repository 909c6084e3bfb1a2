package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.files.ScenarioLibrary;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeState;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Arguments;
import paxoscope.scenario.Scenario;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.SafetyProperties;

/** Every scenario for every ordered pair of proposers, on participants without processes. */
class ScenariosOnSimulatedNodesTest {

  private static final Map<String, String> VALUES = Map.of("X", "of A", "Y", "of B");

  private static final String A_WINS =
      """
      A | P 3.A | A 3.A X |       |
      P | P 3.A | A 3.A X |       |
      M | P 3.A | A 3.A X | P 4.B | A 4.B X
      Q |       |         | P 4.B | A 4.B X
      B |       |         | P 4.B | A 4.B X
      """;

  private static final String B_WINS =
      """
      A | P 3.A |         |       | A 3.A X
      P | P 3.A |         |       | A 3.A X
      M | P 3.A | A 3.A X | P 4.B | A 4.B X
      Q |       |         | P 4.B | A 4.B X
      B |       |         | P 4.B | A 4.B X
      """;

  private static final String BB_WINS =
      """
      A | P 3.A | A 3.A X |       |           |
      P | P 3.A |         |       | A 3.A X   |
      M | P 3.A |         | P 4.B | x A 3.A X | A 4.B Y
      Q |       |         | P 4.B | A 4.B Y   |
      B |       |         | P 4.B | A 4.B Y   |
      """;

  private static final String LIVELOCK =
      """
      A | P 3.A |       | A 3.A X   | P b+1.A |           |         | A b+1.A X
      P | P 3.A |       | A 3.A X   | P b+1.A |           |         | A b+1.A X
      M | P 3.A | P b.B | x A 3.A X | P b+1.A | x A b.B Y | P b+2.B | x A b+1.A X
      Q |       | P b.B |           |         | A b.B Y   | P b+2.B |
      B |       | P b.B |           |         | A b.B Y   | P b+2.B |
      """;

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final ClusterDirector director = new ClusterDirector(cluster);

  record Pair(ServerId a, ServerId b) {
    Map<String, ServerId> roles() {
      Map<String, ServerId> roles = new LinkedHashMap<>(Map.of("A", a, "B", b));
      List<ServerId> others =
          new ArrayList<>(IntStream.rangeClosed(1, 5).mapToObj(ServerId::new).toList());
      others.removeAll(List.of(a, b));
      roles.put("P", others.get(0));
      roles.put("M", others.get(1));
      roles.put("Q", others.get(2));
      return roles;
    }

    Map<String, String> arguments() {
      Map<String, String> arguments = new HashMap<>(VALUES);
      arguments.put("A", a.toString());
      arguments.put("B", b.toString());
      return arguments;
    }
  }

  static Stream<Pair> everyPair() {
    List<ServerId> servers = IntStream.rangeClosed(1, 5).mapToObj(ServerId::new).toList();
    return servers.stream()
        .flatMap(a -> servers.stream().filter(b -> !b.equals(a)).map(b -> new Pair(a, b)));
  }

  @AfterEach
  void close() {
    director.close();
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void aValueThatIsChosenIsLearnedByWhoeverComesLater(Pair pair) {
    LiveRun run = play("A_wins", pair, Map.of());
    assertBoxes(A_WINS, pair, run, 4);
    assertEquals(List.of(told(pair.a(), "of A"), told(pair.b(), "of A")), answers(run));
    assertAllFilesHold("of A", run);
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void aValueThatIsSeenIsTakenOverAndTheNewProposerIsAnsweredFirst(Pair pair) {
    LiveRun run = play("B_wins", pair, Map.of());
    assertBoxes(B_WINS, pair, run, 4);
    assertEquals(List.of(told(pair.b(), "of A"), told(pair.a(), "of A")), answers(run));
    assertAllFilesHold("of A", run);
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void aValueThatIsNotSeenIsBlockedAndItsClientIsToldByWhom(Pair pair) {
    LiveRun run = play("BB_wins", pair, Map.of());
    assertBoxes(BB_WINS, pair, run, 4);
    String refusal =
        "%s failed: Proposal 3.%d was refused by %s, which has promised 4.%d."
            .formatted(pair.a(), pair.a().number(), pair.roles().get("M"), pair.b().number());
    assertEquals(List.of(refusal, told(pair.b(), "of B")), answers(run));
    assertAllFilesHold("of B", run);
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void theBlockedProposerTriesAgainAndSucceedsWithTheChosenValue(Pair pair) {
    play("BB_wins", pair, Map.of());
    LiveRun run = play("A_retries", Map.of("A", pair.a().toString(), "X", "of A"));
    assertEquals(List.of(told(pair.a(), "of B")), answers(run));
    assertEquals(
        Optional.of("of B"),
        run.trace().at(run.trace().size()).chosen().map(chosen -> chosen.value().text()));
    assertAllFilesHold("of B", run);
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void aLivelockChoosesNothingUntilRandomWaitsLetOneProposerThrough(Pair pair) {
    LiveRun run = play("livelock", pair, Map.of());
    assertLivelockBoxes(pair, run);
    String value = run.trace().at(run.trace().size()).chosen().orElseThrow().value().text();
    assertEquals(
        List.of(told(pair.a(), value), told(pair.b(), value)),
        answers(run).stream().sorted(firstOf(pair)).toList());
    assertAllFilesHold(value, run);
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void anUncuredLivelockEndsWithTwoFailuresAndNothingChosen(Pair pair) {
    LiveRun run = play("livelock", pair, Map.of("cure", "no"));
    assertLivelockBoxes(pair, run);
    assertEquals(Optional.empty(), run.trace().at(run.trace().size()).chosen());
    assertEquals(2, answers(run).size());
    assertTrue(answers(run).stream().allMatch(answer -> answer.contains(" failed: ")));
    assertAllFilesHold("", run);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"})
  void everySeedCuresALivelock(String seed) {
    Pair pair = new Pair(new ServerId(1), new ServerId(5));
    LiveRun run = play("livelock", pair, Map.of("seed", seed, "rounds", "1"));
    assertLivelockBoxes(pair, run);
    String value = run.trace().at(run.trace().size()).chosen().orElseThrow().value().text();
    assertEquals(2, answers(run).size());
    assertAllFilesHold(value, run);
  }

  @Test
  void theSameArgumentsGiveTheSameDecisions() {
    Pair pair = new Pair(new ServerId(2), new ServerId(4));
    List<String> once = decisions(play("livelock", pair, Map.of()));
    assertEquals(once, decisions(play("livelock", pair, Map.of())));
  }

  @Test
  void anEndlessLivelockGoesOnUntilItIsCured() {
    Pair pair = new Pair(new ServerId(1), new ServerId(5));
    Map<String, String> arguments = new HashMap<>(pair.arguments());
    arguments.put("rounds", "0");
    LiveRun run = director.start(scenario("livelock"), arguments);
    for (int step = 1; step <= 400; step++) {
      run.step();
    }
    assertTrue(run.curable());
    assertEquals(Optional.empty(), run.trace().at(run.trace().size()).chosen());
    run.cure();
    assertFalse(run.curable());
    finish(run);
    assertAllFilesHold(
        run.trace().at(run.trace().size()).chosen().orElseThrow().value().text(), run);
  }

  @Test
  void aSecondValueIsAnsweredWithTheFirst() {
    LiveRun first = play("set_value", Map.of("A", "S2", "X", "of A"));
    assertEquals(List.of("S2 ok: of A"), answers(first));
    LiveRun second = play("set_value", Map.of("A", "8003", "X", "of B"));
    assertEquals(List.of("S4 ok: of A"), answers(second));
    assertAllFilesHold("of A", second);
  }

  private LiveRun play(String name, Pair pair, Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>(pair.arguments());
    arguments.putAll(more);
    return play(name, arguments);
  }

  private LiveRun play(String name, Map<String, String> arguments) {
    LiveRun run = director.start(scenario(name), arguments);
    finish(run);
    return run;
  }

  private static void finish(LiveRun run) {
    for (int steps = 0; run.next().isPresent(); steps++) {
      assertTrue(steps < 2_000, "The scenario does not come to its end.");
      run.step();
    }
    run.end();
  }

  private static Scenario scenario(String name) {
    return ScenarioLibrary.load().find(name).orElseThrow();
  }

  private void assertBoxes(String table, Pair pair, LiveRun run, int roundOfB) {
    BoxDiagram slide = SlideTable.of(table, pair.roles(), VALUES, roundOfB);
    BoxDiagram drawn = BoxDiagram.of(run.trace().steps());
    assertEquals(slide, drawn);
    Scenario scenario = scenario(run.trace().header().scenario());
    assertEquals(
        Optional.of(slide),
        Arguments.fill(scenario, pair.arguments(), cluster.addresses()).reference(scenario));
  }

  private void assertLivelockBoxes(Pair pair, LiveRun run) {
    int roundOfB = pair.b().compareTo(pair.a()) > 0 ? 3 : 4;
    BoxDiagram slide = SlideTable.of(LIVELOCK, pair.roles(), VALUES, roundOfB);
    BoxDiagram drawn =
        new BoxDiagram(
            BoxDiagram.of(run.trace().steps()).boxes().stream()
                .filter(box -> Integer.parseInt(box.column().substring(1)) <= 7)
                .toList());
    assertEquals(slide, drawn);
  }

  private static String told(ServerId server, String value) {
    return server + " ok: " + value;
  }

  private static List<String> answers(LiveRun run) {
    return run.replies().stream()
        .map(
            answer ->
                answer.server()
                    + (answer.reply().ok()
                        ? " ok: " + answer.reply().chosen().orElseThrow().value()
                        : " failed: " + answer.reply().message()))
        .toList();
  }

  private static java.util.Comparator<String> firstOf(Pair pair) {
    return java.util.Comparator.comparing(answer -> !answer.startsWith(pair.a() + " "));
  }

  private static List<String> decisions(LiveRun run) {
    return run.trace().steps().stream()
        .skip(1)
        .map(step -> step.decision() + " " + step.column() + " " + step.caption())
        .toList();
  }

  /** All that the nodes say of themselves is what the trace shows, and every gate is open. */
  private void assertAllFilesHold(String value, LiveRun run) {
    for (int number = 1; number <= 5; number++) {
      NodeState state = cluster.status(new ServerId(number)).orElseThrow();
      assertEquals(value, state.fileContents());
      assertEquals(GateMode.OPEN, state.gate());
      assertEquals(0, state.held());
      var shown = run.trace().at(run.trace().size()).server(new ServerId(number));
      assertEquals(state.fileContents(), shown.fileContents());
      assertEquals(state.promised(), shown.promised());
      assertEquals(state.accepted(), shown.accepted());
    }
    assertEquals(List.of(), run.trace().at(run.trace().size()).held());
    assertEquals(List.of(), SafetyProperties.check(run.trace()));
  }
}
