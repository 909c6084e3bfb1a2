package paxoscope.ui.inspector;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paxoscope.trace.Role;
import paxoscope.trace.ServerChange;
import paxoscope.ui.model.Playback;
import paxoscope.ui.words.UiText;

/** One change in the history of a server, with the message behind it. */
final class ChangeCell extends ListCell<ServerChange> {

  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  static final int LONG_FROM = 100;

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
    bar.getStyleClass().add("bar");
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
  protected void updateItem(ServerChange change, boolean empty) {
    super.updateItem(change, empty);
    setGraphic(empty || change == null ? null : line);
    pseudoClassStateChanged(NOW, false);
    if (empty || change == null) {
      return;
    }
    step.setText(Integer.toString(change.step()));
    step.pseudoClassStateChanged(LONG, change.step() >= LONG_FROM);
    what.setText(ChangeWords.what(change));
    line(cause, ChangeWords.cause(change));
    String earlier = ChangeWords.before(change);
    line(before, earlier.isEmpty() ? "" : UiText.of("inspector.was", earlier));
    String look =
        change.kind() == ServerChange.Kind.REFUSED
            ? "refusal"
            : ChangeWords.about(change)
                .map(number -> Role.of(number, playback.traceProperty().get().header()))
                .orElse(Role.OTHER)
                .styleClass();
    RowLook.show(look, bar);
    RowLook.show(look, this);
    pseudoClassStateChanged(NOW, change.step() == playback.cursorProperty().get());
  }

  private static void line(Label label, String text) {
    label.setText(text);
    label.setManaged(!text.isEmpty());
    label.setVisible(!text.isEmpty());
  }
}
