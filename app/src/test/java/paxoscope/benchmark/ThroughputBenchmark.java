package paxoscope.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many proposals a second one node answers when several clients ask it at once. A node works on
 * one after another (docs/adr/0021), so more clients fill the gaps between them and no more.
 */
final class ThroughputBenchmark implements Benchmark {

  private static final int WARM_UP = 400;
  private static final long SECONDS = 4;

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public List<Row> measure(Place place) {
    try (BenchmarkCluster nodes = BenchmarkCluster.ofNodes(place)) {
      for (int i = 0; i < WARM_UP; i++) {
        nodes.propose();
      }
      List<Row> rows = new ArrayList<>();
      for (int clients : List.of(1, 4, 16)) {
        String what = "proposals at one node, " + clients + (clients == 1 ? " client" : " clients");
        rows.add(Row.of(what, Row.number(proposalsPerSecond(nodes, clients)) + " a second"));
      }
      return rows;
    }
  }

  private static double proposalsPerSecond(BenchmarkCluster nodes, int clients) {
    LongAdder done = new LongAdder();
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(SECONDS);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(
            CompletableFuture.runAsync(
                () -> {
                  while (System.nanoTime() < end) {
                    nodes.propose();
                    done.increment();
                  }
                },
                threads));
      }
      all.forEach(CompletableFuture::join);
    }
    double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    return done.sum() / seconds;
  }
}
