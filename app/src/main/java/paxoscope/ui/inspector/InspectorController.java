package paxoscope.ui.inspector;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Role;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;
import paxoscope.ui.model.CardView;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.Journey;
import paxoscope.ui.model.Journeys;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.Selection;
import paxoscope.ui.model.StateChange;
import paxoscope.ui.words.UiText;

/** Looks into one server: its state, how it came about, and its messages. */
public final class InspectorController {

  @FXML private VBox pane;
  @FXML private Label name;
  @FXML private Label port;
  @FXML private Label part;
  @FXML private Label promised;
  @FXML private Label promisedBefore;
  @FXML private Label accepted;
  @FXML private Label file;
  @FXML private ListView<StateChange> history;
  @FXML private ListView<Journey> messages;

  private final ControlDesk desk;
  private final Playback playback;

  /**
   * Joins it with what it shows.
   *
   * @param desk the run and the nodes
   */
  public InspectorController(ControlDesk desk) {
    this.desk = desk;
    this.playback = desk.playback();
  }

  @FXML
  private void initialize() {
    history.setCellFactory(_ -> new ChangeCell(playback));
    messages.setCellFactory(_ -> new MessageCell(playback));
    history.setPlaceholder(new EmptyList("inspector.no-history"));
    messages.setPlaceholder(new EmptyList("inspector.no-messages"));
    messages.setOnMouseClicked(click -> look(click.getTarget() instanceof ListView));
    messages.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            look(false);
          }
        });
    history
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, change) -> {
              if (change != null && history.isFocused()) {
                playback.jump(change.step());
              }
            });
    playback.momentProperty().addListener((_, _, _) -> show());
    desk.selectionProperty().addListener((_, _, _) -> show());
    show();
  }

  private void look(boolean besideTheLines) {
    Journey message = messages.getSelectionModel().getSelectedItem();
    if (message != null && !besideTheLines) {
      desk.selectionProperty().set(new Selection.Message(message.name()));
    }
  }

  private void show() {
    Trace trace = playback.traceProperty().get();
    boolean shown =
        desk.selectionProperty().get() instanceof Selection.Server one
            && trace.header().membership().contains(one.server());
    pane.setVisible(shown);
    if (shown) {
      show(((Selection.Server) desk.selectionProperty().get()).server(), trace);
    }
  }

  private void show(ServerId server, Trace trace) {
    int cursor = playback.cursorProperty().get();
    CardView card = CardView.of(trace, cursor).get(server.number() - 1);
    ServerView view = card.server();
    name.setText(server.toString());
    port.setText(":" + view.port());
    part.setText(InspectorWords.part(card));
    number(promised, view.promised().map(ProposalNumber::toString).orElse("–"), trace, view);
    promisedBefore.setText(
        card.promisedBefore().map(was -> UiText.of("inspector.was", was)).orElse(""));
    accepted.setText(view.accepted().map(Proposal::toString).orElse("–"));
    accepted
        .getStyleClass()
        .setAll(
            "label",
            "state-value",
            view.accepted()
                .map(proposal -> Role.of(proposal.number(), trace.header()).styleClass())
                .orElse("role-none"));
    file.setText(view.fileContents().isEmpty() ? UiText.of("card.empty") : view.fileContents());
    showHistory(trace, cursor, server);
    showMessages(Journeys.of(trace).concerning(server, cursor));
  }

  private static void number(Label label, String text, Trace trace, ServerView view) {
    label.setText(text);
    label
        .getStyleClass()
        .setAll(
            "label",
            "state-value",
            view.promised()
                .map(number -> Role.of(number, trace.header()).styleClass())
                .orElse("role-none"));
  }

  // The list keeps its place as long as it is the same.
  private void showMessages(List<Journey> shown) {
    if (!shown.equals(messages.getItems())) {
      messages.getItems().setAll(shown);
    }
  }

  private void showHistory(Trace trace, int cursor, ServerId server) {
    history.getItems().setAll(StateChange.of(trace, cursor, server));
    if (!history.getItems().isEmpty()) {
      history.scrollTo(history.getItems().size() - 1);
    }
  }
}
