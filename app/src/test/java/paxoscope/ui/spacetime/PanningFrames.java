package paxoscope.ui.spacetime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import paxoscope.diagram.SpaceTimeDiagram;
import paxoscope.diagram.SpaceTimeDiagram.Focus;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.trace.Trace;
import paxoscope.ui.picture.Fonts;
import paxoscope.ui.picture.PictureView;

/**
 * What one sees while the space-time diagram of a run is panned, in a window: one width of the view
 * in two seconds.
 *
 * @param aSecond frames a second
 * @param middleMillis the time from one frame to the next: the middle one
 * @param longMillis the time that only one frame in a hundred takes longer than
 * @param longestMillis the longest of all
 */
public record PanningFrames(
    double aSecond, double middleMillis, double longMillis, double longestMillis) {

  private static final double FONT = 16;
  private static final int FRAMES_A_VIEW = 120;

  /** How long the mouse rests over the view before somebody pans. */
  private static final long RESTING_NANOS = 1_500_000_000;

  private static final double NANOS_A_MILLI = 1e6;
  private static final double MILLIS_A_SECOND = 1_000;

  /**
   * Measures. To be called on the window's thread, which goes on with its work meanwhile.
   *
   * @param trace the run
   * @param span how many steps are in sight
   * @param width the width of the view
   * @param height its height
   * @param views how many widths of the view it is panned by
   * @return what was seen
   */
  public static PanningFrames of(Trace trace, double span, int width, int height, int views) {
    PictureView view = new PictureView();
    Stage stage = new Stage();
    stage.setScene(new Scene(new StackPane(view), width, height));
    stage.show();
    SpaceTimeDiagram diagram = new SpaceTimeDiagram(trace, new Fonts());
    Executor worker = Thread.ofPlatform().daemon()::start;
    double begin = (trace.size() - span) / 4;
    AtomicReference<Section> seen =
        new AtomicReference<>(
            new Section(width, height, FONT, begin, begin + span, trace.size() / 2, Focus.NONE));
    Panning panning =
        new Panning(
            view,
            () -> diagram,
            () -> view.show(diagram.draw(seen.getPlain())),
            worker,
            () -> true,
            seen::getPlain);
    view.show(diagram.draw(seen.getPlain()));
    panning.drawn();
    int frames = FRAMES_A_VIEW * views;
    long start = System.nanoTime();
    List<Long> times = new ArrayList<>();
    Object over = new Object();
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long nanos) {
            if (nanos - start < RESTING_NANOS) {
              return;
            }
            times.add(nanos);
            double first = begin + times.size() * span / FRAMES_A_VIEW;
            seen.setPlain(
                new Section(
                    width, height, FONT, first, first + span, trace.size() / 2, Focus.NONE));
            panning.to(seen.getPlain());
            if (times.size() > frames) {
              stop();
              Platform.exitNestedEventLoop(over, null);
            }
          }
        };
    timer.start();
    Platform.enterNestedEventLoop(over);
    stage.hide();
    return of(times);
  }

  private static PanningFrames of(List<Long> times) {
    List<Double> millis = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      millis.add((times.get(i) - times.get(i - 1)) / NANOS_A_MILLI);
    }
    Collections.sort(millis);
    double all = (times.getLast() - times.getFirst()) / NANOS_A_MILLI;
    return new PanningFrames(
        millis.size() * MILLIS_A_SECOND / all,
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 99 / 100),
        millis.getLast());
  }
}
