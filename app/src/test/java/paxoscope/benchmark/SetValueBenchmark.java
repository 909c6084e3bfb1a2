package paxoscope.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * How long a client waits for {@code paxos.propose}, beside how long it would wait if there were
 * nothing but the calls and the forced writes. Both clusters run at the same time and are asked in
 * turns, so that whatever else the machine does meets both.
 */
final class SetValueBenchmark implements Benchmark {

  private static final int WARM_UP = 400;
  private static final int TURNS = 30;
  private static final int PROPOSALS_A_TURN = 20;
  private static final double MOST_TIMES_THE_FLOOR = 1.5;
  private static final double MOST_MILLIS = 3;

  @Override
  public String name() {
    return "set-value";
  }

  @Override
  public List<Row> measure(Place place) {
    try (BenchmarkCluster nodes = BenchmarkCluster.ofNodes(place);
        BenchmarkCluster floors = BenchmarkCluster.ofFloors(place)) {
      for (int i = 0; i < WARM_UP; i++) {
        freshly(new Samples(), nodes);
        freshly(new Samples(), floors);
      }
      Pair fresh = new Pair();
      for (int turn = 0; turn < TURNS; turn++) {
        for (int i = 0; i < PROPOSALS_A_TURN; i++) {
          freshly(fresh.nodes, nodes);
        }
        for (int i = 0; i < PROPOSALS_A_TURN; i++) {
          freshly(fresh.floor, floors);
        }
      }
      Pair decided = new Pair();
      for (int turn = 0; turn < TURNS; turn++) {
        for (int i = 0; i < PROPOSALS_A_TURN; i++) {
          decided.nodes.time(nodes::propose);
        }
        for (int i = 0; i < PROPOSALS_A_TURN; i++) {
          decided.floor.time(floors::propose);
        }
      }
      List<Row> rows = new ArrayList<>(fresh.rows("set value, fresh cluster"));
      rows.addAll(decided.rows("set value, decided cluster"));
      return rows;
    }
  }

  // The restart is not timed.
  private static void freshly(Samples samples, BenchmarkCluster cluster) {
    cluster.restart();
    samples.time(cluster::propose);
  }

  private static final class Pair {
    private final Samples nodes = new Samples();
    private final Samples floor = new Samples();

    private List<Row> rows(String what) {
      return List.of(
          Row.atMost(what + ", p50", nodes.p50(), MOST_MILLIS, " ms"),
          Row.of(what + ", p99", Row.number(nodes.p99()) + " ms"),
          Row.of(what + ", floor", floor.toString()),
          Row.atMost(
              what + ", p50 to floor p50",
              nodes.p50() / floor.p50(),
              MOST_TIMES_THE_FLOOR,
              " times"));
    }
  }
}
