package paxoscope.ui.commandbar;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import paxoscope.ui.model.ClientLog;
import paxoscope.ui.model.NodeSource;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.TypedCommands;
import paxoscope.ui.words.UiText;

/** Takes typed commands, and shows what commands and clients were told. */
public final class CommandBarController {

  private static final double LINES_EM = 9;
  private static final int SERVERS_OF_THE_LECTURES = 5;

  @FXML private VBox bar;
  @FXML private TextField input;
  @FXML private CandidateList candidates;
  @FXML private Label last;
  @FXML private ListView<ClientLog.Line> lines;

  private final TypedCommands commands;
  private final Playback playback;
  private final ObservableValue<NodeSource> nodes;
  private final TypedLines typed = new TypedLines();
  private CompletingField completing;

  /**
   * Joins it with what it commands.
   *
   * @param commands carries commands out
   * @param playback the moment that is shown
   * @param nodes where the servers listen, for the example of a command
   */
  public CommandBarController(
      TypedCommands commands, Playback playback, ObservableValue<NodeSource> nodes) {
    this.commands = commands;
    this.playback = playback;
    this.nodes = nodes;
  }

  @FXML
  private void initialize() {
    input
        .promptTextProperty()
        .bind(nodes.map(NodeSource::ports).map(CommandBarController::example));
    completing = new CompletingField(input, candidates, commands::completion);
    lines.setItems(commands.log().lines());
    lines.setCellFactory(_ -> new SaidLine());
    lines
        .visibleProperty()
        .bind(
            input
                .focusedProperty()
                .or(lines.focusedProperty())
                .and(Bindings.isNotEmpty(lines.getItems())));
    // What a client was told belongs to the end of the run that is played, not to its past.
    last.visibleProperty().bind(playback.followingProperty());
    playback.traceProperty().addListener((_, _, _) -> last.setText(""));
    bar.layoutBoundsProperty().addListener((_, _, bounds) -> placeLines(bounds));
    commands
        .log()
        .lines()
        .addListener(
            (ListChangeListener<ClientLog.Line>)
                _ -> {
                  ClientLog.Line line = commands.log().lines().getLast();
                  last.setText(line.text());
                  SaidLine.tone(last, line, "last-line");
                  lines.scrollTo(commands.log().lines().size() - 1);
                });
  }

  private static String example(List<Integer> ports) {
    // The scenarios of the lectures need five servers; a value can be set on any number.
    return ports.size() == SERVERS_OF_THE_LECTURES
        ? UiText.of("command.hint", ports.getFirst(), ports.getLast())
        : UiText.of("command.hint.any", ports.getFirst());
  }

  // Above the bar and over what is there: the stage keeps its size while one types.
  private void placeLines(Bounds bounds) {
    double height = LINES_EM * input.getFont().getSize();
    lines.resizeRelocate(0, -height, bounds.getWidth(), height);
  }

  /** Makes ready to type. */
  public void begin() {
    input.requestFocus();
    input.selectAll();
  }

  /**
   * Makes ready to type the middle of a command.
   *
   * @param left what stands left of the cursor
   * @param right what stands right of it
   */
  public void begin(String left, String right) {
    input.requestFocus();
    input.setText(left + right);
    input.positionCaret(left.length());
  }

  /**
   * Takes away the words that are offered.
   *
   * @return true if there were any
   */
  public boolean closeCandidates() {
    return completing.close();
  }

  @FXML
  private void run() {
    String line = input.getText();
    if (!line.isBlank()) {
      typed.add(line);
      completing.replace("");
      commands.carryOut(line);
    }
  }

  @FXML
  private void recall(KeyEvent key) {
    Optional<String> recalled =
        switch (key.getCode()) {
          case UP -> typed.earlier();
          case DOWN -> typed.later();
          default -> Optional.empty();
        };
    recalled.ifPresent(
        line -> {
          completing.replace(line);
          key.consume();
        });
  }
}
