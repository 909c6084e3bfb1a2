package paxoscope.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.Type;

/** The check of drawings finds what it is there for. */
class PictureChecksTest {

  private static final Type TYPE = new Type(10, Type.Weight.REGULAR);

  private static List<String> faults(Mark... marks) {
    Picture picture = new Picture(200, 100, "", List.of(marks));
    return new PictureChecks(picture, (text, type) -> text.length() * type.size()).faults();
  }

  private static Mark text(double x, double y, String text) {
    return Mark.Text.at(x, y, text, TYPE, Ink.INK);
  }

  private static Mark box(double x, double y) {
    return new Mark.Box(
        x, y, 40, 20, 2, Optional.of(Fill.plain(Ink.A_SOFT)), Optional.empty(), Target.NOTHING);
  }

  @Test
  void aTextInABoxAndOneBesideItAreFine() {
    assertEquals(List.of(), faults(box(10, 10), text(15, 25, "in"), text(60, 25, "beside")));
  }

  @Test
  void textsThatMeetAreFound() {
    assertEquals(List.of("'one' covers 'two'"), faults(text(10, 20, "one"), text(30, 22, "two")));
  }

  @Test
  void aTextAcrossABorderIsFound() {
    assertEquals(
        List.of("'one' lies across the border of the box at 10, 10"),
        faults(box(10, 10), text(40, 25, "one")));
  }

  @Test
  void aTextThatLeavesThePageIsFound() {
    assertEquals(List.of("'long' leaves the page"), faults(text(190, 20, "long")));
  }

  @Test
  void anArrowThroughATextIsFound() {
    Mark arrow =
        new Mark.Path(
            List.of(0.0, 17.0, 100.0, 17.0),
            false,
            Optional.empty(),
            Optional.of(Pen.solid(Ink.INK, 2)),
            Target.NOTHING);
    assertEquals(List.of("an arrow crosses 'one'"), faults(arrow, text(10, 20, "one")));
  }
}
