package paxoscope.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;
import paxoscope.ui.model.MessageWords;
import paxoscope.ui.words.UiText;

/** The messages that wait at the edge of a server, as envelopes. */
public final class EnvelopeStack extends VBox {

  private static final int SHOWN = 3;
  private static final String ENVELOPE = "M1 2h16v11h-16z M1 2l8 6.5l8-6.5";
  private static final String CLOCK = "M9 1a7 7 0 1 0 0.01 0z M9 4v4l3 2";

  /** An empty stack. */
  public EnvelopeStack() {
    getStyleClass().add("envelopes");
    setAlignment(Pos.CENTER);
    setManaged(false);
  }

  /**
   * Shows what waits.
   *
   * @param items the messages and timers, first to come first
   * @param header the run, for the roles
   */
  public void show(List<HeldItem> items, RunHeader header) {
    List<Label> envelopes =
        new java.util.ArrayList<>(
            items.stream().limit(SHOWN).map(item -> envelope(item, header)).toList());
    if (items.size() > SHOWN) {
      Label more = new Label(UiText.of("envelope.more", items.size() - SHOWN));
      more.getStyleClass().add("more");
      envelopes.add(more);
    }
    getChildren().setAll(envelopes);
  }

  private static Label envelope(HeldItem item, RunHeader header) {
    boolean timer = item.content().leg() == Leg.TIMER;
    String text = MessageWords.of(item.content());
    Label label = new Label(timer ? text : text + " → " + item.content().to());
    SVGPath icon = new SVGPath();
    icon.setContent(timer ? CLOCK : ENVELOPE);
    icon.getStyleClass().add("icon");
    label.setGraphic(icon);
    label.setMinWidth(Region.USE_PREF_SIZE);
    String look =
        item.content() instanceof Message.Nack
            ? "refusal"
            : Role.of(item.content().number(), header).styleClass();
    label.getStyleClass().addAll("envelope", look);
    if (item.orphaned()) {
      label.getStyleClass().add("orphaned");
    }
    label.setAccessibleText(UiText.of("envelope.spoken", label.getText()));
    return label;
  }
}
