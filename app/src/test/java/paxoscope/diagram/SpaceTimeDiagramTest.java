package paxoscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.diagram.SpaceTimeDiagram.Focus;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.director.SimulatedTraces;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Causality;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;

/** The space-time diagram as data. */
class SpaceTimeDiagramTest {

  private static final TextWidths WIDTHS = (text, type) -> text.length() * type.size() * 0.56;

  /** The room of the view in a window of 1280x720 and 1600x900, each also at 150 %. */
  enum Room {
    SMALL(990, 370, 12.8, 3),
    SMALL_WITH_LARGE_TEXT(850, 260, 19.2, 20),
    USUAL(1230, 500, 16, 2),
    USUAL_WITH_LARGE_TEXT(1040, 340, 24, 20);

    private final double width;
    private final double height;
    private final double font;
    private final int fewest;

    Room(double width, double height, double font, int fewest) {
      this.width = width;
      this.height = height;
      this.font = font;
      this.fewest = fewest;
    }

    /** How many steps the view shows at once unless one zooms. */
    double readableSteps() {
      return (width / font - 7) / 1.3;
    }

    Section section(double first, double last, int cursor, Focus focus) {
      return new Section(width, height, font, first, last, cursor, focus);
    }
  }

  static Stream<Arguments> everyScenarioInEveryRoom() {
    return Stream.of("set_value", "A_wins", "B_wins", "BB_wins", "livelock", "A_retries")
        .flatMap(name -> Stream.of(Room.values()).map(room -> Arguments.of(name, room)));
  }

  private static Picture whole(Trace trace, Room room, int cursor) {
    return new SpaceTimeDiagram(trace, WIDTHS)
        .draw(room.section(0, trace.size() + 2, cursor, Focus.NONE));
  }

