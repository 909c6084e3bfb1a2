package paxoscope.ui.spacetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ViewportTest {

  private static final double EMS = 65;
  private static final double READABLE = 50;

  private final Viewport viewport = new Viewport();

  private void at(int size, int cursor) {
    viewport.update(size, cursor, EMS, false);
  }

  private void assertShows(double first, double last) {
    assertEquals(first, viewport.first(), 1e-9);
    assertEquals(last, viewport.last(), 1e-9);
  }

  @Test
  void aShortRunIsShownWhole() {
    at(10, 10);
    assertShows(0, 24);
    at(24, 10);
    assertShows(0, 36);
    at(40, 0);
    assertShows(0, 48);
  }

  @Test
  void aLongRunIsFollowedAtAReadableSize() {
    for (int size = 0; size <= 300; size++) {
      at(size, size);
      assertTrue(viewport.first() <= size && size + 1 <= viewport.last());
      assertTrue(viewport.last() - viewport.first() <= READABLE);
    }
  }

  @Test
  void theCursorIsBroughtIntoSightWhereverItGoes() {
    at(1_000, 1_000);
    at(1_000, 300);
    assertTrue(viewport.first() <= 300 && 301 <= viewport.last());
    assertEquals(READABLE, viewport.last() - viewport.first(), 1e-9);
  }

  @Test
  void zoomingKeepsTheStepUnderTheMouse() {
    at(1_000, 500);
    double before = (480 - viewport.first()) / (viewport.last() - viewport.first());
    viewport.zoom(0.5, 480);
    assertEquals(25, viewport.last() - viewport.first(), 1e-9);
    assertEquals(before, (480 - viewport.first()) / 25, 1e-9);
  }

  @Test
  void nobodyGetsLostBeforeTheStartOrBehindTheEndOrTooFarAway() {
    at(1_000, 500);
    viewport.pan(-5_000);
    assertShows(0, READABLE);
    viewport.pan(50_000);
    assertTrue(viewport.first() < 1_000 && viewport.last() < 1_060);
    viewport.zoom(1e9);
    assertTrue(viewport.last() - viewport.first() < 1_200);
    viewport.zoom(1e-9);
    assertEquals(4, viewport.last() - viewport.first(), 1e-9);
  }

  @Test
  void fitShowsEverythingAndFitAgainGoesBackToTheCursor() {
    at(1_000, 500);
    viewport.fit();
    assertShows(0, 1_008);
    viewport.fit();
    assertEquals(READABLE, viewport.last() - viewport.first(), 1e-9);
    assertTrue(viewport.first() <= 500 && 501 <= viewport.last());
  }

  @Test
  void whileItPlaysItStaysWhereSomebodyLooksAround() {
    at(1_000, 900);
    viewport.pan(-500);
    double first = viewport.first();
    viewport.update(1_001, 901, EMS, true);
    assertEquals(first, viewport.first(), 1e-9);
    viewport.update(1_001, 902, EMS, false);
    assertTrue(viewport.first() <= 902 && 903 <= viewport.last());
  }

  @Test
  void anotherRunBeginsAnew() {
    at(1_000, 900);
    viewport.pan(-500);
    viewport.reset();
    at(0, 0);
    assertShows(0, 24);
  }
}
