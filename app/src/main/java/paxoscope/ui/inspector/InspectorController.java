package paxoscope.ui.inspector;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Passage;
import paxoscope.trace.Role;
import paxoscope.trace.ServerChange;
import paxoscope.trace.ServerHistory;
import paxoscope.trace.ServerMessages;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;
import paxoscope.ui.fx.StyleClasses;
import paxoscope.ui.model.CardView;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.Selection;
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
  @FXML private ListView<ServerChange> history;
  @FXML private ListView<Passage> messages;

  private final ControlDesk desk;
  private final Playback playback;
  private final ShownItems<ServerChange> changes = new ShownItems<>();
  private final ShownItems<Passage> passages = new ShownItems<>();
  private Optional<ServerMessages> shown = Optional.empty();

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
    history.setItems(changes);
    messages.setItems(passages);
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
    Passage message = messages.getSelectionModel().getSelectedItem();
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
    show(promised, view.promised(), view.promised(), trace);
    promisedBefore.setText(
        card.promisedBefore().map(was -> UiText.of("inspector.was", was)).orElse(""));
    show(accepted, view.accepted(), view.accepted().map(Proposal::number), trace);
    file.setText(view.fileContents().isEmpty() ? UiText.of("card.empty") : view.fileContents());
    showHistory(new ServerHistory(trace, server, cursor));
    showMessages(new ServerMessages(trace, server, cursor));
  }

  private static void show(
      Label label, Optional<?> value, Optional<ProposalNumber> number, Trace trace) {
    label.setText(value.map(Object::toString).orElse("–"));
    String role = number.map(it -> Role.of(it, trace.header()).styleClass()).orElse("role-none");
    StyleClasses.set(label, "label", "state-value", role);
  }

  // The list keeps its place as long as it is the same.
  private void showMessages(ServerMessages next) {
    if (shown.filter(next::isSameAs).isEmpty()) {
      shown = Optional.of(next);
      passages.show(next);
    }
  }

  private void showHistory(ServerHistory next) {
    // The toolkit loses its place, and says so, where far more rows go than are in sight.
    if (next.size() < changes.size()) {
      history.scrollTo(Math.max(0, next.size() - 1));
      history.layout();
    }
    changes.show(next);
    if (!next.isEmpty()) {
      history.scrollTo(next.size() - 1);
    }
  }
}
