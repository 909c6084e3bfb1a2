package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.diagram.Adoption;
import paxoscope.diagram.CallBox;
import paxoscope.diagram.CallBoxes;
import paxoscope.diagram.Column;
import paxoscope.diagram.SlideComparison;
import paxoscope.diagram.SlideContent;
import paxoscope.director.ScenariosOnSimulatedNodesTest.Pair;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Box;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.Passage;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.Trace;

/** The box diagram as data, of every scenario and every ordered pair of proposers. */
class SlideOfScenariosTest {

  static Stream<Pair> everyPair() {
    return ScenariosOnSimulatedNodesTest.everyPair();
  }

  static Stream<Arguments> everyScenarioAndPair() {
    return Stream.concat(
            Stream.of("A_wins", "B_wins", "BB_wins", "livelock"),
            LibrarySlide.ALL.stream().map(LibrarySlide::name))
        .flatMap(name -> everyPair().map(pair -> Arguments.of(name, pair)));
  }

  static Trace played(String name, Pair pair) {
    return played(5, List.of(name), pair.arguments());
  }

  static Trace played(int servers, List<String> names, Map<String, String> arguments) {
    SimulatedCluster cluster = new SimulatedCluster(servers);
    try (ClusterDirector director = new ClusterDirector(cluster)) {
      for (String name : names) {
        var scenario = ScenarioLibrary.load().find(name).orElseThrow();
        Map<String, String> known = new HashMap<>(arguments);
        known.keySet().retainAll(scenario.parameters().stream().map(it -> it.name()).toList());
        LiveRun run = director.start(scenario, known);
        while (run.next().isPresent()) {
          run.step();
        }
        run.end();
      }
      return director.trace();
    }
  }

  private static SlideContent end(Trace trace) {
    return new CallBoxes(trace).at(trace.size());
  }

  @ParameterizedTest
  @MethodSource("everyScenarioAndPair")
  void everyBoxOfTheSlideComesAtItsPlaceAndNothingDiffersOnTheWay(String name, Pair pair) {
    Trace trace = played(name, pair);
    CallBoxes calls = new CallBoxes(trace);
    int all = trace.header().reference().orElseThrow().boxes().size();
    int before = 0;
    for (int cursor = 0; cursor <= trace.size(); cursor++) {
      SlideContent content = calls.at(cursor);
      SlideComparison slide = content.comparison().orElseThrow();
      assertEquals(Optional.empty(), slide.difference());
      assertEquals(all, slide.matched().size() + content.coming().size());
      assertTrue(slide.matched().size() >= before);
      before = slide.matched().size();
    }
    assertTrue(calls.at(trace.size()).comparison().orElseThrow().isComplete());
  }

  @ParameterizedTest
  @MethodSource("everyScenarioAndPair")
  void goingBackShowsWhatWasShownThen(String name, Pair pair) {
    Trace trace = played(name, pair);
    CallBoxes calls = new CallBoxes(trace);
    SlideContent live = calls.at(trace.size() / 2);
    calls.at(trace.size());
    assertEquals(live, calls.at(trace.size() / 2));
  }

