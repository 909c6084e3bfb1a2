package paxoscope.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;

/** Counts frames, and the processor time that they take, after some to warm up. */
final class FrameCount {

  /** How the line begins that has the result: frames a second, p99 and CPU in ms, the size. */
  static final String RESULT = "stage-frames";

  private static final double NANOS_A_MILLI = 1e6;

  private final int warmUp;
  private final int measured;
  private final List<Long> frames = new ArrayList<>();
  private int number;
  private Duration processorBefore = Duration.ZERO;

  /**
   * A count that begins with the next frame.
   *
   * @param warmUp how many frames do not count
   * @param measured how many do
   */
  FrameCount(int warmUp, int measured) {
    this.warmUp = warmUp;
    this.measured = measured;
  }

  /**
   * Takes a frame in.
   *
   * @param nanos when it was asked for
   * @return its number, from 1
   */
  int frame(long nanos) {
    number++;
    if (number == warmUp) {
      processorBefore = processorTime();
    }
    if (number >= warmUp) {
      frames.add(nanos);
    }
    return number;
  }

  boolean isOver() {
    return frames.size() > measured;
  }

  void print(Scene scene) {
    double nanos = frames.getLast() - frames.getFirst();
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < frames.size(); i++) {
      gaps.add(frames.get(i) - frames.get(i - 1));
    }
    gaps.sort(null);
    Duration processor = processorTime().minus(processorBefore);
    System.out.printf(
        Locale.ROOT,
        "%s %.2f %.1f %.1f %.0fx%.0f%n",
        RESULT,
        gaps.size() * (double) TimeUnit.SECONDS.toNanos(1) / nanos,
        gaps.get((int) Math.ceil(0.99 * gaps.size()) - 1) / NANOS_A_MILLI,
        processor.toNanos() / NANOS_A_MILLI / gaps.size(),
        scene.getWidth(),
        scene.getHeight());
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ofNanos(1));
  }
}
