package paxoscope.ui.spacetime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import paxoscope.diagram.SpaceTimeDiagram;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.picture.Picture;
import paxoscope.trace.Trace;
import paxoscope.ui.picture.Fonts;
import paxoscope.ui.picture.PictureView;

/**
 * What one frame costs while the space-time diagram of a run is panned from its start to its end.
 *
 * @param marks how many marks the fullest frame has
 * @param layoutMillis the time to lay a frame out: the middle one of all frames
 * @param paintMillis the time to hand it to the toolkit
 * @param pixelsMillis the time until its pixels are there, if the toolkit draws without a graphics
 *     card; includes taking a copy of them
 */
public record PanningCost(int marks, double layoutMillis, double paintMillis, double pixelsMillis) {

  private static final double FONT = 16;

  /**
   * Measures. To be called on the window's thread.
   *
   * @param trace the run
   * @param span how many steps are in sight
   * @param width the width of the view
   * @param height its height
   * @param frames how many frames are drawn
   * @return the cost of the middle one
   */
  public static PanningCost of(Trace trace, double span, int width, int height, int frames) {
    PictureView view = new PictureView();
    view.resize(width, height);
    Scene scene = new Scene(new Group(view), width, height);
    view.layout();
    SpaceTimeDiagram diagram = new SpaceTimeDiagram(trace, new Fonts());
    WritableImage pixels = new WritableImage(width, height);
    int marks = 0;
    List<Long> layouts = new ArrayList<>();
    List<Long> paints = new ArrayList<>();
    List<Long> drawings = new ArrayList<>();
    for (int frame = 0; frame < frames; frame++) {
      double first = Math.max(0, trace.size() - span) * frame / frames;
      long begin = System.nanoTime();
      Picture picture =
          diagram.draw(
              new Section(width, height, FONT, first, first + span, (int) (first + span / 2)));
      long laidOut = System.nanoTime();
      view.show(picture);
      long painted = System.nanoTime();
      scene.snapshot(pixels);
      drawings.add(System.nanoTime() - painted);
      paints.add(painted - laidOut);
      layouts.add(laidOut - begin);
      marks = Math.max(marks, picture.marks().size());
    }
    return new PanningCost(marks, middle(layouts), middle(paints), middle(drawings));
  }

  private static double middle(List<Long> nanos) {
    Collections.sort(nanos);
    return nanos.get(nanos.size() / 2) / 1e6;
  }
}
