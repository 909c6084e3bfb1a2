package paxoscope.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import paxoscope.ui.model.Gap;
import paxoscope.ui.model.Hop;

/** A lane for each server, an arrow for each message, and the cursor; a click goes there. */
public final class TimeLine extends Pane {

  private static final int FEWEST_STEPS = 24;
  private static final double HEAD = 5;
  private static final double REACH = 5;
  private static final double LABEL_EM = 2.6;
  // Letters are lower than their line.
  private static final double NAME_SHARE = 0.65;

  private final List<Line> lanes = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final Map<Hop.Look, Path> arrows = new HashMap<>();
  private final Path down = new Path();
  private final Path selected = new Path();
  private final Line cursorLine = new Line();
  private final Circle cursorKnob = new Circle();
  private List<Hop> hops = List.of();
  private List<Gap> gaps = List.of();
  private int steps;
  private int cursor;
  private IntConsumer goTo = _ -> {};
  private Consumer<Hop> pick = _ -> {};
  private Optional<Hop> picked = Optional.empty();

  /** A time line of nothing. */
  public TimeLine() {
    getStyleClass().add("time-line");
    setAccessibleRole(AccessibleRole.SLIDER);
    for (Hop.Look look : Hop.Look.values()) {
      Path path = new Path();
      path.getStyleClass().addAll("hop", look.styleClass());
      path.setManaged(false);
      arrows.put(look, path);
    }
    down.getStyleClass().add("gap");
    down.setManaged(false);
    selected.getStyleClass().addAll("hop", "selected");
    selected.setManaged(false);
    cursorLine.getStyleClass().add("cursor-line");
    cursorKnob.getStyleClass().add("cursor-knob");
    cursorLine.setManaged(false);
    cursorKnob.setManaged(false);
    setOnMousePressed(
        press -> {
          hopAt(press.getX(), press.getY()).ifPresent(pick);
          scrub(press);
        });
    setOnMouseDragged(this::scrub);
  }

  private void scrub(MouseEvent mouse) {
    double share = (mouse.getX() - left()) / Math.max(1, right() - left());
    goTo.accept(Math.clamp(Math.round(share * extent()), 0, steps));
    mouse.consume();
  }

  /**
   * Says what a click does.
   *
   * @param action takes the number of the step
   */
  public void onGoTo(IntConsumer action) {
    goTo = action;
  }

  /**
   * Says what a click on an arrow does beside going there.
   *
   * @param action takes the message
   */
  public void onPick(Consumer<Hop> action) {
    pick = action;
  }

  /**
   * Marks a message.
   *
   * @param hop the message; empty for none
   */
  public void select(Optional<Hop> hop) {
    if (!hop.equals(picked)) {
      picked = hop;
      requestLayout();
    }
  }

  private Optional<Hop> hopAt(double x, double y) {
    Point2D mouse = new Point2D(x, y);
    return hops.stream()
        .filter(hop -> distance(hop, mouse) <= REACH)
        .min(Comparator.comparingDouble(hop -> distance(hop, mouse)));
  }

  private double distance(Hop hop, Point2D mouse) {
    Point2D start = new Point2D(x(hop.sent()), y(hop.from()));
    Point2D way = new Point2D(x(hop.received()), y(hop.to())).subtract(start);
    double length = Math.max(1, way.dotProduct(way));
    double share = Math.clamp(mouse.subtract(start).dotProduct(way) / length, 0, 1);
    return mouse.distance(start.add(way.multiply(share)));
  }

  /**
   * Shows a run.
   *
   * @param servers how many servers there are
   * @param size how many steps are recorded
   * @param messages what went from where to where
   * @param outages who was down or paused, and when
   */
  public void showRun(int servers, int size, List<Hop> messages, List<Gap> outages) {
    if (lanes.size() != servers) {
      lanes.clear();
      names.clear();
      for (int i = 1; i <= servers; i++) {
        Line lane = new Line();
        lane.getStyleClass().add("lane");
        lane.setManaged(false);
        Label name = new Label("S" + i);
        name.getStyleClass().add("lane-name");
        name.setManaged(false);
        lanes.add(lane);
        names.add(name);
      }
      getChildren().setAll(lanes);
      getChildren().addAll(names);
      getChildren().add(down);
      getChildren().addAll(arrows.values());
      getChildren().addAll(selected, cursorLine, cursorKnob);
    }
    steps = size;
    hops = List.copyOf(messages);
    gaps = List.copyOf(outages);
    requestLayout();
  }

