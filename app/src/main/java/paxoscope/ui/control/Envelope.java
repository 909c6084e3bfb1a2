package paxoscope.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import paxoscope.narration.Words;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;
import paxoscope.ui.words.UiText;

/** A message or timer that waits. Can be clicked, or reached by Tab and taken by Enter. */
final class Envelope extends Label {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final String ENVELOPE = "M1 2h16v11h-16z M1 2l8 6.5l8-6.5";
  private static final String CLOCK = "M9 1a7 7 0 1 0 0.01 0z M9 4v4l3 2";

  private final HeldItem item;

  /**
   * An envelope.
   *
   * @param item what is in it
   * @param header the run, for the roles
   * @param pick looks at what is in it
   * @param hand moves it
   */
  Envelope(HeldItem item, RunHeader header, Runnable pick, EnvelopeHand hand) {
    this.item = item;
    Outbound content = item.content();
    boolean timer = content.leg() == Leg.TIMER;
    String words = words(content);
    setText(timer ? words : words + " → " + content.to());
    SVGPath icon = new SVGPath();
    icon.setContent(timer ? CLOCK : ENVELOPE);
    icon.getStyleClass().add("icon");
    setGraphic(icon);
    setMinWidth(Region.USE_PREF_SIZE);
    getStyleClass().addAll("envelope", look(content, header));
    if (item.orphaned()) {
      getStyleClass().add("orphaned");
    }
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(
        timer
            ? UiText.of("envelope.spoken.timer", content.from(), words)
            : UiText.of("envelope.spoken", words, content.from(), content.to()));
    new EnvelopeTouch(this, pick, hand);
  }

  private static String words(Outbound content) {
    return content.kind() == Outbound.Kind.RETRY
        ? UiText.of("envelope.retry", content.number())
        : Words.arrow(content);
  }

  private static String look(Outbound content, RunHeader header) {
    return content instanceof Message.Nack
        ? "refusal"
        : Role.of(content.number(), header).styleClass();
  }

  /** What is in it. */
  HeldItem item() {
    return item;
  }

  /** Marks it as the message that is looked at. */
  void select(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }
}
