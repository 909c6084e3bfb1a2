package paxoscope.ui.spacetime;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import paxoscope.ui.control.MilestoneMark;
import paxoscope.ui.model.Milestones;
import paxoscope.ui.model.Playback;
import paxoscope.ui.words.UiText;

/** The line above the space-time diagram: the run, and how far it has come. */
public final class SpaceTimeHeadController {

  @FXML private Label title;
  @FXML private MilestoneMark accepted;
  @FXML private MilestoneMark chosen;
  @FXML private MilestoneMark known;
  @FXML private MilestoneMark committed;

  private final Playback playback;

  /**
   * Joins it with what it shows.
   *
   * @param playback the run and the moment
   */
  public SpaceTimeHeadController(Playback playback) {
    this.playback = playback;
  }

  @FXML
  private void initialize() {
    playback.momentProperty().addListener((_, _, _) -> showMoment());
    showMoment();
  }

  private void showMoment() {
    String run = playback.traceProperty().get().header().title();
    title.setText(run.isEmpty() ? UiText.of("stage.no-scenario") : run);
    Milestones marks = Milestones.of(playback.state());
    accepted.show(marks.accepted());
    chosen.show(marks.chosen());
    known.show(marks.known());
    committed.show(marks.committed());
  }
}