  /**
   * Moves the cursor.
   *
   * @param step how many steps are shown
   */
  public void showCursor(int step) {
    cursor = step;
    setAccessibleText("step " + step + " of " + steps);
    placeCursor();
  }

  @Override
  protected void layoutChildren() {
    for (int i = 0; i < lanes.size(); i++) {
      double y = Math.round(y(i + 1)) + 0.5;
      Line lane = lanes.get(i);
      lane.setStartX(left());
      lane.setEndX(right());
      lane.setStartY(y);
      lane.setEndY(y);
      Label name = names.get(i);
      name.autosize();
      name.relocate(snappedLeftInset(), Math.round(y - name.getHeight() / 2));
    }
    showNamesThatHaveRoom();
    down.getElements().clear();
    gaps.forEach(this::draw);
    arrows.values().forEach(path -> path.getElements().clear());
    hops.forEach(hop -> draw(hop, arrows.get(hop.look())));
    selected.getElements().clear();
    picked.ifPresent(hop -> draw(hop, selected));
    placeCursor();
  }

  /** The first and the last, and between them as many as have room, at equal distances. */
  private void showNamesThatHaveRoom() {
    int last = names.size() - 1;
    double needed = names.isEmpty() ? 0 : names.getFirst().getHeight() * NAME_SHARE;
    int every = Math.max(1, (int) Math.ceil(needed / Math.max(1, y(2) - y(1))));
    while (every < last && last % every != 0) {
      every++;
    }
    for (int i = 0; i <= last; i++) {
      names.get(i).setVisible(i % every == 0);
    }
  }

  private void draw(Gap gap) {
    double y = Math.round(y(gap.server())) + 0.5;
    down.getElements().addAll(new MoveTo(x(gap.from()), y), new LineTo(x(gap.to()), y));
  }

  private void draw(Hop hop, Path path) {
    double fromX = x(hop.sent());
    double toX = x(hop.received());
    double fromY = y(hop.from());
    double toY = y(hop.to());
    double length = Math.max(1, Math.hypot(toX - fromX, toY - fromY));
    double alongX = (toX - fromX) / length * HEAD;
    double alongY = (toY - fromY) / length * HEAD;
    path.getElements()
        .addAll(
            new MoveTo(fromX, fromY),
            new LineTo(toX, toY),
            new MoveTo(toX - alongX - alongY * 0.6, toY - alongY + alongX * 0.6),
            new LineTo(toX, toY),
            new LineTo(toX - alongX + alongY * 0.6, toY - alongY - alongX * 0.6));
  }

  private void placeCursor() {
    double x = Math.round(x(cursor)) + 0.5;
    cursorLine.setStartX(x);
    cursorLine.setEndX(x);
    cursorLine.setStartY(2);
    cursorLine.setEndY(getHeight() - 2);
    cursorKnob.setCenterX(x);
    cursorKnob.setCenterY(6);
    cursorKnob.setRadius(5);
  }

  private int extent() {
    return Math.max(FEWEST_STEPS, steps);
  }

  private double x(double step) {
    return left() + (right() - left()) * step / extent();
  }

  private double y(int server) {
    double top = 12;
    return top + (getHeight() - top - 6) * (server - 0.5) / Math.max(1, lanes.size());
  }

  private double left() {
    double em = names.isEmpty() ? 12 : names.getFirst().getFont().getSize();
    return snappedLeftInset() + LABEL_EM * em;
  }

  private double right() {
    return getWidth() - snappedRightInset() - 6;
  }
}
