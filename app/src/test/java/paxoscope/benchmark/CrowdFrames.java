package paxoscope.benchmark;

import java.nio.file.Path;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.stage.Stage;
import paxoscope.director.SimulatedTraces;
import paxoscope.trace.Trace;
import paxoscope.ui.MainWindow;

/**
 * Plays a recorded run in the whole window while very many messages wait, counts frames, prints one
 * line and ends. Is told how many servers there are, how many messages wait, how many frames warm
 * up and count, and a folder for files.
 */
public final class CrowdFrames extends Application {

  private static final int ARRIVALS = 400;
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 900;

  @Override
  public void start(Stage stage) {
    List<String> given = getParameters().getRaw();
    int frames = Integer.parseInt(given.get(2));
    Path folder = Path.of(given.get(3));
    Trace run =
        SimulatedTraces.crowded(
            Integer.parseInt(given.get(0)), Integer.parseInt(given.get(1)), ARRIVALS);
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    MainWindow window = new MainWindow(RecordedWindow.of(run, folder), stage);
    window.show();
    window.desk().playback().jump(run.size() - ARRIVALS);
    window.desk().playback().play();
    FrameCount count = new FrameCount(frames, frames);
    new AnimationTimer() {
      @Override
      public void handle(long nanos) {
        count.frame(nanos);
        if (count.isOver()) {
          stop();
          count.print(stage.getScene());
          stage.hide();
          window.close();
        }
      }
    }.start();
  }
}
