package paxoscope.ui.spacetime;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import paxoscope.diagram.SpaceTimeDiagram;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.diagram.SpaceTimeStrip;
import paxoscope.ui.picture.PictureView;

/**
 * Moves the diagram while somebody looks at earlier and later steps, and has it drawn exactly when
 * that comes to rest.
 */
final class Panning {

  private static final Duration REST = Duration.millis(250);

  private final PictureView picture;
  private final Supplier<SpaceTimeDiagram> diagram;
  private final Runnable exactly;
  private final PauseTransition rest = new PauseTransition(REST);
  private SpaceTimeStrip strip;

  /**
   * Nothing moves yet.
   *
   * @param picture where it is shown
   * @param diagram the run's present diagram
   * @param exactly draws what is in sight
   */
  Panning(PictureView picture, Supplier<SpaceTimeDiagram> diagram, Runnable exactly) {
    this.picture = picture;
    this.diagram = diagram;
    this.exactly = exactly;
    rest.setOnFinished(_ -> end());
  }

  /**
   * Shows a section by moving the diagram there.
   *
   * @param section what is to be in sight
   */
  void to(Section section) {
    if (!picture.isMoving() || !strip.reaches(section)) {
      strip = diagram.get().strip(section);
      picture.showMoving(
          strip.moving(), strip.standing(), strip.view().nameEdge(), strip.view().top());
    }
    picture.moveTo(strip.offset(section));
    rest.playFromStart();
  }

  /** It rests from now on: what is in sight is drawn exactly, so that the mouse meets it. */
  void end() {
    rest.stop();
    if (picture.isMoving()) {
      exactly.run();
    }
  }
}
