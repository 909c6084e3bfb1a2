package paxoscope.ui.control;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Side;

/**
 * The way of an arrow from card to card.
 *
 * @param start where it leaves
 * @param bendOne the first control point; for a straight way a third of it
 * @param bendTwo the second control point; for a straight way two thirds of it
 * @param end where it touches
 * @param loop whether it comes back to where it left
 */
public record FlightPath(
    Point2D start, Point2D bendOne, Point2D bendTwo, Point2D end, boolean loop) {

  private static final double LOOP_REACH = 0.5;
  private static final double GAP = 3;

  /**
   * The straight way between two cards, edge to edge.
   *
   * @param from the sender's card
   * @param to the receiver's card
   * @return the way
   */
  public static FlightPath between(Bounds from, Bounds to) {
    Point2D a = centre(from);
    Point2D b = centre(to);
    Point2D start = edge(from, b);
    Point2D end = edge(to, a);
    return new FlightPath(
        start, start.interpolate(end, 1.0 / 3), start.interpolate(end, 2.0 / 3), end, false);
  }

  /**
   * The way of a message from a server to itself.
   *
   * @param card its card
   * @param side where it turns round
   * @return the way
   */
  public static FlightPath around(Bounds card, Side side) {
    double reach = card.getHeight() * LOOP_REACH;
    double step = card.getHeight() * 0.2;
    Point2D middle =
        switch (side) {
          case TOP -> new Point2D(card.getCenterX(), card.getMinY() - GAP);
          case BOTTOM -> new Point2D(card.getCenterX(), card.getMaxY() + GAP);
          case LEFT -> new Point2D(card.getMinX() - GAP, card.getCenterY());
          case RIGHT -> new Point2D(card.getMaxX() + GAP, card.getCenterY());
        };
    Point2D along = side.isHorizontal() ? new Point2D(step, 0) : new Point2D(0, step);
    Point2D out =
        switch (side) {
          case TOP -> new Point2D(0, -reach);
          case BOTTOM -> new Point2D(0, reach);
          case LEFT -> new Point2D(-reach, 0);
          case RIGHT -> new Point2D(reach, 0);
        };
    Point2D start = middle.subtract(along);
    Point2D end = middle.add(along);
    return new FlightPath(
        start,
        start.add(out).subtract(along.multiply(0.8)),
        end.add(out).add(along.multiply(0.8)),
        end,
        true);
  }

  private static Point2D centre(Bounds bounds) {
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private static Point2D edge(Bounds box, Point2D towards) {
    Point2D centre = centre(box);
    double x = towards.getX() - centre.getX();
    double y = towards.getY() - centre.getY();
    double byWidth = Math.abs(x) < 1e-9 ? Double.MAX_VALUE : box.getWidth() / 2 / Math.abs(x);
    double byHeight = Math.abs(y) < 1e-9 ? Double.MAX_VALUE : box.getHeight() / 2 / Math.abs(y);
    double share = Math.min(1, Math.min(byWidth, byHeight));
    return new Point2D(centre.getX() + x * share, centre.getY() + y * share);
  }

  /**
   * Where the words of a loop stand: on its far end, or further out, so that they never cover the
   * card.
   *
   * @param width how wide the words are, in pixels
   * @param height how high they are, in pixels
   * @return their middle
   */
  public Point2D besideTheCard(double width, double height) {
    Point2D foot = start.midpoint(end);
    Point2D reach = at(0.5).subtract(foot);
    Point2D out = reach.normalize();
    double half = (Math.abs(out.getX()) * width + Math.abs(out.getY()) * height) / 2;
    return foot.add(out.multiply(Math.max(reach.magnitude(), half + GAP)));
  }

  /**
   * A point of the way.
   *
   * @param share how much of it is behind, 0 to 1
   * @return the point
   */
  public Point2D at(double share) {
    double rest = 1 - share;
    return start
        .multiply(rest * rest * rest)
        .add(bendOne.multiply(3 * rest * rest * share))
        .add(bendTwo.multiply(3 * rest * share * share))
        .add(end.multiply(share * share * share));
  }
}
