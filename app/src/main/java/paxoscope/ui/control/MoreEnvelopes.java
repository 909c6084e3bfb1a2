package paxoscope.ui.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import paxoscope.trace.HeldItem;
import paxoscope.ui.words.UiText;

/** Says how many envelopes are not shown, and offers them to whoever is the network. */
final class MoreEnvelopes extends Label {

  /**
   * The last line of a stack.
   *
   * @param hidden what is in those that are not shown
   * @param hand moves them
   */
  MoreEnvelopes(List<HeldItem> hidden, EnvelopeHand hand) {
    super(UiText.of("envelope.more", hidden.size()));
    getStyleClass().add("more");
    if (hand.isFree()) {
      getStyleClass().add("offered");
      setFocusTraversable(true);
      setAccessibleRole(AccessibleRole.BUTTON);
      setOnMouseClicked(_ -> MenuPlace.below(hand.menu(hidden), this, getParent()));
      setOnKeyPressed(
          key -> {
            if (key.getCode() == KeyCode.ENTER) {
              MenuPlace.below(hand.menu(hidden), this, getParent());
              key.consume();
            }
          });
    }
  }
}
