package paxoscope.ui.transport;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.shape.SVGPath;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.Decisions;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.RunDesk;
import paxoscope.ui.settings.Settings;
import paxoscope.ui.words.UiText;

/** Moves through the run: jump, step, play, pause, speed, and back to the live end. */
public final class TransportController {

  private static final String PLAY = "M0 0 L12 7 L0 14 Z";
  private static final String PAUSE = "M0 0 H4 V14 H0 Z M8 0 H12 V14 H8 Z";

  private static final int LONG_RUN = 1_000;

  @FXML private Button start;
  @FXML private Button previous;
  @FXML private Button back;
  @FXML private Button play;
  @FXML private Button forward;
  @FXML private Button next;
  @FXML private Button end;
  @FXML private SVGPath playIcon;
  @FXML private Label step;
  @FXML private Slider speed;
  @FXML private Label speedText;
  @FXML private Button live;

  private final Playback playback;
  private final RunDesk runs;
  private final Settings settings;
  private LiveSign liveSign;

  /**
   * Joins it with what it moves.
   *
   * @param desk the run
   * @param runs what is recorded and not live
   * @param settings where the speed is kept
   */
  public TransportController(ControlDesk desk, RunDesk runs, Settings settings) {
    this.playback = desk.playback();
    this.runs = runs;
    this.settings = settings;
  }

  @FXML
  private void initialize() {
    liveSign = new LiveSign(live, playback, runs);
    runs.openedProperty().addListener((_, _, _) -> show());
    playback.momentProperty().addListener((_, _, _) -> show());
    playback.sizeProperty().addListener((_, _, _) -> show());
    playback.playingProperty().addListener((_, _, _) -> show());
    playback.underWayProperty().addListener((_, _, _) -> show());
    playback.followingProperty().addListener((_, _, _) -> show());
    new SpeedControl(speed, speedText).bind(settings.speedProperty());
    show();
  }

  private void show() {
    int cursor = playback.cursorProperty().get();
    int size = playback.sizeProperty().get();
    boolean playing = playback.playingProperty().get();
    boolean more = cursor < size || playback.underWayProperty().get();
    // Beside the speed there is no room for more.
    step.setText(
        UiText.of(size < LONG_RUN ? "transport.step" : "transport.step.long", cursor, size));
    start.setDisable(cursor == 0);
    previous.setDisable(cursor == 0);
    back.setDisable(cursor == 0);
    next.setDisable(cursor == size);
    end.setDisable(cursor == size);
    forward.setDisable(!more);
    play.setDisable(!more && !playing);
    playIcon.setContent(playing ? PAUSE : PLAY);
    play.setAccessibleText(UiText.of(playing ? "transport.pause" : "transport.play"));
    liveSign.show();
  }

  @FXML
  private void jumpToStart() {
    playback.jump(0);
  }

  /** Goes back to where something was decided. */
  @FXML
  public void previousDecision() {
    new Decisions(playback).previous();
  }

  /** Goes on to where something was decided. */
  @FXML
  public void nextDecision() {
    new Decisions(playback).next();
  }

  @FXML
  private void stepBack() {
    playback.back();
  }

  /** Plays, or stands still. */
  @FXML
  public void playOrPause() {
    if (playback.playingProperty().get()) {
      playback.pause();
    } else {
      playback.play();
    }
  }

  @FXML
  private void stepForward() {
    playback.pause();
    playback.forward();
  }

  @FXML
  private void jumpToEnd() {
    playback.jump(playback.sizeProperty().get());
  }

  /** Goes to the live end; from a recording, back to what is live. */
  @FXML
  public void goLive() {
    runs.backToLive();
  }
}
