package paxoscope.ui.control;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Side;

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
  private static final double ROWS_OF_CARDS = 2.5;
  private static final double ROW = 1.12;
  private static final double COLUMNS_OF_CARDS = 3.55;
  private static final double SIDEWAYS = 0.9;

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
    double columns = Math.max(COLUMNS_OF_CARDS, count * 0.74);
    double rows = Math.max(ROWS_OF_CARDS, count * 0.6);
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
    double x = spread(Math.cos(angle(index)), left, right, width - cardWidth);
    double free = height - cardHeight;
    double y = spread(Math.sin(angle(index)), top, bottom, free);
    if (y < free) {
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
      double place = across ? Math.cos(angle(i)) : Math.sin(angle(i));
      found = highest ? Math.max(found, place) : Math.min(found, place);
    }
    return found;
  }

  private double angle(int index) {
    return 2 * Math.PI * index / count - Math.PI / 2;
  }

  /**
   * On which side of a card its held messages wait: the one that faces the middle.
   *
   * @param index which card, from 0
   * @return the side
   */
  public Side inward(int index) {
    double x = Math.cos(angle(index));
    double y = Math.sin(angle(index));
    if (Math.abs(x) > SIDEWAYS) {
      return x > 0 ? Side.LEFT : Side.RIGHT;
    }
    return y > 0 ? Side.TOP : Side.BOTTOM;
  }

  /**
   * On which side of a card its messages to itself turn round: one where nothing waits.
   *
   * @param index which card, from 0
   * @return the side
   */
  public Side loop(int index) {
    double x = Math.cos(angle(index));
    if (Math.abs(x) > SIDEWAYS) {
      return Side.TOP;
    }
    return x < -1e-9 ? Side.LEFT : Side.RIGHT;
  }
}
