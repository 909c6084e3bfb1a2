package paxoscope.ui.inspector;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import paxoscope.narration.Words;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.MessageLookup;
import paxoscope.ui.model.MessageTimes;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.RunDesk;
import paxoscope.ui.model.Selection;
import paxoscope.ui.words.UiText;

/** Looks into one message: its words, both legs of its call, and the exact XML. */
public final class MessagePaneController {

  @FXML private VBox pane;
  @FXML private Button back;
  @FXML private Label words;
  @FXML private Hyperlink from;
  @FXML private Hyperlink to;
  @FXML private Hyperlink sent;
  @FXML private Label sentTime;
  @FXML private Label endLabel;
  @FXML private Hyperlink end;
  @FXML private Label endTime;
  @FXML private Label otherLabel;
  @FXML private Hyperlink other;
  @FXML private TextArea xml;

  private final ControlDesk desk;
  private final RunDesk runs;
  private final Playback playback;
  private XmlText text;
  private ServerId lastServer = new ServerId(1);
  private Optional<Passage> shown = Optional.empty();
  private Optional<Passage> counterpart = Optional.empty();

  /**
   * Joins it with what it shows.
   *
   * @param desk the run and the nodes
   * @param runs the file of a recorded run
   */
  public MessagePaneController(ControlDesk desk, RunDesk runs) {
    this.desk = desk;
    this.runs = runs;
    this.playback = desk.playback();
  }

  @FXML
  private void initialize() {
    text = new XmlText(xml, desk, runs);
    playback.sizeProperty().addListener((_, _, _) -> show());
    playback.traceProperty().addListener((_, _, _) -> show());
    playback.cursorProperty().addListener((_, _, _) -> shown.ifPresent(this::tellSteps));
    desk.selectionProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    Trace trace = playback.traceProperty().get();
    switch (desk.selectionProperty().get()) {
      case Selection.Server one -> {
        lastServer = one.server();
        shown = Optional.empty();
      }
      case Selection.Message one -> shown = trace.passageNamed(one.name());
    }
    pane.setVisible(shown.isPresent());
    counterpart = shown.flatMap(new MessageLookup(trace)::counterpart);
    shown.ifPresent(this::show);
    text.show(shown);
  }

  private void show(Passage message) {
    back.setText(UiText.of("message.back", lastServer));
    back.setAccessibleText(UiText.of("message.back.spoken", lastServer));
    words.setText(Words.whole(message.content()));
    words
        .getStyleClass()
        .setAll(
            "label",
            "message-words",
            InspectorWords.look(message.content(), playback.traceProperty().get().header()));
    from.setText(message.content().from().toString());
    to.setText(message.content().to().toString());
    tellSteps(message);
    sent.setDisable(!message.sendingSeen());
    MessageTimes times = new MessageTimes(playback.traceProperty().get());
    sentTime.setText(InspectorWords.time(times.sent(message)));
    endTime.setText(InspectorWords.time(times.end(message)));
    endLabel.setText(InspectorWords.endLabel(message));
    end.setDisable(message.end() == Passage.End.WAITING);
    otherLabel.setText(InspectorWords.otherLabel(message));
    other.setText(
        counterpart.map(Passage::content).map(Words::arrow).orElse(UiText.of("message.none-yet")));
    other.setDisable(counterpart.isEmpty());
  }

  private void tellSteps(Passage message) {
    int now = playback.cursorProperty().get();
    sent.setText(InspectorWords.sent(message, now));
    end.setText(InspectorWords.end(message, now));
  }

  @FXML
  private void goBack() {
    select(lastServer);
  }

  @FXML
  private void goToSender() {
    shown.ifPresent(message -> select(message.content().from()));
  }

  @FXML
  private void goToReceiver() {
    shown.ifPresent(message -> select(message.content().to()));
  }

  private void select(ServerId server) {
    desk.selectionProperty().set(new Selection.Server(server));
  }

  @FXML
  private void goToSent() {
    shown.ifPresent(message -> playback.jump(message.sentStep()));
  }

  @FXML
  private void goToEnd() {
    shown.ifPresent(message -> playback.jump(message.endStep()));
  }

  @FXML
  private void goToOther() {
    counterpart.ifPresent(
        message -> desk.selectionProperty().set(new Selection.Message(message.name())));
  }
}
