package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.diagram.CallBoxes;
import paxoscope.diagram.ColumnWindow;
import paxoscope.diagram.SlideDiagram;
import paxoscope.diagram.WorksheetDiagram;
import paxoscope.director.ScenariosOnSimulatedNodesTest.Pair;
import paxoscope.picture.Mark;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.protocol.ServerId;
import paxoscope.support.InterWidths;
import paxoscope.support.PictureChecks;
import paxoscope.trace.Box;
import paxoscope.trace.Trace;

/** Where things stand on the box diagram, its worksheet and its key. */
class SlideLayoutTest {

  private static final InterWidths WIDTHS = new InterWidths();
  private static final Pair PAIR = new Pair(new ServerId(1), new ServerId(5));

  /** What is left for the view in a window of a usual size, and the size of its text. */
  private record Room(String window, double width, double height, double font) {
    @Override
    public String toString() {
      return window;
    }
  }

  private static final List<Room> ROOMS =
      List.of(
          new Room("1280x720", 996, 449, 12.8),
          new Room("1600x900", 1245, 562, 16),
          new Room("1920x1080", 1494, 674, 19.2),
          new Room("1280x720 at 150 %", 897, 458, 19.2),
          new Room("1600x900 at 150 %", 1121, 573, 24),
          new Room("960x600", 660, 320, 12.5));

  static Stream<Arguments> everyScenarioInEveryRoom() {
    return Stream.of("A_wins", "B_wins", "BB_wins", "livelock", "set_value")
        .flatMap(name -> ROOMS.stream().map(room -> Arguments.of(name, room)));
  }

  @ParameterizedTest
  @MethodSource("everyScenarioInEveryRoom")
  void nothingCoversATextAtAnyMoment(String name, Room room) {
    Trace trace = SlideOfScenariosTest.played(name, PAIR);
    assertNoFaults(trace, room);
  }

  private static void assertNoFaults(Trace trace, Room room) {
    SlideDiagram diagram = new SlideDiagram(trace, WIDTHS);
    int last = 0;
    for (int cursor = 0; cursor <= trace.size(); cursor++) {
      int boxes = new CallBoxes(trace).at(cursor).boxes().size();
      if (boxes == last && cursor > 0) {
        continue;
      }
      last = boxes;
      for (ColumnWindow.Wish wish : List.of(ColumnWindow.Wish.NEWEST, ColumnWindow.Wish.ALL)) {
        Picture picture = diagram.draw(view(cursor, room, wish)).picture();
        assertEquals(
            List.of(), new PictureChecks(picture, WIDTHS).faults(), "moment " + cursor + wish);
      }
    }
  }

