package paxoscope.ui.spacetime;

import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import paxoscope.diagram.SpaceTimeDiagram;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.trace.Trace;
import paxoscope.ui.model.Playback;
import paxoscope.ui.picture.DiagramFrame;
import paxoscope.ui.picture.Fonts;
import paxoscope.ui.picture.PictureView;

/** The space-time view. */
public final class SpaceTimeController {

  @FXML private PictureView picture;

  private final Playback playback;
  private final ObservableBooleanValue dark;
  private final Fonts fonts = new Fonts();

  /**
   * Joins it with what it shows.
   *
   * @param playback the run and the moment
   * @param dark whether the dark theme is on
   */
  public SpaceTimeController(Playback playback, ObservableBooleanValue dark) {
    this.playback = playback;
    this.dark = dark;
  }

  @FXML
  private void initialize() {
    new DiagramFrame(picture, playback, dark, this::draw);
    picture.onClick(this::go);
  }

  private Picture draw(double width, double height, double font) {
    Trace trace = playback.traceProperty().get();
    return new SpaceTimeDiagram(trace, fonts)
        .draw(
            new SpaceTimeDiagram.Section(
                width, height, font, 0, trace.size() + 1.0, playback.cursorProperty().get()));
  }

  private void go(Target target) {
    if (target instanceof Target.OfMessage message) {
      playback.jump(playback.traceProperty().get().passage(message.serial()).endStep());
    }
  }
}