  @ParameterizedTest
  @MethodSource("everyScenarioInEveryRoom")
  void noWordsCollideWithOtherWordsOrHeadsOrSignsOrPills(String scenario, Room room) {
    Trace trace = SimulatedTraces.of(scenario, Map.of());
    double last = Math.min(trace.size() + 2, room.readableSteps());
    Picture picture =
        new SpaceTimeDiagram(trace, WIDTHS).draw(room.section(0, last, trace.size(), Focus.NONE));
    assertEquals(List.of(), new PictureAreas(picture, WIDTHS).collisions());
    long words = words(picture).size();
    long messages = messages(trace).stream().filter(one -> one.endStep() < last).count();
    assertTrue(words * room.fewest >= messages, words + " of " + messages);
    Picture whole = whole(trace, room, trace.size());
    assertEquals(List.of(), new PictureAreas(whole, WIDTHS).collisions());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noWordsCollideInRunsWithFaultsOfAllKindsEither(long seed) {
    Trace trace = SimulatedTraces.random(5, seed, 120, seed % 2 == 0 ? 12 : 120);
    for (int first = 0; first < 100; first += 20) {
      Picture picture =
          new SpaceTimeDiagram(trace, WIDTHS)
              .draw(Room.USUAL.section(first, first + 50, trace.size(), Focus.NONE));
      assertEquals(List.of(), new PictureAreas(picture, WIDTHS).collisions());
    }
  }

  private static List<Mark.Text> words(Picture picture) {
    List<Mark.Text> words = new ArrayList<>();
    for (Mark mark : picture.marks()) {
      if (mark instanceof Mark.Text text && text.target() instanceof Target.OfMessage) {
        words.add(text);
      }
    }
    return words;
  }

  private static List<Passage> messages(Trace trace) {
    List<Passage> messages = new ArrayList<>();
    for (int serial = 1; serial <= trace.passageCount(trace.size()); serial++) {
      if (trace.passage(serial).content().leg() != Leg.TIMER) {
        messages.add(trace.passage(serial));
      }
    }
    return messages;
  }

  private static List<Mark> marksOf(Passage passage, Picture picture) {
    return picture.marks().stream()
        .filter(mark -> mark.target().equals(new Target.OfMessage(passage.serial())))
        .filter(mark -> !(mark instanceof Mark.Text))
        .toList();
  }

  private static Mark.Line line(Passage passage, Picture picture) {
    return marksOf(passage, picture).stream()
        .filter(Mark.Line.class::isInstance)
        .map(Mark.Line.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Passage first(Trace trace, Outbound.Kind kind, int from, int to) {
    return messages(trace).stream()
        .filter(message -> message.content().kind() == kind)
        .filter(message -> message.content().from().equals(new ServerId(from)))
        .filter(message -> message.content().to().equals(new ServerId(to)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anArrowRunsFromTheSendersLaneAtTheSendingToTheReceiversAtTheReceipt() {
    Trace trace = SimulatedTraces.of("BB_wins", Map.of());
    Section section = Room.USUAL.section(0, trace.size() + 2, trace.size(), Focus.NONE);
    SpaceTimeDiagram diagram = new SpaceTimeDiagram(trace, WIDTHS);
    SpaceTimeScale scale = diagram.scale(section);
    Picture picture = diagram.draw(section);
    Passage promise = first(trace, Outbound.Kind.PROMISE, 3, 1);
    Mark.Line line = line(promise, picture);
    assertEquals(scale.x(promise.sentStep()), line.x1());
    assertEquals(scale.lane(new ServerId(3)), line.y1());
    assertEquals(scale.x(promise.endStep()), line.x2());
    assertEquals(scale.lane(new ServerId(1)), line.y2());
    assertTrue(line.head() > 0);
    assertEquals(promise.endStep(), scale.step(line.x2()), 1e-9);
  }

  @Test
  void proposersPhasesAndRefusalsHaveLooksOfTheirOwn() {
    Trace trace = SimulatedTraces.of("BB_wins", Map.of());
    Picture picture = whole(trace, Room.USUAL, trace.size());
    Passage prepare = first(trace, Outbound.Kind.PREPARE, 1, 2);
    Passage accept = first(trace, Outbound.Kind.ACCEPT, 1, 2);
    Passage refused = first(trace, Outbound.Kind.ACCEPT, 1, 3);
    Passage refusal = first(trace, Outbound.Kind.NACK, 3, 1);
    Passage commit = first(trace, Outbound.Kind.COMMIT, 5, 1);
    assertEquals(new Pen(Ink.A, 2, Pen.Dash.SOLID), line(prepare, picture).pen());
    assertEquals(
        new Pen(Ink.B, 2, Pen.Dash.DASHED),
        line(first(trace, Outbound.Kind.PREPARE, 5, 4), picture).pen());
    assertEquals(Ink.GROUND, circle(prepare, picture).fill().orElseThrow().ink());
    assertEquals(Ink.A, circle(accept, picture).fill().orElseThrow().ink());
    assertTrue(line(commit, picture).pen().width() < line(prepare, picture).pen().width());
    assertTrue(marksOf(commit, picture).stream().anyMatch(Mark.Box.class::isInstance));
    assertEquals(Ink.REFUSAL, line(refusal, picture).pen().ink());
    assertEquals(List.of(Ink.REFUSAL), crosses(refusal, picture));
    assertEquals(Ink.A, line(refused, picture).pen().ink());
    assertEquals(List.of(Ink.REFUSAL), crosses(refused, picture));
  }

  private static Mark.Circle circle(Passage passage, Picture picture) {
    return marksOf(passage, picture).stream()
        .filter(Mark.Circle.class::isInstance)
        .map(Mark.Circle.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<Ink> crosses(Passage passage, Picture picture) {
    return marksOf(passage, picture).stream()
        .filter(Mark.Path.class::isInstance)
        .map(mark -> ((Mark.Path) mark).pen().orElseThrow().ink())
        .toList();
  }

  @Test
  void aLossIsDottedGreyAndBreaksOnTheWayWithACross() {
    Trace trace = SimulatedTraces.of("livelock", Map.of("cure", "no", "rounds", "1"));
    Section section = Room.USUAL.section(0, trace.size() + 2, trace.size(), Focus.NONE);
    SpaceTimeDiagram diagram = new SpaceTimeDiagram(trace, WIDTHS);
    Passage lost =
        messages(trace).stream()
            .filter(message -> message.end() == Passage.End.LOST)
            .filter(message -> !message.content().from().equals(message.content().to()))
            .findFirst()
            .orElseThrow();
    Picture picture = diagram.draw(section);
    Mark.Line line = line(lost, picture);
    assertEquals(new Pen(Ink.LOSS, 2, Pen.Dash.DOTTED), line.pen());
    assertEquals(0, line.head());
    assertTrue(line.x2() < diagram.scale(section).x(lost.endStep()));
    assertEquals(List.of(Ink.LOSS), crosses(lost, picture));
  }

  @Test
  void whatWaitsIsAShortStubAtItsSender() {
    Trace trace = SimulatedTraces.of("A_wins", Map.of(), 1);
    Section section = Room.USUAL.section(0, 24, 1, Focus.NONE);
    SpaceTimeDiagram diagram = new SpaceTimeDiagram(trace, WIDTHS);
    Picture picture = diagram.draw(section);
    Passage prepare = first(trace, Outbound.Kind.PREPARE, 1, 3);
    assertEquals(Passage.End.WAITING, prepare.end());
    Mark.Line line = line(prepare, picture);
    assertEquals(diagram.scale(section).x(1), line.x1());
    assertTrue(Math.hypot(line.x2() - line.x1(), line.y2() - line.y1()) < 2 * section.font());
    assertTrue(line.y2() > line.y1(), "it points to its receiver");
  }

  @Test
  void aMessageToItselfIsABowOutsideItsLane() {
    Trace trace = SimulatedTraces.of("A_wins", Map.of());
    Section section = Room.USUAL.section(0, trace.size() + 2, trace.size(), Focus.NONE);
    SpaceTimeDiagram diagram = new SpaceTimeDiagram(trace, WIDTHS);
    Picture picture = diagram.draw(section);
    Passage own = first(trace, Outbound.Kind.PREPARE, 1, 1);
    Mark.Path bow =
        (Mark.Path)
            marksOf(own, picture).stream()
                .filter(Mark.Path.class::isInstance)
                .findFirst()
                .orElseThrow();
    double lane = diagram.scale(section).lane(new ServerId(1));
    assertEquals(diagram.scale(section).x(own.sentStep()), bow.points().getFirst(), 1e-9);
    for (int i = 1; i < bow.points().size(); i += 2) {
      assertTrue(bow.points().get(i) <= lane + 1e-9);
    }
  }

  @Test
  void thePillSaysWhatIsChosenByWhomAndStandsWhereItWas() {
    Trace trace = SimulatedTraces.of("B_wins", Map.of());
    Picture picture = whole(trace, Room.USUAL, trace.size());
    Mark.Text pill =
        picture.marks().stream()
            .filter(Mark.Text.class::isInstance)
            .map(Mark.Text.class::cast)
            .filter(text -> text.ink() == Ink.CHOSEN)
            .findFirst()
            .orElseThrow();
    assertEquals("123 is chosen: S3 S4 S5 at 4.5", pill.text());
    int step = ((Target.Moment) pill.target()).step();
    assertTrue(trace.at(step).chosen().isPresent());
    assertTrue(trace.at(step - 1).chosen().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(doubles = {60, 250, 1_000, 4_000, 12_000})
  void howeverMuchThereIsAtMostThreeThousandMarksAreDrawn(double span) {
    for (Trace trace :
        List.of(
            SimulatedTraces.of("livelock", Map.of("rounds", "0"), 3_000),
            SimulatedTraces.random(5, 7, 3_000))) {
      Section section =
          Room.USUAL.section(
              trace.size() - Math.min(span, trace.size()), trace.size(), 0, Focus.NONE);
      int marks = new SpaceTimeDiagram(trace, WIDTHS).draw(section).marks().size();
      assertTrue(marks <= 3_000, marks + " marks");
    }
  }

  @Test
  void theMessagesThatAreDrawnFromFarAwayAreDrawnFromNearerToo() {
    Trace trace = SimulatedTraces.of("livelock", Map.of("rounds", "0"), 3_000);
    SpaceTimeDiagram diagram = new SpaceTimeDiagram(trace, WIDTHS);
    Set<Target> far = drawn(diagram.draw(Room.USUAL.section(0, 3_000, 3_000, Focus.NONE)));
    Set<Target> near = drawn(diagram.draw(Room.USUAL.section(0, 1_500, 3_000, Focus.NONE)));
    assertTrue(far.size() < messages(trace).size() / 2);
    for (Passage message : messages(trace)) {
      Target target = new Target.OfMessage(message.serial());
      if (message.endStep() < 1_500 && far.contains(target)) {
        assertTrue(near.contains(target), target.toString());
      }
    }
  }

  private static Set<Target> drawn(Picture picture) {
    return picture.marks().stream()
        .map(Mark::target)
        .filter(Target.OfMessage.class::isInstance)
        .collect(Collectors.toSet());
  }

  @Test
  void wordsStayWhereTheyAreWhenTheCursorMoves() {
    Trace trace = SimulatedTraces.of("livelock", Map.of("cure", "no"));
    Set<Mark.Text> atTheEnd = Set.copyOf(words(whole(trace, Room.USUAL, trace.size())));
    for (int cursor = 0; cursor < trace.size(); cursor += 5) {
      assertEquals(atTheEnd, Set.copyOf(words(whole(trace, Room.USUAL, cursor))));
    }
  }

  @Test
  void theRestOfARunIsUnderTheVeilAndTheCausesOfAMessageAreAboveIt() {
    Trace trace = SimulatedTraces.of("BB_wins", Map.of());
    Passage refusal = first(trace, Outbound.Kind.NACK, 3, 1);
    Focus focus =
        new Focus(
            Optional.of(new Causality(trace).of(refusal.serial())),
            OptionalInt.of(refusal.serial()));
    Picture picture =
        new SpaceTimeDiagram(trace, WIDTHS)
            .draw(Room.USUAL.section(0, trace.size() + 2, refusal.endStep(), focus));
    assertTrue(isClear(first(trace, Outbound.Kind.PREPARE, 5, 3), picture));
    assertFalse(isClear(first(trace, Outbound.Kind.PREPARE, 5, 4), picture));
    assertTrue(isClear(refusal, picture));
    assertTrue(
        picture
            .title()
            .endsWith("Refused, promised 4.5, S3 to S1, sent in step 18, arrived in step 20"),
        picture.title());
  }

  private static boolean isClear(Passage passage, Picture picture) {
    int veil = 0;
    for (int i = 0; i < picture.marks().size(); i++) {
      boolean covers =
          picture.marks().get(i) instanceof Mark.Box box
              && box.width() == picture.width()
              && box.fill().orElseThrow().opacity() < 1;
      veil = covers ? i : veil;
    }
    return picture.marks().subList(veil, picture.marks().size()).stream()
        .anyMatch(mark -> mark.target().equals(new Target.OfMessage(passage.serial())));
  }

  @Test
  void whatIsToldOfAMessageStandsInsideThePicture() {
    Trace trace = SimulatedTraces.of("B_wins", Map.of());
    for (Passage message : messages(trace)) {
      Focus focus = new Focus(Optional.empty(), OptionalInt.of(message.serial()));
      Picture picture =
          new SpaceTimeDiagram(trace, WIDTHS)
              .draw(Room.SMALL.section(0, trace.size() + 2, trace.size(), focus));
      Mark.Box pill =
          picture.marks().stream()
              .filter(Mark.Box.class::isInstance)
              .map(Mark.Box.class::cast)
              .filter(box -> box.fill().orElseThrow().ink() == Ink.PANEL)
              .findFirst()
              .orElseThrow();
      assertTrue(pill.x() >= 0 && pill.x() + pill.width() <= picture.width());
      assertTrue(pill.y() >= 0 && pill.y() + pill.height() <= picture.height());
    }
  }
}
