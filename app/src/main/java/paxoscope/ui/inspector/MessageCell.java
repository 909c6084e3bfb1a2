package paxoscope.ui.inspector;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paxoscope.narration.Words;
import paxoscope.trace.Passage;
import paxoscope.ui.model.Playback;

/** One message in the list of a server's messages. */
final class MessageCell extends ListCell<Passage> {

  private final Playback playback;
  private final Label step = new Label();
  private final Region bar = new Region();
  private final Label what = new Label();
  private final Label way = new Label();
  private final HBox line;

  MessageCell(Playback playback) {
    this.playback = playback;
    step.getStyleClass().add("step-number");
    step.setMinWidth(Region.USE_PREF_SIZE);
    bar.getStyleClass().add("bar");
    what.getStyleClass().add("what");
    way.getStyleClass().add("cause");
    VBox words = new VBox(what, way);
    words.setMinWidth(0);
    line = new HBox(step, bar, words);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("history-line");
    // Words that are too long are cut: the list never moves sideways.
    setPrefWidth(0);
    getStyleClass().add("history-cell");
  }

  @Override
  protected void updateItem(Passage message, boolean empty) {
    super.updateItem(message, empty);
    setGraphic(empty || message == null ? null : line);
    if (empty || message == null) {
      return;
    }
    step.setText(Integer.toString(message.sentStep()));
    step.pseudoClassStateChanged(ChangeCell.LONG, message.sentStep() >= ChangeCell.LONG_FROM);
    what.setText(Words.arrow(message.content()));
    way.setText(message.content().from() + " → " + message.content().to());
    String look = InspectorWords.look(message.content(), playback.traceProperty().get().header());
    RowLook.show(look, bar);
    RowLook.show(look, this);
  }
}