  private static SlideDiagram.View view(int cursor, Room room, ColumnWindow.Wish wish) {
    return new SlideDiagram.View(
        cursor, room.width(), room.height(), room.font(), wish, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 7, 9})
  void itHoldsForOtherNumbersOfServersAndForLongValues(int servers) {
    Trace trace =
        SlideOfScenariosTest.played(
            servers,
            List.of("set_value", "set_value"),
            Map.of("A", "S2", "X", "a value of many words, \n on several lines"));
    ROOMS.forEach(room -> assertNoFaults(trace, room));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void itHoldsForRunsThatNobodyWrote(long seed) {
    RandomRun run = new RandomRun(3 + (int) seed % 7, seed);
    for (int step = 1; step <= 70; step++) {
      run.step();
    }
    ROOMS.forEach(room -> assertNoFaults(run.trace, room));
  }

  @Test
  void aLongRunShowsTheNewestColumnsAndTheOlderOnesCanBeReached() {
    Map<String, String> arguments = new HashMap<>(PAIR.arguments());
    arguments.put("rounds", "12");
    Trace trace = SlideOfScenariosTest.played(5, List.of("livelock"), arguments);
    Room room = ROOMS.get(1);
    SlideDiagram diagram = new SlideDiagram(trace, WIDTHS);
    ColumnWindow newest = diagram.draw(view(trace.size(), room, ColumnWindow.Wish.NEWEST)).window();
    assertTrue(newest.all() > 40 && newest.isPart());
    assertEquals(newest.all(), newest.first() + newest.count());
    ColumnWindow oldest =
        diagram.draw(view(trace.size(), room, new ColumnWindow.Wish(false, 0))).window();
    assertEquals(0, oldest.first());
    assertEquals(newest.width(), oldest.width());
    ColumnWindow all = diagram.draw(view(trace.size(), room, ColumnWindow.Wish.ALL)).window();
    assertFalse(all.isPart());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A_wins", "B_wins", "BB_wins"})
  void theColumnsOfALectureStandBesideTheSlideAtAnySizeOfText(String name) {
    Trace trace = SlideOfScenariosTest.played(name, PAIR);
    SlideDiagram diagram = new SlideDiagram(trace, WIDTHS);
    for (Room room : ROOMS.subList(0, 5)) {
      SlideDiagram.Drawing end = diagram.draw(view(trace.size(), room, ColumnWindow.Wish.NEWEST));
      assertFalse(end.window().isPart(), room + ": " + end.window());
      assertTrue(texts(end.picture()).contains("The slide"), room::toString);
    }
  }

  @Test
  void eachBoxLeadsToItsStepAndTheReasonIsWritten() {
    Trace trace = SlideOfScenariosTest.played("BB_wins", PAIR);
    Picture picture = new SlideDiagram(trace, WIDTHS).draw(trace.size(), 1245, 562, 16);
    Set<Integer> steps = new HashSet<>();
    picture.marks().stream()
        .filter(mark -> mark instanceof Mark.Box)
        .forEach(
            mark -> {
              if (mark.target() instanceof Target.Moment moment) {
                steps.add(moment.step());
              }
            });
    assertEquals(12, steps.size());
    assertTrue(texts(picture).contains("promised 4.5 in t3"));
    assertTrue(texts(picture).stream().anyMatch(text -> text.endsWith("is chosen")));
    assertTrue(picture.title().contains("refused, promised 4.5 in t3"), picture.title());
  }

  @Test
  void theHeadTellsHowFarItMatchesAndWhatDiffersFirst() {
    Trace trace = SlideOfScenariosTest.played("BB_wins", PAIR);
    List<Box> boxes =
        trace.header().reference().orElseThrow().boxes().stream()
            .filter(box -> !box.refused())
            .toList();
    Trace other = SlideOfScenariosTest.withReference(trace, boxes);
    List<String> texts = texts(new SlideDiagram(other, WIDTHS).draw(other.size(), 1600, 700, 16));
    assertTrue(
        texts.contains(
            "Drawn from the calls the five servers really made. Boxes match the slide so far:"
                + " 11 of 11."),
        texts.toString());
    assertTrue(
        texts.contains(
            "First difference: at S3 in t4 the slide has nothing, and A 3.1 “of A”, refused,"
                + " came."),
        texts.toString());
  }

  private static List<String> texts(Picture picture) {
    return picture.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A_wins", "B_wins", "BB_wins", "livelock"})
  void theWorksheetLeavesOutWhatTheKeyTells(String name) {
    Trace trace = SlideOfScenariosTest.played(name, PAIR);
    WorksheetDiagram pages = new WorksheetDiagram(new CallBoxes(trace), WIDTHS);
    Picture sheet = pages.sheet(trace.size());
    Picture key = pages.key(trace.size());
    for (Picture page : List.of(sheet, key)) {
      assertEquals(297.0 / 210, page.width() / page.height(), 0.001);
      assertEquals(List.of(), new PictureChecks(page, WIDTHS).faults());
    }
    long all = trace.header().reference().orElseThrow().boxes().size();
    assertEquals(all, labels(key));
    assertTrue(labels(sheet) >= 3 && labels(sheet) <= all / 2 + 1, "given: " + labels(sheet));
    assertTrue(texts(sheet).stream().noneMatch(text -> text.startsWith("promised")));
    assertTrue(texts(sheet).contains("Name") && texts(sheet).contains("Date"));
    assertTrue(texts(key).stream().anyMatch(text -> text.startsWith("Answer: ")));
  }

  private static long labels(Picture page) {
    return texts(page).stream().filter(text -> text.matches("[PA] [0-9]+\\..*")).count();
  }

  @Test
  void theAnswerNamesTheValueAndTheColumnOfTheMajority() {
    assertEquals(
        List.of(
            "Answer: “of A” is chosen, in t2.",
            "Answer: “of A” is chosen, in t4.",
            "Answer: “of B” is chosen, in t5.",
            "Answer: nothing is chosen."),
        Stream.of("A_wins", "B_wins", "BB_wins", "livelock").map(SlideLayoutTest::answer).toList());
  }

  private static String answer(String name) {
    Trace trace = SlideOfScenariosTest.played(name, PAIR);
    Picture key = new WorksheetDiagram(new CallBoxes(trace), WIDTHS).key(trace.size());
    return texts(key).stream().filter(it -> it.startsWith("Answer")).findFirst().orElseThrow();
  }
}
