package paxoscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.director.SimulatedTraces;
import paxoscope.picture.Mark;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.trace.Trace;

/** The strip that is moved instead of being drawn again shows what would be drawn. */
class SpaceTimeStripTest {

  private static final TextWidths WIDTHS = (text, type) -> text.length() * type.size() * 0.56;
  private static final double WIDTH = 1230;
  private static final double FONT = 16;
  private static final double FEW = 1_000;

  private static Section section(double first, double last) {
    return new Section(WIDTH, 500, FONT, first, last, 400, SpaceTimeDiagram.Focus.NONE);
  }

  /** The arrows of messages that are in sight as a whole, moved by an offset. */
  private static List<Mark.Line> arrows(Picture picture, double offset, SpaceTimeScale view) {
    return picture.marks().stream()
        .filter(mark -> mark.target() instanceof Target.OfMessage)
        .filter(Mark.Line.class::isInstance)
        .map(Mark.Line.class::cast)
        .filter(
            line ->
                Math.min(line.x1(), line.x2()) - offset > view.left() + 2 * FONT
                    && Math.max(line.x1(), line.x2()) - offset < view.right() - 2 * FONT)
        .map(
            line ->
                new Mark.Line(
                    round(line.x1() - offset),
                    round(line.y1()),
                    round(line.x2() - offset),
                    round(line.y2()),
                    line.head(),
                    line.pen(),
                    line.target()))
        .sorted(Comparator.comparing(Mark.Line::toString))
        .toList();
  }

  // To a thousandth, from a border on which no length falls but by chance.
  private static double round(double length) {
    return Math.floor(length * 1000 + 0.137) / 1000;
  }

  @ParameterizedTest
  @CsvSource({"1, 40", "2, 60", "3, 90", "4, 300", "5, 2000"})
  void whereverItIsMovedTheArrowsStandWhereTheyWouldBeDrawn(long seed, double length) {
    Trace trace = SimulatedTraces.random(5, seed, 6_000);
    SpaceTimeDiagram diagram = new SpaceTimeDiagram(trace, WIDTHS);
    SpaceTimeStrip strip = diagram.strip(section(2000, 2000 + length));
    Set<Target> met = new HashSet<>();
    for (double way : List.of(-2.0, -1.0, -0.63, -0.2, 0.0, 0.31, 0.5, 1.7, 2.0)) {
      double first = 2000 + way * length;
      Section wanted = section(first, first + length);
      assertTrue(strip.reaches(wanted));
      List<Mark.Line> drawn = arrows(diagram.draw(wanted), 0, strip.view());
      List<Mark.Line> moved = arrows(strip.moving(), strip.offset(wanted), strip.view());
      // Of very many messages it may go on drawing every fourth where every second would do now.
      boolean isSample = length > FEW && drawn.size() != moved.size();
      assertTrue(
          isSample ? drawn.containsAll(moved) || moved.containsAll(drawn) : drawn.equals(moved),
          () -> "from step " + first + " on: " + difference(drawn, moved));
      drawn.forEach(line -> met.add(line.target()));
    }
    assertTrue(met.size() > 20, "arrows were compared: " + met.size());
  }

  private static String difference(List<Mark.Line> drawn, List<Mark.Line> moved) {
    List<Mark.Line> missing = new ArrayList<>(drawn);
    missing.removeAll(moved);
    List<Mark.Line> tooMany = new ArrayList<>(moved);
    tooMany.removeAll(drawn);
    return "%d and %d arrows, such as %s and %s"
        .formatted(
            missing.size(),
            tooMany.size(),
            missing.stream().findFirst(),
            tooMany.stream().findFirst());
  }

  @Test
  void itReachesNoFurtherThanItIsDrawnAndOnlyForTheSameScaleAndMoment() {
    SpaceTimeDiagram diagram = new SpaceTimeDiagram(SimulatedTraces.random(5, 1, 1_000), WIDTHS);
    SpaceTimeStrip strip = diagram.strip(section(300, 350));
    assertFalse(strip.reaches(section(199, 249)));
    assertFalse(strip.reaches(section(401, 451)));
    assertFalse(strip.reaches(section(300, 340)));
    assertFalse(
        strip.reaches(new Section(WIDTH, 500, FONT, 300, 350, 401, SpaceTimeDiagram.Focus.NONE)));
    assertFalse(
        strip.reaches(new Section(WIDTH, 499, FONT, 300, 350, 400, SpaceTimeDiagram.Focus.NONE)));
  }

  @Test
  void theNamesStandAndDoNotMove() {
    Trace trace = SimulatedTraces.random(5, 1, 1_000);
    SpaceTimeStrip strip = new SpaceTimeDiagram(trace, WIDTHS).strip(section(300, 350));
    assertEquals(List.of("S1", "S2", "S3", "S4", "S5"), names(strip.standing()));
    assertEquals(List.of(), names(strip.moving()));
  }

  private static List<String> names(Picture picture) {
    return picture.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .filter(text -> text.matches("S[1-5]"))
        .toList();
  }

  @Test
  void aPartOfThePictureHasAllThatCanBeSeenOfIt() {
    Trace trace = SimulatedTraces.random(5, 1, 1_000);
    Picture picture = new SpaceTimeDiagram(trace, WIDTHS).strip(section(300, 360)).moving();
    Set<Mark> parts = new HashSet<>();
    for (double left = -WIDTH; left < picture.width() + WIDTH; left += 320) {
      List<Mark> part = picture.between(left, left + 320);
      double middle = left + 160;
      assertTrue(part.size() < picture.marks().size() || left < 0, "a part at " + middle);
      parts.addAll(part);
    }
    assertEquals(Set.copyOf(picture.marks()), parts);
  }
}
