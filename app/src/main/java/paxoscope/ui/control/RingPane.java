package paxoscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Insets;
import javafx.scene.layout.Pane;
import paxoscope.trace.Link;
import paxoscope.ui.fx.TextSize;

/** Lays out cards on a ring, what waits beside each, and the arrows above them all. */
public final class RingPane extends Pane {

  private static final Dimension2D NOTHING = new Dimension2D(0, 0);

  private final List<NodeCard> cards = new ArrayList<>();
  private final List<EnvelopeStack> stacks = new ArrayList<>();
  private final List<FlyingMessage> arrows = new ArrayList<>();
  private final Pane sky = new Pane();
  private final Pane ground = new Pane();
  private final List<CutLink> cuts = new ArrayList<>();
  private RingGeometry ring = new RingGeometry(1, 1, 1, 1, 1);
  private double fontSize;

  /** An empty ring. */
  public RingPane() {
    getStyleClass().add("ring");
    sky.setManaged(false);
    sky.setPickOnBounds(false);
    ground.setManaged(false);
    ground.setMouseTransparent(true);
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
    getChildren().setAll(ground);
    getChildren().addAll(cards);
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
   * Draws the links over which nothing arrives.
   *
   * @param links which
   */
  public void showCuts(Set<Link> links) {
    List<Link> wanted = links.stream().sorted().toList();
    if (!cuts.stream().map(CutLink::link).toList().equals(wanted)) {
      cuts.clear();
      wanted.forEach(link -> cuts.add(new CutLink(link)));
      ground.getChildren().setAll(cuts);
      // Else they would be drawn once without their colours.
      ground.applyCss();
      layCuts();
    }
  }

  private void layCuts() {
    for (CutLink cut : cuts) {
      Link link = cut.link();
      cut.lay(path(link.from().number() - 1, link.to().number() - 1));
    }
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
      arrow.applyCss();
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
    double font = RingGeometry.fontSize(width, height, TextSize.of(this), count());
    if (Math.abs(font - fontSize) > 0.05) {
      fontSize = font;
      setStyle("-fx-font-size: " + font + "px;");
    }
    ring = RingGeometry.of(width, height, font, count());
    for (int i = 0; i < cards.size(); i++) {
      Bounds place = bounds(i);
      cards
          .get(i)
          .resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    }
    placeStacks(in);
    layCuts();
    ground.resizeRelocate(0, 0, getWidth(), getHeight());
    sky.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private void placeStacks(Insets in) {
    List<Bounds> places =
        new EnvelopeRoom(new EnvelopePlaces(ring, in.getRight()))
            .of(stacks.stream().map(EnvelopeStack::wanted).toList(), this::sizeOfStack)
            .bounds();
    for (int i = 0; i < stacks.size(); i++) {
      stacks
          .get(i)
          .relocate(
              Math.round(places.get(i).getMinX() + in.getLeft()),
              Math.round(places.get(i).getMinY() + in.getTop()));
    }
  }

  private Dimension2D sizeOfStack(int index, int rows) {
    EnvelopeStack stack = stacks.get(index);
    if (rows > 0) {
      stack.showAtMost(rows);
    }
    stack.autosize();
    return rows == 0 ? NOTHING : new Dimension2D(stack.getWidth(), stack.getHeight());
  }
}
