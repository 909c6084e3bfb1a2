package paxoscope.ui.stage;

import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableDoubleValue;
import paxoscope.ui.model.Flight;
import paxoscope.ui.model.Pace;
import paxoscope.ui.model.Playback;

/** The one timer of the window: moves the arrows, and lets steps stand for a while. */
final class FlightClock extends AnimationTimer {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double LONGEST_FRAME_MILLIS = 100;

  private final Playback playback;
  private final ObservableDoubleValue speed;
  private final DoubleConsumer progress;
  private long last;
  private double share;

  /**
   * A timer that is not running yet.
   *
   * @param playback what it moves
   * @param speed how fast
   * @param progress told each frame how far the flight is, 0 to 1
   */
  FlightClock(Playback playback, ObservableDoubleValue speed, DoubleConsumer progress) {
    this.playback = playback;
    this.speed = speed;
    this.progress = progress;
    playback.flightProperty().addListener((_, _, _) -> share = 0);
    playback.restingProperty().addListener((_, _, _) -> share = 0);
  }

  @Override
  public void handle(long nanos) {
    double millis = last == 0 ? 0 : (nanos - last) / NANOS_PER_MILLI;
    last = nanos;
    advance(Math.min(millis, LONGEST_FRAME_MILLIS));
  }

  private void advance(double millis) {
    Flight flight = playback.flightProperty().get();
    int behind = behind();
    if (flight != null) {
      share = Math.min(1, share + millis / Pace.flightMillis(flight, speed.get(), behind));
      progress.accept(share);
      if (share >= 1) {
        playback.touched();
      }
    } else if (playback.restingProperty().get()) {
      share += millis / Pace.restMillis(speed.get(), behind);
      if (share >= 1) {
        playback.rested();
      }
    }
  }

  private int behind() {
    boolean live = playback.followingProperty().get();
    return live ? playback.sizeProperty().get() - playback.cursorProperty().get() : 0;
  }
}
