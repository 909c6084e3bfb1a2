package paxoscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.layout.Pane;

/** Lays out cards on a ring, what waits beside each, and the arrows above them all. */
public final class RingPane extends Pane {

  private static final double WIDTH_EM = 17.4;
  private static final double HEIGHT_EM = 10.6;
  private static final double ROWS_OF_CARDS = 2.86;
  private static final double COLUMNS_OF_CARDS = 3.55;
  private static final double GAP = 8;
  private static final double LOWER = 0.78;

  private final List<NodeCard> cards = new ArrayList<>();
  private final List<EnvelopeStack> stacks = new ArrayList<>();
  private final List<FlyingMessage> arrows = new ArrayList<>();
  private final Pane sky = new Pane();
  private RingGeometry ring = new RingGeometry(1, 1, 1, 1, 1);
  private double fontSize;

  /** An empty ring. */
  public RingPane() {
    getStyleClass().add("ring");
    sky.setManaged(false);
    sky.setMouseTransparent(true);
  }

  /**
   * Puts cards on the ring.
   *
   * @param count how many
   */
  public void populate(int count) {
    if (cards.size() == count) {
      return;
    }
    cards.clear();
    stacks.clear();
    for (int i = 0; i < count; i++) {
      NodeCard card = new NodeCard();
      card.setId("card-S" + (i + 1));
      EnvelopeStack stack = new EnvelopeStack();
      stack.setId("held-S" + (i + 1));
      cards.add(card);
      stacks.add(stack);
    }
    getChildren().setAll(cards);
    getChildren().addAll(stacks);
    getChildren().add(sky);
  }

  /**
   * A card.
   *
   * @param index which, from 0
   * @return the card
   */
  public NodeCard card(int index) {
    return cards.get(index);
  }

  /**
   * What waits beside a card.
   *
   * @param index which, from 0
   * @return the stack
   */
  public EnvelopeStack stack(int index) {
    return stacks.get(index);
  }

  /**
   * How many cards there are.
   *
   * @return 0 or more
   */
  public int count() {
    return cards.size();
  }

  /**
   * The way from card to card.
   *
   * @param from the index of the sender's card
   * @param to the index of the receiver's card
   * @return the way; a loop if both are the same
   */
  public FlightPath path(int from, int to) {
    return from == to
        ? FlightPath.around(bounds(from), ring.loop(from))
        : FlightPath.between(bounds(from), bounds(to));
  }

  /**
   * An arrow from the pool.
   *
   * @param index which, from 0
   * @return the arrow
   */
  public FlyingMessage arrow(int index) {
    while (arrows.size() <= index) {
      FlyingMessage arrow = new FlyingMessage();
      arrows.add(arrow);
      sky.getChildren().add(arrow);
    }
    return arrows.get(index);
  }

  /**
   * Takes arrows off the stage.
   *
   * @param index the first that is not used now
   */
  public void endArrowsFrom(int index) {
    arrows.stream().skip(index).forEach(FlyingMessage::end);
  }

  private Bounds bounds(int index) {
    Insets in = getInsets();
    Bounds card = ring.card(index);
    return new javafx.geometry.BoundingBox(
        card.getMinX() + in.getLeft(),
        card.getMinY() + in.getTop(),
        card.getWidth(),
        card.getHeight());
  }

  @Override
  protected void layoutChildren() {
    Insets in = getInsets();
    double width = Math.max(1, getWidth() - in.getLeft() - in.getRight());
    double height = Math.max(1, getHeight() - in.getTop() - in.getBottom());
    double font = fitted(width, height);
    if (Math.abs(font - fontSize) > 0.05) {
      fontSize = font;
      setStyle("-fx-font-size: " + font + "px;");
    }
    ring =
        new RingGeometry(
            width, height, Math.round(WIDTH_EM * font), Math.round(HEIGHT_EM * font), count());
    for (int i = 0; i < cards.size(); i++) {
      Bounds place = bounds(i);
      cards
          .get(i)
          .resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
      placeStack(stacks.get(i), place, ring.inward(i));
    }
    sky.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  // The wanted size of texts, or what fits: cards never cover one another.
  private double fitted(double width, double height) {
    double wanted =
        getParent() instanceof javafx.scene.layout.Region && getScene() != null ? wantedFont() : 16;
    double columns = Math.max(COLUMNS_OF_CARDS, count() * 0.74);
    double rows = Math.max(ROWS_OF_CARDS, count() * 0.6);
    return Math.min(wanted, Math.min(width / (columns * WIDTH_EM), height / (rows * HEIGHT_EM)));
  }

  private double wantedFont() {
    Object size = getScene().getRoot().getProperties().get("paxoscope.fontSize");
    return size instanceof Double known ? known : 16;
  }

  private static void placeStack(EnvelopeStack stack, Bounds card, Side side) {
    stack.autosize();
    double width = stack.getWidth();
    double height = stack.getHeight();
    double x =
        switch (side) {
          case LEFT -> card.getMinX() - width - GAP;
          case RIGHT -> card.getMaxX() + GAP;
          case TOP, BOTTOM -> card.getCenterX() - width / 2;
        };
    double y =
        switch (side) {
          case TOP -> card.getMinY() - height - GAP;
          case BOTTOM -> card.getMaxY() + GAP;
          // Lower than the middle: what waits below the top card needs the room above.
          case LEFT, RIGHT -> card.getMinY() + card.getHeight() * LOWER - height / 2;
        };
    stack.relocate(Math.round(x), Math.round(y));
  }
}
