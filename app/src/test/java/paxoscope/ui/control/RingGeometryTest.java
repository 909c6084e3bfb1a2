package paxoscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingGeometryTest {

  /** The stage of windows of 1280x720, 1600x900 and 1920x1080, also with text at 150 %. */
  private static final String STAGES =
      """
      945, 381, 12.8
      1171, 477, 16
      1405, 572, 19.2
      1005, 300, 24
      790, 200, 19.2
      1215, 380, 28.8
      """;

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

  @ParameterizedTest
  @CsvSource(textBlock = STAGES)
  void asManyCardsAsAClusterHasNeitherCoverOneAnotherNorLeaveTheStage(
      double width, double height, double wanted) {
    for (int count = 3; count <= 9; count++) {
      double font = RingGeometry.fontSize(width, height, wanted, count);
      RingGeometry ring = RingGeometry.of(width, height, font, count);
      BoundingBox stage = new BoundingBox(0, 0, width, height);
      for (int i = 0; i < count; i++) {
        assertTrue(stage.contains(ring.card(i)), count + ": card " + i + " leaves the stage");
        for (int j = 0; j < i; j++) {
          assertFalse(ring.card(i).intersects(ring.card(j)), count + ": " + i + " covers " + j);
        }
      }
    }
  }

  @Test
  void nineServersCanBeReadOnTheStageOfAUsualWindow() {
    assertTrue(RingGeometry.fontSize(1171, 477, 16, 9) > 12);
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
