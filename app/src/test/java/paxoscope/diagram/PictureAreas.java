package paxoscope.diagram;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;

/** The places of words and signs in a picture, computed apart from the code that lays it out. */
record PictureAreas(Picture picture, TextWidths widths) {

  private static final double ASCENT = 0.73;
  private static final double DESCENT = 0.2;
  private static final double SLENDERNESS = 0.42;

  record Taken(String what, Area area, boolean words) {}

  /** What must not collide: at least one of any two that do is words. */
  List<String> collisions() {
    List<Taken> taken = new ArrayList<>();
    for (Mark mark : picture.marks()) {
      switch (mark) {
        case Mark.Text text when isOfTheRun(text.target()) ->
            taken.add(new Taken(text.text() + " at " + text.x(), area(text), true));
        case Mark.Line line when line.head() > 0 ->
            taken.add(new Taken("head of " + line.target(), new Area(head(line)), false));
        case Mark.Circle circle when isOfTheRun(circle.target()) ->
            taken.add(new Taken("ring of " + circle.target(), area(circle), false));
        case Mark.Box box when isPill(box) ->
            taken.add(new Taken("pill", new Area(rectangle(box)), false));
        case Mark.Path path when isCross(path) ->
            taken.add(new Taken("cross of " + path.target(), cross(path), false));
        case Mark.Text _, Mark.Line _, Mark.Circle _, Mark.Box _, Mark.Path _ -> {
          // Lanes, lines and grounds may be crossed.
        }
      }
    }
    return collisions(taken);
  }

  private static List<String> collisions(List<Taken> taken) {
    List<String> collisions = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      for (int j = i + 1; j < taken.size(); j++) {
        Taken one = taken.get(i);
        Taken other = taken.get(j);
        if (one.words() || other.words()) {
          Area both = new Area(one.area());
          both.intersect(other.area());
          if (!both.isEmpty()) {
            collisions.add(one.what() + " / " + other.what());
          }
        }
      }
    }
    return collisions;
  }

  private static boolean isOfTheRun(Target target) {
    return target instanceof Target.OfMessage;
  }

  private static boolean isPill(Mark.Box box) {
    return box.fill().map(Fill::ink).filter(Ink.CHOSEN_SOFT::equals).isPresent();
  }

  private static boolean isCross(Mark.Path path) {
    return !path.closed() && path.points().size() == 10 && isOfTheRun(path.target());
  }

  Area area(Mark.Text text) {
    double width = widths.of(text.text(), text.type());
    double left =
        switch (text.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    double size = text.type().size();
    Area area =
        new Area(new Rectangle2D.Double(left, -ASCENT * size, width, (ASCENT + DESCENT) * size));
    area.transform(AffineTransform.getRotateInstance(Math.toRadians(text.degrees())));
    area.transform(AffineTransform.getTranslateInstance(text.x(), text.y()));
    return area;
  }

  private static Shape head(Mark.Line line) {
    double length = Math.hypot(line.x2() - line.x1(), line.y2() - line.y1());
    double ux = (line.x2() - line.x1()) / length * line.head();
    double uy = (line.y2() - line.y1()) / length * line.head();
    Path2D head = new Path2D.Double();
    head.moveTo(line.x2(), line.y2());
    head.lineTo(line.x2() - ux - uy * SLENDERNESS, line.y2() - uy + ux * SLENDERNESS);
    head.lineTo(line.x2() - ux + uy * SLENDERNESS, line.y2() - uy - ux * SLENDERNESS);
    head.closePath();
    return head;
  }

  private static Area area(Mark.Circle circle) {
    double across = 2 * circle.radius();
    return new Area(
        new Ellipse2D.Double(
            circle.x() - circle.radius(), circle.y() - circle.radius(), across, across));
  }

  private static Rectangle2D rectangle(Mark.Box box) {
    return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
  }

  private static Area cross(Mark.Path path) {
    Path2D line = new Path2D.Double();
    line.moveTo(path.points().get(0), path.points().get(1));
    for (int i = 2; i < path.points().size(); i += 2) {
      line.lineTo(path.points().get(i), path.points().get(i + 1));
    }
    return new Area(new BasicStroke(1).createStrokedShape(line));
  }
}
