package paxoscope.ui.control;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/**
 * An arrow on its way, with its words. How it looks is in the style sheet: {@code flying} with a
 * role, {@code refusal} or {@code loss}. It is made once and used again.
 */
public final class FlyingMessage extends Region {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final int PIECES = 20;
  private static final double BREAKS_AT = 0.55;
  private static final double HEAD_LENGTH = 15;
  private static final double HEAD_WIDTH = 6.5;

  private final Polyline ahead = new Polyline();
  private final Polyline trail = new Polyline();
  private final Polygon head = new Polygon(0, 0, 0, 0, 0, 0);
  private final Line crossOne = new Line();
  private final Line crossTwo = new Line();
  private final Polyline grip = new Polyline();
  private final Label words = new Label();
  private FlightPath path;
  private boolean breaks;
  private boolean crossed;

  /** An arrow that is not seen yet. */
  public FlyingMessage() {
    getStyleClass().add("flying");
    ahead.getStyleClass().add("ahead");
    trail.getStyleClass().add("trail");
    head.getStyleClass().add("head");
    words.getStyleClass().add("words");
    // They only move: their picture is drawn once.
    words.setCache(true);
    crossOne.getStyleClass().add("cross");
    crossTwo.getStyleClass().add("cross");
    grip.getStyleClass().add("grip");
    getChildren().addAll(grip, ahead, trail, head, words, crossOne, crossTwo);
    setManaged(false);
    // One can hit the words and the line, and what lies between and below them.
    setPickOnBounds(false);
    setVisible(false);
  }

  /**
   * Sends it on its way.
   *
   * @param way where it flies
   * @param text its words
   * @param look its style class: a role's, {@code refusal}
   * @param ends whether it arrives or breaks
   */
  public void begin(FlightPath way, String text, String look, Ending ends) {
    path = way;
    breaks = ends == Ending.BREAKS;
    crossed = look.equals("refusal") || ends == Ending.NOBODY_THERE;
    dress(look);
    words.setText(text);
    setAccessibleText(text);
    setOpacity(1);
    setVisible(true);
    applyCss();
    words.autosize();
    points(grip, 0, 1);
    progress(0);
  }

  /**
   * Marks it as the message that is looked at.
   *
   * @param selected whether it is
   */
  public void select(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  // To style an arrow takes longer than to draw it: it keeps the look that it had, if it can.
  private void dress(String look) {
    if (!getStyleClass().contains(look)) {
      getStyleClass().setAll("flying", look);
    }
  }

  /** How an arrow ends. */
  public enum Ending {
    /** It touches its receiver. */
    ARRIVES,
    /** It breaks on the way. */
    BREAKS,
    /** Its receiver is down. */
    NOBODY_THERE
  }

  /** Takes it off the stage. */
  public void end() {
    setVisible(false);
  }

  /**
   * Moves it.
   *
   * @param share how much of its time is over, 0 to 1
   */
  public void progress(double share) {
    double reached = ease(share);
    if (breaks && reached > BREAKS_AT) {
      double broken = (reached - BREAKS_AT) / (1 - BREAKS_AT);
      setOpacity(1 - 0.85 * broken);
      draw(BREAKS_AT);
      setTranslateY(broken * broken * 60);
      cross(path.at(BREAKS_AT), true);
      return;
    }
    setTranslateY(0);
    draw(reached);
    cross(words(reached), crossed);
  }

  private static double ease(double share) {
    return share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
  }

  private void draw(double reached) {
    points(trail, 0, reached);
    points(ahead, reached, 1);
    Point2D tip = path.at(reached);
    Point2D behind = path.at(Math.max(0, reached - 0.02));
    Point2D way =
        tip.subtract(reached < 0.02 ? path.at(0).subtract(path.at(0.02)).add(tip) : behind);
    Point2D along = way.magnitude() < 1e-6 ? new Point2D(1, 0) : way.normalize();
    Point2D across = new Point2D(-along.getY(), along.getX());
    Point2D foot = tip.subtract(along.multiply(HEAD_LENGTH));
    Point2D left = foot.add(across.multiply(HEAD_WIDTH));
    Point2D right = foot.subtract(across.multiply(HEAD_WIDTH));
    head.getPoints()
        .setAll(tip.getX(), tip.getY(), left.getX(), left.getY(), right.getX(), right.getY());
    Point2D middle = words(reached);
    words.relocate(
        Math.round(middle.getX() - words.getWidth() / 2),
        Math.round(middle.getY() - words.getHeight() / 2));
  }

  private Point2D words(double reached) {
    return path.loop()
        ? path.besideTheCard(words.getWidth(), words.getHeight())
        : path.at(0.12 + reached * 0.42);
  }

  // All points in one change: the line is worked out anew for each change. A straight way needs
  // but its ends.
  private void points(Polyline line, double from, double to) {
    int pieces = path.loop() ? PIECES : 1;
    Double[] points = new Double[2 * (pieces + 1)];
    for (int i = 0; i <= pieces; i++) {
      Point2D point = path.at(from + (to - from) * i / pieces);
      points[2 * i] = point.getX();
      points[2 * i + 1] = point.getY();
    }
    line.getPoints().setAll(points);
  }

  private void cross(Point2D middle, boolean shown) {
    crossOne.setVisible(shown);
    crossTwo.setVisible(shown);
    double x = breaks ? middle.getX() : middle.getX() - words.getWidth() / 2 + 1;
    double y = middle.getY();
    double arm = 9;
    crossOne.setStartX(x - arm);
    crossOne.setStartY(y - arm);
    crossOne.setEndX(x + arm);
    crossOne.setEndY(y + arm);
    crossTwo.setStartX(x - arm);
    crossTwo.setStartY(y + arm);
    crossTwo.setEndX(x + arm);
    crossTwo.setEndY(y - arm);
  }
}
