package paxoscope.ui.slide;

import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import paxoscope.diagram.SlideDiagram;
import paxoscope.picture.Picture;
import paxoscope.ui.model.Playback;
import paxoscope.ui.picture.DiagramFrame;
import paxoscope.ui.picture.Fonts;
import paxoscope.ui.picture.PictureView;

/** The slide view. */
public final class SlideController {

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
  public SlideController(Playback playback, ObservableBooleanValue dark) {
    this.playback = playback;
    this.dark = dark;
  }

  @FXML
  private void initialize() {
    new DiagramFrame(picture, playback, dark, this::draw);
  }

  private Picture draw(double width, double height, double font) {
    return new SlideDiagram(playback.traceProperty().get(), fonts)
        .draw(playback.cursorProperty().get(), width, height, font);
  }
}
