package paxoscope.diagram;

/**
 * A straight line.
 *
 * @param x1 its beginning
 * @param y1 its beginning
 * @param x2 its end
 * @param y2 its end
 */
record Way(double x1, double y1, double x2, double y2) {

  double length() {
    return Math.hypot(x2 - x1, y2 - y1);
  }

  /** The part of it that begins and ends so far from its ends. */
  Way shortened(double atBeginning, double atEnd) {
    double length = length();
    if (length <= atBeginning + atEnd) {
      return this;
    }
    return new Way(
        x(atBeginning / length),
        y(atBeginning / length),
        x(1 - atEnd / length),
        y(1 - atEnd / length));
  }

  double x(double share) {
    return x1 + (x2 - x1) * share;
  }

  double y(double share) {
    return y1 + (y2 - y1) * share;
  }

  /**
   * The part of it between two places across. It is cut off at whole multiples of a length from its
   * beginning, so that the dashes stay where they are when the rest moves out of sight.
   */
  Way within(double left, double right, double multiple) {
    double across = x2 - x1;
    if (across <= 0 || x1 >= left && x2 <= right) {
      return this;
    }
    double length = length();
    double from = Math.max(0, (left - x1) / across) * length;
    from = Math.floor(from / multiple) * multiple / length;
    double to = Math.min(1, (right - x1) / across);
    return to <= from ? this : new Way(x(from), y(from), x(to), y(to));
  }
}
