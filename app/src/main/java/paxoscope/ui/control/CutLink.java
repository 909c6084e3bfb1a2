package paxoscope.ui.control;

import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import paxoscope.trace.Link;
import paxoscope.ui.words.UiText;

/**
 * A link over which nothing arrives: a dashed line that breaks off in its middle, with an open head
 * that says which direction is cut. The shape says it, whatever the colours are.
 */
final class CutLink extends Group {

  /** How far beside the straight way it is drawn, so that both directions are told apart. */
  private static final double ASIDE = 9;

  private static final double BREAK = 9;
  private static final double HEAD = 11;

  private final Link link;

  /**
   * The picture of a link that is cut.
   *
   * @param link which
   */
  CutLink(Link link) {
    this.link = link;
    setId("cut-" + link.from() + "-" + link.to());
    getStyleClass().add("cut-link");
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(UiText.of("stage.cut", link.from(), link.to()));
  }

  Link link() {
    return link;
  }

  /**
   * Draws it.
   *
   * @param way from card to card
   */
  void lay(FlightPath way) {
    Point2D along = way.end().subtract(way.start()).normalize();
    Point2D aside = new Point2D(-along.getY(), along.getX());
    // Aside of the way a card reaches further: the ends stay clear of it.
    Point2D clear = along.multiply(ASIDE + 2);
    Point2D start = way.start().add(aside.multiply(ASIDE)).add(clear);
    Point2D end = way.end().add(aside.multiply(ASIDE)).subtract(clear);
    Point2D middle = start.midpoint(end);
    Point2D gap = along.multiply(BREAK);
    Point2D stroke = along.multiply(BREAK / 2).add(aside.multiply(BREAK));
    Point2D neck = end.subtract(along.multiply(HEAD));
    Polyline head =
        new Polyline(
            neck.getX() + aside.getX() * HEAD / 2,
            neck.getY() + aside.getY() * HEAD / 2,
            end.getX(),
            end.getY(),
            neck.getX() - aside.getX() * HEAD / 2,
            neck.getY() - aside.getY() * HEAD / 2);
    head.getStyleClass().add("head");
    getChildren()
        .setAll(
            line(start, middle.subtract(gap), "way"),
            line(middle.add(gap), end, "way"),
            line(middle.subtract(gap).subtract(stroke), middle.subtract(gap).add(stroke), "break"),
            line(middle.add(gap).subtract(stroke), middle.add(gap).add(stroke), "break"),
            head);
  }

  private static Line line(Point2D from, Point2D to, String styleClass) {
    Line line = new Line(from.getX(), from.getY(), to.getX(), to.getY());
    line.getStyleClass().add(styleClass);
    return line;
  }
}
