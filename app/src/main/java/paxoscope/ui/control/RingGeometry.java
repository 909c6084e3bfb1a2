package paxoscope.ui.control;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import paxoscope.picture.Ring;

/**
 * Where the cards of a ring stand. The first stands at the top, the others follow clockwise.
 *
 * @param width the width of the stage, in pixels
 * @param height the height of the stage, in pixels
 * @param cardWidth the width of a card
 * @param cardHeight the height of a card
 * @param count how many cards there are, 1 or more
 */
public record RingGeometry(
    double width, double height, double cardWidth, double cardHeight, int count) {

  private static final double WIDTH_EM = 17.4;
  private static final double HEIGHT_EM = 10.6;
  private static final double ROWS_OF_CARDS = 2.75;
  private static final double ROW = 1.12;
  private static final double COLUMNS_OF_CARDS = 3.55;
  // Between three rows of cards there is room for what waits.
  private static final double MOST_ROWS = 3.6;
  private static final double MOST_COLUMNS = 5;

  /**
   * The size of texts on a stage: what is wanted, or what fits. Cards never cover one another.
   *
   * @param width the width of the stage, in pixels
   * @param height the height of the stage, in pixels
   * @param wanted the wanted size, in pixels
   * @param count how many cards there are
   * @return pixels
   */
  public static double fontSize(double width, double height, double wanted, int count) {
    double columns = Math.clamp(count * 0.74, COLUMNS_OF_CARDS, MOST_COLUMNS);
    double rows = Math.clamp(count * 0.6, ROWS_OF_CARDS, MOST_ROWS);
    return Math.min(wanted, Math.min(width / (columns * WIDTH_EM), height / (rows * HEIGHT_EM)));
  }

  /**
   * The ring for a size of texts.
   *
   * @param width the width of the stage, in pixels
   * @param height the height of the stage, in pixels
   * @param fontSize the size of texts, in pixels
   * @param count how many cards there are
   * @return the ring
   */
  public static RingGeometry of(double width, double height, double fontSize, int count) {
    return new RingGeometry(
        width, height, Math.round(WIDTH_EM * fontSize), Math.round(HEIGHT_EM * fontSize), count);
  }

  /**
   * Where a card stands.
   *
   * @param index which card, from 0
   * @return its bounds
   */
  public Bounds card(int index) {
    double left = extreme(true, false);
    double right = extreme(true, true);
    double top = extreme(false, false);
    double bottom = extreme(false, true);
    double x = spread(ring().across(index), left, right, width - cardWidth);
    double free = height - cardHeight;
    double y = spread(ring().down(index), top, bottom, free);
    if (ring().down(index) < 0) {
      // On a low stage the rows move apart, so that none covers the lowest.
      y = Math.max(0, Math.min(y, free - cardHeight * ROW));
    }
    return new BoundingBox(Math.round(x), Math.round(y), cardWidth, cardHeight);
  }

  private static double spread(double place, double lowest, double highest, double room) {
    return highest - lowest < 1e-9 ? room / 2 : (place - lowest) / (highest - lowest) * room;
  }

  private double extreme(boolean across, boolean highest) {
    double found = highest ? -1 : 1;
    for (int i = 0; i < count; i++) {
      double place = across ? ring().across(i) : ring().down(i);
      found = highest ? Math.max(found, place) : Math.min(found, place);
    }
    return found;
  }

  private Ring ring() {
    return new Ring(count);
  }

  /**
   * On which side of a card its held messages wait: the one that faces the middle.
   *
   * @param index which card, from 0
   * @return the side
   */
  public Side inward(int index) {
    if (ring().isSideways(index)) {
      return ring().across(index) > 0 ? Side.LEFT : Side.RIGHT;
    }
    return ring().down(index) > 0 ? Side.TOP : Side.BOTTOM;
  }

  /**
   * On which side of a card its messages to itself turn round: one where nothing waits.
   *
   * @param index which card, from 0
   * @return the side
   */
  public Side loop(int index) {
    if (ring().isSideways(index)) {
      return Side.TOP;
    }
    return ring().across(index) < -1e-9 ? Side.LEFT : Side.RIGHT;
  }
}
