package paxoscope.ui.inspector;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Role;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;
import paxoscope.ui.model.CardView;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.MessageRecord;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.RunDesk;
import paxoscope.ui.model.StateChange;
import paxoscope.ui.words.UiText;

/** Looks into one server: its state, how it came about, its messages, and their XML. */
public final class InspectorController {

  @FXML private Label name;
  @FXML private Label port;
  @FXML private Label part;
  @FXML private Label promised;
  @FXML private Label promisedBefore;
  @FXML private Label accepted;
  @FXML private Label file;
  @FXML private TabPane tabs;
  @FXML private Tab xmlTab;
  @FXML private ListView<StateChange> history;
  @FXML private ListView<MessageRecord> messages;
  @FXML private TextArea xml;

  private final ControlDesk desk;
  private final RunDesk runs;
  private final Playback playback;
  private XmlPage xmlPage;

  /**
   * Joins it with what it shows.
   *
   * @param desk the run and the nodes
   * @param runs the recorded run, if it is one
   */
  public InspectorController(ControlDesk desk, RunDesk runs) {
    this.desk = desk;
    this.runs = runs;
    this.playback = desk.playback();
  }

  @FXML
  private void initialize() {
    xmlPage = new XmlPage(xml, desk, runs);
    history.setCellFactory(_ -> new ChangeCell(playback));
    messages.setCellFactory(_ -> new MessageCell(playback));
    history.setPlaceholder(new Label(UiText.of("inspector.no-history")));
    messages.setPlaceholder(new Label(UiText.of("inspector.no-messages")));
    messages.getSelectionModel().selectedItemProperty().addListener((_, _, one) -> showXml(one));
    messages.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2
              && messages.getSelectionModel().getSelectedItem() != null) {
            tabs.getSelectionModel().select(xmlTab);
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

  private void show() {
    ServerId server = desk.selectionProperty().get();
    Trace trace = playback.traceProperty().get();
    int cursor = playback.cursorProperty().get();
    if (!trace.header().membership().contains(server)) {
      return;
    }
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
    messages.getItems().setAll(MessageRecord.of(trace, cursor, server));
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

  private void showHistory(Trace trace, int cursor, ServerId server) {
    history.getItems().setAll(StateChange.of(trace, cursor, server));
    if (!history.getItems().isEmpty()) {
      history.scrollTo(history.getItems().size() - 1);
    }
  }

  private void showXml(MessageRecord message) {
    if (message != null) {
      xmlPage.show(message);
    }
  }
}
