package paxoscope.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long something took, many times. For one thread. */
final class Samples {

  private final List<Long> nanos = new ArrayList<>();

  /** Times one go. */
  void time(Runnable work) {
    long before = System.nanoTime();
    work.run();
    nanos.add(System.nanoTime() - before);
  }

  /**
   * The time within which a share of all goes was done.
   *
   * @param share for example 0.99
   * @return milliseconds
   */
  double percentileMillis(double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1)) / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }

  double p50() {
    return percentileMillis(0.5);
  }

  double p99() {
    return percentileMillis(0.99);
  }

  @Override
  public String toString() {
    return "p50 %s ms, p99 %s ms".formatted(Row.number(p50()), Row.number(p99()));
  }
}
