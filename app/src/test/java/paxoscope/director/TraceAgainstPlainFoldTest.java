package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.director.EnumeratedRuns.Move;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Trace;

/** The fold of a run against one that begins anew at every moment. */
class TraceAgainstPlainFoldTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S2 = new ServerId(2);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  private static void assertFoldIsPlain(Trace trace) {
    for (int cursor = 0; cursor <= trace.size(); cursor++) {
      assertEquals(
          PlainFold.of(trace.header(), trace.steps().subList(0, cursor)), trace.at(cursor));
    }
  }

  @Test
  void everyWayInWhichASmallRunCanBegin() {
    assertAllRuns(new EnumeratedRuns(3, List.of(run -> run.propose(S1, 2))), 3, 1_500);
  }

  @Test
  void everyWayInWhichASmallRunWithTwoProposersCanGoOn() {
    List<Move> moves = new ArrayList<>();
    moves.add(run -> run.propose(S1, 2));
    moves.add(run -> deliver(run, Outbound.Kind.PREPARE, S1, S2));
    moves.add(run -> deliver(run, Outbound.Kind.PREPARE, S1, S1));
    moves.add(run -> run.propose(new ServerId(3), 2));
    assertAllRuns(new EnumeratedRuns(3, moves), 2, 500);
  }

  private static void assertAllRuns(EnumeratedRuns runs, int depth, int atLeast) {
    AtomicInteger count = new AtomicInteger();
    runs.forEach(
        depth,
        trace -> {
          count.incrementAndGet();
          assertFoldIsPlain(trace);
        });
    assertTrue(count.get() >= atLeast, count + " runs");
  }

  private static void deliver(DecidedRun run, Outbound.Kind kind, ServerId from, ServerId to) {
    run.deliver(
        run.now().held().stream()
            .filter(item -> item.content().kind() == kind)
            .filter(item -> item.content().from().equals(from) && item.content().to().equals(to))
            .findFirst()
            .orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRandomRun(long seed) {
    assertFoldIsPlain(SimulatedTraces.random(seed % 2 == 0 ? 5 : 3, seed, 200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A_wins", "B_wins", "BB_wins", "livelock"})
  void aScenario(String name) {
    assertFoldIsPlain(SimulatedTraces.of(name, Map.of()));
  }
}