  @ParameterizedTest
  @MethodSource("everyScenarioAndPair")
  void everyBoxStandsForAMessageThatEndedInItsStep(String name, Pair pair) {
    Trace trace = played(name, pair);
    CallBoxes calls = new CallBoxes(trace);
    for (CallBox call : calls.at(trace.size()).boxes()) {
      Passage message = calls.messageOf(call).orElseThrow();
      assertEquals(call.step(), message.endStep());
      assertEquals(call.box().number(), message.content().number());
      assertEquals(call.box().refused() ? Passage.End.REFUSED : Passage.End.HANDLED, message.end());
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void aValueThatBFindsComesFromTheServerThatBothMajoritiesShare(Pair pair) {
    ServerId shared = pair.roles().get("M");
    for (String name : List.of("A_wins", "B_wins")) {
      List<Adoption> adoptions = end(played(name, pair)).adoptions();
      assertEquals(1, adoptions.size());
      CallBox from = adoptions.getFirst().from();
      CallBox to = adoptions.getFirst().to();
      assertEquals(
          new Box("t2", shared, 2, new ProposalNumber(3, pair.a()), "of A", false), from.box());
      assertEquals(new ProposalNumber(4, pair.b()), to.box().number());
      assertEquals("t4 of A", to.box().column() + " " + to.box().value());
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void whoeverGoesOnWithItsOwnValueHasAdoptedNone(Pair pair) {
    assertEquals(List.of(), end(played("BB_wins", pair)).adoptions());
    Map<String, String> arguments = new HashMap<>(pair.arguments());
    arguments.put("cure", "no");
    assertEquals(List.of(), end(played(5, List.of("livelock"), arguments)).adoptions());
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void aRefusalNamesThePromiseAndItsColumn(Pair pair) {
    assertEquals(List.of("t4: 4." + pair.b().number() + " in t3"), refusals("BB_wins", pair));
    int first = pair.b().compareTo(pair.a()) > 0 ? 3 : 4;
    assertEquals(
        List.of(
            "t3: %d.%d in t2".formatted(first, pair.b().number()),
            "t5: %d.%d in t4".formatted(first + 1, pair.a().number()),
            "t7: %d.%d in t6".formatted(first + 2, pair.b().number())),
        refusals("livelock", pair).subList(0, 3));
  }

  private static List<String> refusals(String name, Pair pair) {
    return end(played(name, pair)).boxes().stream()
        .filter(call -> call.box().refused())
        .map(
            call ->
                call.column().label()
                    + ": "
                    + call.obstacle().orElseThrow().promised()
                    + " in "
                    + call.obstacle().orElseThrow().column())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void theBoxesThatMakeTheMajorityAreThoseOfTheFirstThreeAcceptances(Pair pair) {
    assertEquals(Set.of("A t2", "P t2", "M t2"), majority("A_wins", pair));
    assertEquals(Set.of("Q t4", "B t4", "M t5"), majority("BB_wins", pair));
  }

  private static Set<String> majority(String name, Pair pair) {
    return end(played(name, pair)).majority().stream()
        .map(
            call ->
                pair.roles().entrySet().stream()
                        .filter(role -> role.getValue().equals(call.box().server()))
                        .findFirst()
                        .orElseThrow()
                        .getKey()
                    + " "
                    + call.column().label())
        .collect(Collectors.toSet());
  }

  @Test
  void aRetryAfterTheSlideStandsInColumnsAfterItsLast() {
    Trace trace =
        played(5, List.of("BB_wins", "A_retries"), Map.of("A", "S1", "B", "S5", "X", "x"));
    List<String> labels = end(trace).columns().stream().map(Column::label).toList();
    assertEquals(List.of("t1", "t2", "t3", "t4", "t5", "t6", "t7"), labels);
    assertEquals(Optional.empty(), end(trace).comparison());
    assertEachBoxHasItsOwnPlace(end(trace));
  }

  @Test
  void aSecondValueGoesOnToTheRightAndAdoptsTheFirst() {
    Trace trace = played(5, List.of("set_value", "set_value"), Map.of("A", "S2", "X", "x"));
    SlideContent content = end(trace);
    assertEquals(
        List.of("t1", "t2", "t3", "t4"), content.columns().stream().map(Column::label).toList());
    assertEquals(20, content.boxes().size());
    assertEachBoxHasItsOwnPlace(content);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9})
  void aRunWithoutColumnsGetsThemFromTheKindAndNumberOfItsCalls(int servers) {
    for (long seed = 1; seed <= 8; seed++) {
      RandomRun run = new RandomRun(servers, seed);
      for (int step = 1; step <= 150; step++) {
        run.step();
      }
      SlideContent content = end(run.trace);
      assertEachBoxHasItsOwnPlace(content);
      assertEquals(BoxDiagram.of(run.trace.steps()).boxes(), List.of());
      for (Column column : content.columns()) {
        assertEquals(
            1,
            content.boxes().stream()
                .filter(call -> call.column().equals(column))
                .map(call -> call.box().phase() + " " + call.box().number())
                .distinct()
                .count());
      }
    }
  }

  private static void assertEachBoxHasItsOwnPlace(SlideContent content) {
    Set<String> places = new HashSet<>();
    Set<String> labels = new HashSet<>();
    content
        .boxes()
        .forEach(
            call -> assertTrue(places.add(call.column().label() + call.box().server()), "" + call));
    content.columns().forEach(column -> assertTrue(labels.add(column.label()), "" + column));
  }

  @Test
  void theFirstBoxThatDiffersIsTold() {
    Trace trace = played("BB_wins", new Pair(new ServerId(1), new ServerId(5)));
    Box refused = new Box("t4", new ServerId(3), 2, ProposalNumber.parse("3.1"), "of A", true);
    Box handled = new Box("t4", new ServerId(3), 2, ProposalNumber.parse("3.1"), "of A", false);
    SlideComparison other = compared(trace, refused, Optional.of(handled));
    assertEquals(
        new SlideComparison.Difference(
            "t4", new ServerId(3), Optional.of(handled), Optional.of(refused)),
        other.difference().orElseThrow());
    assertTrue(other.isFirstDifference(handled));
    assertEquals(11, other.matched().size());
    SlideComparison extra = compared(trace, refused, Optional.empty());
    assertEquals(
        new SlideComparison.Difference(
            "t4", new ServerId(3), Optional.empty(), Optional.of(refused)),
        extra.difference().orElseThrow());
  }

  @Test
  void aBoxThatHasNotComeIsMissingOnlyWhenALaterColumnHasBegun() {
    Trace trace = played("BB_wins", new Pair(new ServerId(1), new ServerId(5)));
    Box more = new Box("t1", new ServerId(4), 1, ProposalNumber.parse("3.1"), "", false);
    Trace longer = withReference(trace, boxesAnd(trace, more));
    CallBoxes calls = new CallBoxes(longer);
    int begun =
        calls.at(longer.size()).boxes().stream()
            .filter(call -> call.column().label().equals("t2"))
            .findFirst()
            .orElseThrow()
            .step();
    assertEquals(Optional.empty(), calls.at(begun - 1).comparison().orElseThrow().difference());
    assertEquals(
        Optional.of(
            new SlideComparison.Difference(
                "t1", new ServerId(4), Optional.of(more), Optional.empty())),
        calls.at(begun).comparison().orElseThrow().difference());
  }

  private static List<Box> boxesAnd(Trace trace, Box more) {
    return Stream.concat(trace.header().reference().orElseThrow().boxes().stream(), Stream.of(more))
        .toList();
  }

  private static SlideComparison compared(Trace trace, Box instead, Optional<Box> wanted) {
    List<Box> boxes =
        trace.header().reference().orElseThrow().boxes().stream()
            .flatMap(box -> box.equals(instead) ? wanted.stream() : Stream.of(box))
            .toList();
    return end(withReference(trace, boxes)).comparison().orElseThrow();
  }

  /** The same run under a header whose slide is another one. */
  static Trace withReference(Trace trace, List<Box> boxes) {
    RunHeader header = trace.header();
    return new RecordedTrace(
        new RunHeader(
            header.run(),
            header.scenario(),
            header.title(),
            header.parameters(),
            header.proposerA(),
            header.proposerB(),
            header.ports(),
            Optional.of(new BoxDiagram(boxes))),
        trace.steps());
  }
}
