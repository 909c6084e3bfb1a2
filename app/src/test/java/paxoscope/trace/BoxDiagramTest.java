package paxoscope.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

class BoxDiagramTest {

  private static final Box FIRST = box("t1", 1, 1, "3.1", "", false);
  private static final Box REFUSED = box("t2", 3, 2, "3.1", "X", true);
  private static final Box LATE = box("t10", 2, 2, "4.5", "Y", false);

  private static Box box(
      String column, int server, int phase, String number, String value, boolean refused) {
    return new Box(
        column, new ServerId(server), phase, ProposalNumber.parse(number), value, refused);
  }

  @Test
  void boxesReadAsOnASlide() {
    assertEquals("t1 S1 P 3.1", FIRST.toString());
    assertEquals("t2 S3 x A 3.1 X", REFUSED.toString());
  }

  @Test
  void boxesAreEqualInWhateverOrderTheyCameInTheirColumn() {
    assertEquals(
        new BoxDiagram(List.of(FIRST, REFUSED, LATE)),
        new BoxDiagram(List.of(LATE, REFUSED, FIRST)));
  }

  @Test
  void theTenthColumnComesAfterTheSecond() {
    assertEquals(
        List.of(FIRST, REFUSED, LATE), new BoxDiagram(List.of(LATE, FIRST, REFUSED)).boxes());
  }

  @Test
  void equalDiagramsDoNotDiffer() {
    BoxDiagram slide = new BoxDiagram(List.of(FIRST, REFUSED));
    assertEquals(Optional.empty(), slide.firstDifference(slide));
  }

  @Test
  void theFirstWrongBoxIsNamedWithTheOneThatWasExpected() {
    BoxDiagram slide = new BoxDiagram(List.of(FIRST, REFUSED));
    BoxDiagram drawn = new BoxDiagram(List.of(FIRST, box("t2", 3, 2, "3.1", "X", false)));
    assertEquals(
        Optional.of("expected 't2 S3 x A 3.1 X', but it was 't2 S3 A 3.1 X'"),
        drawn.firstDifference(slide));
  }

  @Test
  void aMissingBoxIsNamed() {
    BoxDiagram slide = new BoxDiagram(List.of(FIRST, REFUSED));
    assertEquals(
        Optional.of("'t2 S3 x A 3.1 X' is missing"),
        new BoxDiagram(List.of(FIRST)).firstDifference(slide));
  }

  @Test
  void aBoxTooManyIsNamed() {
    BoxDiagram drawn = new BoxDiagram(List.of(FIRST, REFUSED));
    assertEquals(
        Optional.of("'t2 S3 x A 3.1 X' is not on the slide"),
        drawn.firstDifference(new BoxDiagram(List.of(FIRST))));
  }
}
