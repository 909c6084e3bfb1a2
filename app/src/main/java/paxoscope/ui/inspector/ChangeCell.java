package paxoscope.ui.inspector;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paxoscope.trace.Role;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.StateChange;
import paxoscope.ui.words.UiText;

/** One change in the history of a server, with the message behind it. */
final class ChangeCell extends ListCell<StateChange> {

  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

  private final Playback playback;
  private final Label step = new Label();
  private final Region bar = new Region();
  private final Label what = new Label();
  private final Label cause = new Label();
  private final Label before = new Label();
  private final HBox line;

  ChangeCell(Playback playback) {
    this.playback = playback;
    step.getStyleClass().add("step-number");
    step.setMinWidth(Region.USE_PREF_SIZE);
    what.getStyleClass().add("what");
    cause.getStyleClass().add("cause");
    before.getStyleClass().add("cause");
    VBox words = new VBox(what, cause, before);
    words.setMinWidth(0);
    line = new HBox(step, bar, words);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("history-line");
    // Words that are too long are cut: the list never moves sideways.
    setPrefWidth(0);
    getStyleClass().add("history-cell");
  }

  @Override
  protected void updateItem(StateChange change, boolean empty) {
    super.updateItem(change, empty);
    setGraphic(empty || change == null ? null : line);
    pseudoClassStateChanged(NOW, false);
    if (empty || change == null) {
      return;
    }
    step.setText(Integer.toString(change.step()));
    what.setText(change.what());
    line(cause, change.cause());
    line(before, change.before().isEmpty() ? "" : UiText.of("inspector.was", change.before()));
    String look =
        change.refusal()
            ? "refusal"
            : change
                .number()
                .map(number -> Role.of(number, playback.traceProperty().get().header()))
                .orElse(Role.OTHER)
                .styleClass();
    bar.getStyleClass().setAll("bar", look);
    getStyleClass().setAll("cell", "list-cell", "history-cell", look);
    pseudoClassStateChanged(NOW, change.step() == playback.cursorProperty().get());
  }

  private static void line(Label label, String text) {
    label.setText(text);
    label.setManaged(!text.isEmpty());
    label.setVisible(!text.isEmpty());
  }
}
