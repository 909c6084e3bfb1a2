package paxoscope.picture;

import java.util.List;

/** Where marks are. */
final class Places {

  /** How wide a character of text is at least, in parts of its size: close enough for a click. */
  private static final double CHARACTER = 0.55;

  private Places() {}

  /**
   * Whether a mark reaches into a stretch of the picture; texts are taken for as wide as they can
   * be.
   */
  static boolean reaches(Mark mark, double left, double right) {
    return switch (mark) {
      case Mark.Line line -> {
        double reach = line.pen().width() + line.head();
        yield Math.max(line.x1(), line.x2()) + reach >= left
            && Math.min(line.x1(), line.x2()) - reach <= right;
      }
      case Mark.Path path -> isPathWithin(path, left, right);
      case Mark.Box box -> {
        double reach = box.pen().map(Pen::width).orElse(0.0);
        yield box.x() + box.width() + reach >= left && box.x() - reach <= right;
      }
      case Mark.Circle circle -> {
        double reach = circle.radius() + circle.pen().map(Pen::width).orElse(0.0);
        yield circle.x() + reach >= left && circle.x() - reach <= right;
      }
      case Mark.Text text -> {
        double reach = (text.text().length() + 1) * text.type().size();
        yield text.x() + reach >= left && text.x() - reach <= right;
      }
    };
  }

  private static boolean isPathWithin(Mark.Path path, double left, double right) {
    double reach = path.pen().map(Pen::width).orElse(0.0);
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < path.points().size(); i += 2) {
      first = Math.min(first, path.points().get(i));
      last = Math.max(last, path.points().get(i));
    }
    return last + reach >= left && first - reach <= right;
  }

  static boolean isOn(Mark mark, double x, double y, double reach) {
    return switch (mark) {
      case Mark.Line line ->
          distance(x, y, line.x1(), line.y1(), line.x2(), line.y2()) <= reach + line.pen().width();
      case Mark.Path path -> isOnPath(path, x, y, reach);
      case Mark.Box box ->
          x >= box.x() && x <= box.x() + box.width() && y >= box.y() && y <= box.y() + box.height();
      case Mark.Circle circle ->
          Math.hypot(x - circle.x(), y - circle.y()) <= circle.radius() + reach;
      case Mark.Text text -> isOnText(text, x, y);
    };
  }

  private static boolean isOnPath(Mark.Path path, double x, double y, double reach) {
    List<Double> points = path.points();
    if (path.closed() && path.fill().isPresent() && encloses(points, x, y)) {
      return true;
    }
    double width = path.pen().map(Pen::width).orElse(0.0);
    for (int i = 0; i + 3 < points.size(); i += 2) {
      double away =
          distance(x, y, points.get(i), points.get(i + 1), points.get(i + 2), points.get(i + 3));
      if (away <= reach + width) {
        return true;
      }
    }
    return false;
  }

  private static boolean encloses(List<Double> points, double x, double y) {
    boolean inside = false;
    int count = points.size() / 2;
    for (int i = 0, j = count - 1; i < count; j = i++) {
      double xi = points.get(2 * i);
      double yi = points.get(2 * i + 1);
      double xj = points.get(2 * j);
      double yj = points.get(2 * j + 1);
      if (yi > y != yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) {
        inside = !inside;
      }
    }
    return inside;
  }

  private static boolean isOnText(Mark.Text text, double x, double y) {
    double angle = Math.toRadians(-text.degrees());
    double dx = x - text.x();
    double dy = y - text.y();
    double along = dx * Math.cos(angle) - dy * Math.sin(angle);
    double across = dx * Math.sin(angle) + dy * Math.cos(angle);
    double width = text.text().length() * text.type().size() * CHARACTER;
    double from =
        switch (text.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    return along >= from
        && along <= from + width
        && across <= text.type().size() * 0.3
        && across >= -text.type().size();
  }

  private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length = dx * dx + dy * dy;
    double share = length == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
    double near = Math.clamp(share, 0, 1);
    return Math.hypot(x - (x1 + near * dx), y - (y1 + near * dy));
  }
}
