package paxoscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.geometry.Side;
import org.junit.jupiter.api.Test;

class RingGeometryTest {

  @Test
  void fiveCardsNeitherCoverOneAnotherNorLeaveTheStage() {
    RingGeometry ring = new RingGeometry(1200, 500, 270, 168, 5);
    for (int i = 0; i < 5; i++) {
      Bounds card = ring.card(i);
      assertTrue(card.getMinX() >= 0 && card.getMaxX() <= 1200, "card " + i + " across");
      assertTrue(card.getMinY() >= 0 && card.getMaxY() <= 500, "card " + i + " down");
      for (int j = 0; j < i; j++) {
        assertFalse(card.intersects(ring.card(j)), i + " covers " + j);
      }
    }
  }

  @Test
  void theFirstCardStandsAtTheTopInTheMiddle() {
    Bounds first = new RingGeometry(1200, 500, 200, 100, 5).card(0);
    assertEquals(600, first.getCenterX());
    assertEquals(0, first.getMinY());
  }

  @Test
  void whatWaitsFacesTheMiddle() {
    RingGeometry ring = new RingGeometry(1200, 500, 200, 100, 5);
    assertEquals(Side.BOTTOM, ring.inward(0));
    assertEquals(Side.LEFT, ring.inward(1));
    assertEquals(Side.TOP, ring.inward(2));
    assertEquals(Side.TOP, ring.inward(3));
    assertEquals(Side.RIGHT, ring.inward(4));
  }

  @Test
  void anArrowLeavesAndTouchesAtTheEdges() {
    RingGeometry ring = new RingGeometry(1200, 500, 200, 100, 2);
    FlightPath path = FlightPath.between(ring.card(0), ring.card(1));
    assertEquals(ring.card(0).getMaxY(), path.at(0).getY());
    assertEquals(ring.card(1).getMinY(), path.at(1).getY(), 1e-9);
  }
}
