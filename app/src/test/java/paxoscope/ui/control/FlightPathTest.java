package paxoscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where arrows fly, and where the words of those stand that come back. */
class FlightPathTest {

  private static final Bounds CARD = new BoundingBox(400, 300, 260, 160);
  private static final double HEIGHT = 30;

  @ParameterizedTest
  @EnumSource(Side.class)
  void longWordsOfALoopStandBesideTheCardAndNotOnIt(Side side) {
    FlightPath loop = FlightPath.around(CARD, side);
    assertFalse(CARD.intersects(words(loop, 400)), side::toString);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shortWordsOfALoopStandOnItsFarEnd(Side side) {
    FlightPath loop = FlightPath.around(CARD, side);
    assertEquals(0, loop.at(0.5).distance(loop.besideTheCard(40, HEIGHT)), 1e-9);
  }

  private static Bounds words(FlightPath loop, double width) {
    Point2D middle = loop.besideTheCard(width, HEIGHT);
    return new BoundingBox(middle.getX() - width / 2, middle.getY() - HEIGHT / 2, width, HEIGHT);
  }
}
