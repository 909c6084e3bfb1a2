package paxoscope.ui.inspector;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import paxoscope.protocol.ServerId;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.Journey;
import paxoscope.ui.model.Journeys;
import paxoscope.ui.model.MessageWords;
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
  @FXML private Label endLabel;
  @FXML private Hyperlink end;
  @FXML private Label otherLabel;
  @FXML private Hyperlink other;
  @FXML private TextArea xml;

  private final ControlDesk desk;
  private final RunDesk runs;
  private final Playback playback;
  private XmlText text;
  private ServerId lastServer = new ServerId(1);
  private Optional<Journey> shown = Optional.empty();
  private Optional<Journey> counterpart = Optional.empty();

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
    desk.selectionProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    Journeys journeys = Journeys.of(playback.traceProperty().get());
    switch (desk.selectionProperty().get()) {
      case Selection.Server one -> {
        lastServer = one.server();
        shown = Optional.empty();
      }
      case Selection.Message one -> shown = journeys.find(one.name());
    }
    pane.setVisible(shown.isPresent());
    counterpart = shown.flatMap(journeys::counterpart);
    shown.ifPresent(this::show);
    text.show(shown);
  }

  private void show(Journey journey) {
    back.setText(UiText.of("message.back", lastServer));
    back.setAccessibleText(UiText.of("message.back.spoken", lastServer));
    words.setText(MessageWords.whole(journey.content()));
    words
        .getStyleClass()
        .setAll(
            "label",
            "message-words",
            InspectorWords.look(journey.content(), playback.traceProperty().get().header()));
    from.setText(journey.content().from().toString());
    to.setText(journey.content().to().toString());
    sent.setText(InspectorWords.sent(journey));
    sent.setDisable(journey.sent() == 0);
    endLabel.setText(InspectorWords.endLabel(journey));
    end.setText(InspectorWords.end(journey));
    end.setDisable(journey.end().isEmpty());
    otherLabel.setText(InspectorWords.otherLabel(journey));
    other.setText(
        counterpart
            .map(Journey::content)
            .map(MessageWords::of)
            .orElse(UiText.of("message.none-yet")));
    other.setDisable(counterpart.isEmpty());
  }

  @FXML
  private void goBack() {
    select(lastServer);
  }

  @FXML
  private void goToSender() {
    shown.ifPresent(journey -> select(journey.content().from()));
  }

  @FXML
  private void goToReceiver() {
    shown.ifPresent(journey -> select(journey.content().to()));
  }

  private void select(ServerId server) {
    desk.selectionProperty().set(new Selection.Server(server));
  }

  @FXML
  private void goToSent() {
    shown.ifPresent(journey -> playback.jump(journey.sent()));
  }

  @FXML
  private void goToEnd() {
    shown.flatMap(Journey::end).ifPresent(last -> playback.jump(last.step()));
  }

  @FXML
  private void goToOther() {
    counterpart.ifPresent(
        journey -> desk.selectionProperty().set(new Selection.Message(journey.name())));
  }
}
