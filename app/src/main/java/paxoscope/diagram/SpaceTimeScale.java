package paxoscope.diagram;

import paxoscope.protocol.ServerId;

/**
 * Where steps and servers are in a space-time diagram.
 *
 * @param width the width of the drawing
 * @param height its height
 * @param font the usual size of text
 * @param first the step at the left edge of the lanes; may be a fraction
 * @param last the step at their right edge
 * @param servers how many lanes there are
 */
public record SpaceTimeScale(
    double width, double height, double font, double first, double last, int servers) {

  private static final double LEFT = 5.8;
  private static final double NAME_GAP = 0.5;
  private static final double RIGHT = 1.2;
  private static final double TOP = 3.1;
  private static final double BOTTOM = 2.4;
  private static final double OUTSIDE = 0.62;
  private static final double LEAST = 1e-3;

  /**
   * Where the lanes begin.
   *
   * @return across
   */
  public double left() {
    return LEFT * font;
  }

  /**
   * Where the names end that stand left of the lanes.
   *
   * @return across
   */
  public double nameEdge() {
    return left() - NAME_GAP * font;
  }

  /**
   * Where the lanes end.
   *
   * @return across
   */
  public double right() {
    return Math.max(left() + 1, width - RIGHT * font);
  }

  /**
   * Where the lanes' room begins; above it is what is said about moments.
   *
   * @return down
   */
  public double top() {
    return TOP * font;
  }

  /**
   * Where the lanes' room ends; below it are the numbers of the steps.
   *
   * @return down
   */
  public double bottom() {
    return Math.max(top() + 1, height - BOTTOM * font);
  }

  /**
   * Where a step is.
   *
   * @param step its number; may be a fraction
   * @return across
   */
  public double x(double step) {
    return left() + (step - first) * stepWidth();
  }

  /**
   * Which step is at a place.
   *
   * @param x across
   * @return its number; may be a fraction
   */
  public double step(double x) {
    return first + (x - left()) / stepWidth();
  }

  /**
   * The room for one step.
   *
   * @return its width
   */
  public double stepWidth() {
    return (right() - left()) / Math.max(LEAST, last - first);
  }

  /**
   * Where a server's lane is.
   *
   * @param server the server
   * @return down
   */
  public double lane(ServerId server) {
    return top() + laneHeight() * (server.number() - 1 + OUTSIDE);
  }

  /**
   * How far a lane is from the next.
   *
   * @return the distance
   */
  double laneHeight() {
    return (bottom() - top()) / (servers - 1 + 2 * OUTSIDE);
  }

  boolean shows(double x) {
    return x >= left() && x <= right();
  }
}
