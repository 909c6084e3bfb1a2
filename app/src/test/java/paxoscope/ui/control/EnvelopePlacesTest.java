package paxoscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopePlacesTest {

  private static final Dimension2D NOTHING = new Dimension2D(0, 0);

  /**
   * The stage of windows of 1280x720, 1600x900 and 1920x1080, also with text at 150 %, for every
   * size of a cluster.
   */
  static List<EnvelopePlaces> stages() {
    List<EnvelopePlaces> stages = new ArrayList<>();
    for (int servers = 3; servers <= 9; servers++) {
      stages.add(places(945, 381, 12.8, servers));
      stages.add(places(1171, 477, 16, servers));
      stages.add(places(1405, 572, 19.2, servers));
      stages.add(places(1005, 300, 24, servers));
      stages.add(places(790, 200, 19.2, servers));
      stages.add(places(1215, 380, 28.8, servers));
    }
    return stages;
  }

  private static EnvelopePlaces places(double width, double height, double wanted, int servers) {
    double font = RingGeometry.fontSize(width, height, wanted, servers);
    return new EnvelopePlaces(RingGeometry.of(width, height, font, servers), 2.3 * font);
  }

  private static Dimension2D stack(EnvelopePlaces places, double widthEm, int rows) {
    double em = places.ring().cardHeight() / 10.6;
    return new Dimension2D(widthEm * em, (rows * 2.15 - 0.3) * em);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void oneStackCoversNoCardHoweverLongItsWords(EnvelopePlaces places) {
    int count = places.ring().count();
    for (int card = 0; card < count; card++) {
      for (int rows = 1; rows <= 4; rows++) {
        for (double widthEm = 7; widthEm <= 28; widthEm += 1.5) {
          int at = card;
          Dimension2D size = stack(places, widthEm, rows);
          assertNoneIsCovered(
              places, IntStream.range(0, count).mapToObj(i -> i == at ? size : NOTHING).toList());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void promisesAtEveryServerCoverNeitherCardsNorOneAnother(EnvelopePlaces places) {
    int count = places.ring().count();
    Dimension2D promise = stack(places, 12.5, 1);
    Dimension2D prepares = stack(places, 12.5, 4);
    List<Bounds> found =
        assertNoneIsCovered(
            places, IntStream.range(0, count).mapToObj(i -> i == 0 ? prepares : promise).toList());
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        assertTrue(!found.get(i).intersects(found.get(j)), "stacks " + i + " and " + j);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void manyStacksAtOnceStillCoverNoCard(EnvelopePlaces places) {
    int count = places.ring().count();
    Random sizes = new Random(11);
    for (int round = 0; round < 50; round++) {
      List<Dimension2D> stacks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        stacks.add(
            sizes.nextInt(4) == 0
                ? NOTHING
                : stack(places, 7 + sizes.nextInt(16), 1 + sizes.nextInt(4)));
      }
      assertNoneIsCovered(places, stacks);
    }
  }

  /** Three proposals in free play: three and four rounds beside each other, and replies. */
  @ParameterizedTest
  @MethodSource("stages")
  void stacksThatWouldCoverOneAnotherShowFewerEnvelopes(EnvelopePlaces places) {
    int count = places.ring().count();
    Random numbers = new Random(5);
    for (int round = 0; round < 30; round++) {
      List<Integer> waiting =
          IntStream.range(0, count).map(_ -> numbers.nextInt(6)).boxed().toList();
      EnvelopeRoom.Fit fit =
          new EnvelopeRoom(places)
              .of(
                  waiting,
                  (stack, rows) ->
                      rows == 0
                          ? NOTHING
                          : stack(places, 13, rows + (rows < waiting.get(stack) ? 1 : 0)));
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < i; j++) {
          assertTrue(
              waiting.get(i) == 0
                  || waiting.get(j) == 0
                  || !fit.bounds().get(i).intersects(fit.bounds().get(j)),
              "stacks %d and %d of %s: %s".formatted(i, j, waiting, fit));
        }
      }
    }
  }

  @Test
  void whereThereIsRoomEachEnvelopeIsShown() {
    List<Integer> waiting = List.of(5, 1, 0, 1, 2);
    EnvelopePlaces places = places(1171, 477, 16, 5);
    assertEquals(
        waiting,
        new EnvelopeRoom(places)
            .of(waiting, (_, rows) -> rows == 0 ? NOTHING : stack(places, 13, rows))
            .rows());
  }

  @Test
  void whereThereIsRoomItWaitsAtTheSideThatFacesTheMiddle() {
    EnvelopePlaces places = places(1171, 477, 16, 5);
    Bounds top = places.ring().card(0);
    Bounds found =
        places.of(List.of(stack(places, 12, 2), NOTHING, NOTHING, NOTHING, NOTHING)).getFirst();
    assertEquals(top.getCenterX(), found.getCenterX(), 1);
    assertTrue(found.getMinY() > top.getMaxY());
  }

  @Test
  void whatWaitsStaysBesideItsServer() {
    EnvelopePlaces places = places(1171, 477, 16, 5);
    Dimension2D size = stack(places, 13, 3);
    List<Bounds> found = places.of(List.of(size, size, size, size, size));
    for (int i = 0; i < 5; i++) {
      Bounds near = places.ring().card(i);
      double across =
          Math.max(
              near.getMinX() - found.get(i).getMaxX(), found.get(i).getMinX() - near.getMaxX());
      double down =
          Math.max(
              near.getMinY() - found.get(i).getMaxY(), found.get(i).getMinY() - near.getMaxY());
      assertTrue(Math.max(across, down) <= 9, "stack " + i + " is far away: " + found.get(i));
    }
  }

  @Test
  void nobodyTakesItForWhatWaitsAtAnotherServer() {
    for (EnvelopePlaces places :
        List.of(
            places(945, 381, 12.8, 5),
            places(1171, 477, 16, 5),
            places(1171, 400, 16, 5),
            places(1405, 572, 19.2, 5))) {
      Dimension2D prepares = stack(places, 11.5, 4);
      List<Bounds> found =
          places.of(List.of(NOTHING, prepares, stack(places, 14.5, 2), prepares, NOTHING));
      for (int server : List.of(1, 2, 3)) {
        double own = distance(found.get(server), places.ring().card(server));
        for (int other = 0; other < 5; other++) {
          double away = distance(found.get(server), places.ring().card(other));
          assertTrue(
              other == server || away > 2 * own,
              "stack %d is %.0f from card %d".formatted(server, away, other));
        }
      }
    }
  }

  private static double distance(Bounds one, Bounds other) {
    double across = Math.max(one.getMinX() - other.getMaxX(), other.getMinX() - one.getMaxX());
    double down = Math.max(one.getMinY() - other.getMaxY(), other.getMinY() - one.getMaxY());
    return Math.max(across, down);
  }

  private static List<Bounds> assertNoneIsCovered(EnvelopePlaces places, List<Dimension2D> sizes) {
    List<Bounds> found = places.of(sizes);
    List<Bounds> cards =
        IntStream.range(0, places.ring().count()).mapToObj(places.ring()::card).toList();
    int count = cards.size();
    for (int i = 0; i < count; i++) {
      if (sizes.get(i).getWidth() > 0) {
        for (int card = 0; card < count; card++) {
          assertTrue(
              !found.get(i).intersects(cards.get(card)),
              "stack %d (%s) covers card %d (%s)"
                  .formatted(i, found.get(i), card, cards.get(card)));
        }
        assertTrue(
            found.get(i).getMinX() >= -places.margin() - 1
                && found.get(i).getMaxX() <= places.ring().width() + places.margin() + 1,
            "stack " + i + " leaves the stage: " + found.get(i));
      }
    }
    return found;
  }
}
