package paxoscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import paxoscope.trace.HeldItem;
import paxoscope.trace.RunHeader;
import paxoscope.ui.words.UiText;

/** The messages that wait at the edge of a server, as envelopes. */
public final class EnvelopeStack extends VBox {

  private static final int SHOWN = 3;

  private final List<Envelope> envelopes = new ArrayList<>();
  private RunHeader run;
  private Consumer<HeldItem> pick = _ -> {};

  /** An empty stack. */
  public EnvelopeStack() {
    getStyleClass().add("envelopes");
    setAlignment(Pos.CENTER);
    setManaged(false);
  }

  /**
   * Says what a click on an envelope does.
   *
   * @param action takes what is in it
   */
  public void onPick(Consumer<HeldItem> action) {
    pick = action;
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
    envelopes.clear();
    items.stream().limit(SHOWN).map(item -> envelope(item, before)).forEach(envelopes::add);
    List<Node> shown = new ArrayList<>(envelopes);
    if (items.size() > SHOWN) {
      Label more = new Label(UiText.of("envelope.more", items.size() - SHOWN));
      more.getStyleClass().add("more");
      shown.add(more);
    }
    if (!shown.equals(getChildren())) {
      getChildren().setAll(shown);
    }
  }

  private Envelope envelope(HeldItem item, List<Envelope> before) {
    return before.stream()
        .filter(envelope -> envelope.item().equals(item))
        .findFirst()
        .orElseGet(() -> new Envelope(item, run, () -> pick.accept(item)));
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
