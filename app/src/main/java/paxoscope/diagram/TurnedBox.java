package paxoscope.diagram;

/**
 * A rectangle that may be turned about its middle.
 *
 * @param x its middle
 * @param y its middle
 * @param halfWidth half its width before it is turned
 * @param halfHeight half its height before it is turned
 * @param cos the cosine of the angle by which it is turned, clockwise
 * @param sin the sine of it
 */
record TurnedBox(double x, double y, double halfWidth, double halfHeight, double cos, double sin) {

  static TurnedBox upright(double left, double top, double width, double height) {
    return new TurnedBox(left + width / 2, top + height / 2, width / 2, height / 2, 1, 0);
  }

  /** How far it reaches to either side of its middle. */
  double reachX() {
    return halfWidth * Math.abs(cos) + halfHeight * Math.abs(sin);
  }

  /** How far it reaches above and below its middle. */
  double reachY() {
    return halfWidth * Math.abs(sin) + halfHeight * Math.abs(cos);
  }

  boolean isWithin(double left, double top, double right, double bottom) {
    return x - reachX() >= left
        && x + reachX() <= right
        && y - reachY() >= top
        && y + reachY() <= bottom;
  }

  /** Two rectangles are apart if, and only if, a side of one of them can be drawn between them. */
  boolean overlaps(TurnedBox other) {
    return !isApart(other, cos, sin)
        && !isApart(other, -sin, cos)
        && !isApart(other, other.cos, other.sin)
        && !isApart(other, -other.sin, other.cos);
  }

  private boolean isApart(TurnedBox other, double axisX, double axisY) {
    double between = Math.abs((other.x - x) * axisX + (other.y - y) * axisY);
    return between >= reach(axisX, axisY) + other.reach(axisX, axisY);
  }

  private double reach(double axisX, double axisY) {
    return halfWidth * Math.abs(cos * axisX + sin * axisY)
        + halfHeight * Math.abs(cos * axisY - sin * axisX);
  }

  /** Whether a straight line runs through it. */
  boolean isCrossedBy(Way way) {
    double x1 = (way.x1() - x) * cos + (way.y1() - y) * sin;
    double y1 = (way.y1() - y) * cos - (way.x1() - x) * sin;
    double x2 = (way.x2() - x) * cos + (way.y2() - y) * sin;
    double y2 = (way.y2() - y) * cos - (way.x2() - x) * sin;
    double from = 0;
    double to = 1;
    for (int side = 0; side < 4; side++) {
      double toward = side == 0 ? x1 - x2 : side == 1 ? x2 - x1 : side == 2 ? y1 - y2 : y2 - y1;
      double room =
          side == 0
              ? x1 + halfWidth
              : side == 1 ? halfWidth - x1 : side == 2 ? y1 + halfHeight : halfHeight - y1;
      if (toward == 0) {
        if (room < 0) {
          return false;
        }
      } else if (toward < 0) {
        from = Math.max(from, room / toward);
      } else {
        to = Math.min(to, room / toward);
      }
    }
    return from <= to;
  }
}
