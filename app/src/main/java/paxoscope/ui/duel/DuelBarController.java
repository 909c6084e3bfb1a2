package paxoscope.ui.duel;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import paxoscope.director.LiveRun;
import paxoscope.scenario.ScriptStep;
import paxoscope.trace.Trace;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.model.Playback;
import paxoscope.ui.words.UiText;

/**
 * Counts how often proposals were overtaken until the moment that is shown, and cures a livelock
 * with waits that are as random as the dial says. Not there where there is neither.
 */
public final class DuelBarController {

  private static final String RANDOMNESS = "randomness";

  @FXML private HBox bar;
  @FXML private VBox meter;
  @FXML private Label count;
  @FXML private OvertakingMarks marks;
  @FXML private HBox cureBox;
  @FXML private Label dialText;
  @FXML private Slider dial;
  @FXML private Button cure;

  private final Playback playback;
  private Optional<LiveRun> cured = Optional.empty();

  /**
   * Joins it with what it counts.
   *
   * @param playback the run and its moment
   */
  public DuelBarController(Playback playback) {
    this.playback = playback;
  }

  @FXML
  private void initialize() {
    dial.valueProperty().addListener((_, _, _) -> showDial());
    playback.traceProperty().addListener((_, _, trace) -> standAsIn(trace));
    playback.momentProperty().addListener((_, _, _) -> show());
    playback.sizeProperty().addListener((_, _, _) -> show());
    playback.underWayProperty().addListener((_, _, _) -> show());
    standAsIn(playback.traceProperty().get());
    showDial();
    show();
  }

  private void standAsIn(Trace trace) {
    String given = trace.header().parameters().getOrDefault(RANDOMNESS, "");
    dial.setValue(
        given.matches("[0-9]{1,3}") ? Integer.parseInt(given) : ScriptStep.Cure.FULL_RANDOMNESS);
  }

  private int position() {
    return (int) Math.round(dial.getValue());
  }

  private void showDial() {
    dialText.setText(UiText.of("duel.dial.value", position()));
  }

  private void show() {
    Trace trace = playback.traceProperty().get();
    int cursor = Math.min(playback.cursorProperty().get(), trace.size());
    int overtakings = trace.overtakingCount(cursor);
    boolean curable = isCurable();
    count.setText(UiText.of(overtakings == 1 ? "duel.count.one" : "duel.count", overtakings));
    marks.show(trace, cursor);
    // One alone is no duel: the cards need the room more.
    boolean duel = overtakings > 1 || curable && overtakings > 0;
    setShown(meter, duel);
    setShown(cureBox, curable);
    setShown(cure, curable);
    setShown(bar, duel || curable);
  }

  // As long as nobody gets through, the waits can be made more random, or less.
  private boolean isCurable() {
    Optional<LiveRun> run = playback.run();
    return playback.underWayProperty().get()
        && run.isPresent()
        && (run.get().curable() || run.equals(cured) && playback.state().chosen().isEmpty());
  }

  private static void setShown(Node node, boolean shown) {
    Shown.set(node, shown);
  }

  @FXML
  private void cureIt() {
    cured = playback.run();
    playback.cure(position());
  }
}
