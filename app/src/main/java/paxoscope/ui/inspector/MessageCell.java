package paxoscope.ui.inspector;

import javafx.scene.control.Label;
import paxoscope.narration.Words;
import paxoscope.trace.Passage;
import paxoscope.ui.model.Playback;

/** One message in the list of a server's messages. */
final class MessageCell extends StepCell<Passage> {

  private final Playback playback;
  private final Label what;
  private final Label way;

  MessageCell(Playback playback) {
    this(playback, new Label(), new Label());
  }

  private MessageCell(Playback playback, Label what, Label way) {
    super(what, way);
    this.playback = playback;
    this.what = what;
    this.way = way;
  }

  @Override
  void show(Passage message) {
    what.setText(Words.arrow(message.content()));
    way.setText(message.content().from() + " → " + message.content().to());
    show(
        message.sentStep(),
        InspectorWords.look(message.content(), playback.traceProperty().get().header()));
  }
}
