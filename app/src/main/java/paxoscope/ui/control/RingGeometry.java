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

  private static final double SIDEWAYS = 0.9;

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
    double y = spread(Math.sin(angle(index)), top, bottom, height - cardHeight);
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
