package paxoscope.ui.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import paxoscope.trace.HeldItem;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.words.UiText;

/** Says how many envelopes are not shown, and offers them to whoever is the network. */
final class MoreEnvelopes extends Label {

  private static final String OFFERED = "offered";

  private final EnvelopeHand hand;
  private List<HeldItem> hidden = List.of();

  /**
   * The last line of a stack.
   *
   * @param hand moves them
   */
  MoreEnvelopes(EnvelopeHand hand) {
    this.hand = hand;
    getStyleClass().add("more");
    setOnMouseClicked(_ -> offer());
    setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            offer();
            key.consume();
          }
        });
  }

  /**
   * Tells of those that are not shown; of none, nothing is said.
   *
   * @param items what is in them
   */
  void show(List<HeldItem> items) {
    hidden = items;
    setText(UiText.of("envelope.more", items.size()));
    Shown.set(this, !items.isEmpty());
    boolean free = hand.isFree();
    setFocusTraversable(free);
    setAccessibleRole(free ? AccessibleRole.BUTTON : AccessibleRole.TEXT);
    if (free != getStyleClass().contains(OFFERED)) {
      if (free) {
        getStyleClass().add(OFFERED);
      } else {
        getStyleClass().remove(OFFERED);
      }
    }
  }

  private void offer() {
    if (hand.isFree()) {
      MenuPlace.below(hand.menu(hidden), this, getParent());
    }
  }
}
