package paxoscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import paxoscope.trace.HeldItem;
import paxoscope.trace.RunHeader;
import paxoscope.ui.fx.Shown;

/** The messages that wait at the edge of a server, as envelopes. */
public final class EnvelopeStack extends VBox {

  private static final int SHOWN = 3;
  // Whoever has to move them has to see them: one round of five servers.
  private static final int SHOWN_FREE = 5;

  private final List<Envelope> envelopes = new ArrayList<>();
  private List<HeldItem> waiting = List.of();
  private MoreEnvelopes more;
  private RunHeader run;
  private Consumer<HeldItem> pick = _ -> {};
  private EnvelopeHand hand;

  /** An empty stack. */
  public EnvelopeStack() {
    getStyleClass().add("envelopes");
    setAlignment(Pos.CENTER);
    setManaged(false);
  }

  /**
   * Says what is done with envelopes.
   *
   * @param action looks at what is in one
   * @param mover moves them
   */
  public void listen(Consumer<HeldItem> action, EnvelopeHand mover) {
    pick = action;
    hand = mover;
    more = new MoreEnvelopes(mover);
  }

  /**
   * Shows what waits.
   *
   * @param items the messages and timers, first to come first
   * @param header the run, for the roles
   */
  public void show(List<HeldItem> items, RunHeader header) {
    // What stays keeps its envelope, and with it the focus.
    List<Envelope> before = header.equals(run) ? List.copyOf(envelopes) : List.of();
    run = header;
    int focused = focused();
    int shownAtMost = hand.isFree() ? SHOWN_FREE : SHOWN;
    envelopes.clear();
    items.stream().limit(shownAtMost).map(item -> envelope(item, before)).forEach(envelopes::add);
    List<Node> shown = new ArrayList<>(envelopes);
    waiting = List.copyOf(items);
    if (items.size() > 1) {
      shown.add(more);
    }
    showAtMost(envelopes.size());
    if (!shown.equals(getChildren())) {
      getChildren().setAll(shown);
      if (focused >= 0 && !envelopes.isEmpty()) {
        // Whoever delivers by key goes on with the next.
        envelopes.get(Math.min(focused, envelopes.size() - 1)).requestFocus();
      }
    }
  }

  /**
   * How many envelopes it would show.
   *
   * @return 0 or more
   */
  int wanted() {
    return envelopes.size();
  }

  /**
   * Shows so many envelopes, and tells of the rest in a line.
   *
   * @param rows how many
   */
  void showAtMost(int rows) {
    for (int i = 0; i < envelopes.size(); i++) {
      Shown.set(envelopes.get(i), i < rows);
    }
    more.show(waiting.subList(rows, waiting.size()));
  }

  private int focused() {
    for (int i = 0; i < envelopes.size(); i++) {
      if (envelopes.get(i).isFocused()) {
        return i;
      }
    }
    return -1;
  }

  private Envelope envelope(HeldItem item, List<Envelope> before) {
    return before.stream()
        .filter(envelope -> envelope.item().equals(item))
        .findFirst()
        .orElseGet(() -> new Envelope(item, run, () -> pick.accept(item), hand));
  }

  /**
   * Marks a message.
   *
   * @param which tells whether it is the one
   */
  public void select(Predicate<HeldItem> which) {
    envelopes.forEach(envelope -> envelope.select(which.test(envelope.item())));
  }
}
