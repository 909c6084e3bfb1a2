package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterDirector;
import paxoscope.director.Director;
import paxoscope.director.FreeMoves;
import paxoscope.director.FreeRun;
import paxoscope.director.LiveRun;
import paxoscope.director.RandomFreeRun;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.scenario.ScenarioOfRun;
import paxoscope.scenario.ScenarioText;
import paxoscope.support.SharedNodes;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceDifference;

/** Somebody is the network of five real processes. */
class FreePlayOnRealNodesIT {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S2 = new ServerId(2);
  private static final ServerId S5 = new ServerId(5);

  private Cluster cluster;
  private Director director;

  @BeforeEach
  void begin() {
    cluster = SharedNodes.fresh();
    director = new ClusterDirector(cluster);
  }

  @AfterEach
  void end() {
    director.close();
  }

  private static ClusterState now(LiveRun run) {
    return run.trace().at(run.trace().size());
  }

  private static void does(FreeRun run, Decision... moves) {
    run.ask(List.of(moves));
    takeAll(run);
  }

  private static void takeAll(LiveRun run) {
    while (run.next().isPresent()) {
      run.step();
    }
  }

  private static HeldItem prepareTo(FreeRun run, ServerId server) {
    return now(run).held().stream()
        .filter(item -> item.content().kind() == Outbound.Kind.PREPARE)
        .filter(item -> item.content().to().equals(server))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMessageOfADeadServerArrivesOnceAndTwiceAndAfterItsReturn() {
    FreeRun run = director.free(S1, S5);
    does(run, FreeMoves.propose(S1, new Value("x"), Optional.of(3)), new Decision.Crash(S1));
    assertTrue(cluster.status(S1).isEmpty());
    does(run, FreeMoves.deliver(prepareTo(run, S2)));
    assertEquals(
        Optional.of(new ProposalNumber(3, S1)), cluster.status(S2).orElseThrow().promised());
    does(run, FreeMoves.deliver(prepareTo(run, S2)), new Decision.Recover(S1));
    does(run, FreeMoves.deliver(prepareTo(run, S5)));
    assertEquals(
        Optional.of(new ProposalNumber(3, S1)), cluster.status(S5).orElseThrow().promised());
    assertEquals(
        List.of("Propose", "Crash", "Resend", "Resend", "Recover", "Resend"),
        run.trace().steps().stream()
            .map(step -> step.decision().getClass().getSimpleName())
            .toList());
    run.end();
    assertEquals(Optional.empty(), cluster.status(S2).orElseThrow().committed());
  }

  @Test
  void severalProposalsAtOnceAreDecidedByWhoeverDelivers() {
    FreeRun run = director.free(S1, S5);
    does(
        run,
        FreeMoves.propose(S1, new Value("x"), Optional.of(3)),
        FreeMoves.propose(S5, new Value("y"), Optional.of(4)));
    for (int i = 0; i < 5; i++) {
      run.ask(FreeMoves.deliverAll(now(run), FreeMoves.of(new ProposalNumber(4, S5))));
      takeAll(run);
    }
    assertEquals("y", now(run).chosen().orElseThrow().value().text());
    assertEquals(5, now(run).committedFiles());
    run.end();
    assertTrue(run.replies().stream().allMatch(answer -> answer.reply().ok()));
    assertEquals(2, run.replies().size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aRandomRunThatWasSavedPlaysAgainStepByStep(long seed) {
    FreeRun run = director.free(S1, S5);
    RandomFreeRun somebody = new RandomFreeRun(run, seed);
    IntStream.range(0, 60).forEach(_ -> somebody.step());
    for (int number = 1; number <= 5; number++) {
      does(run, new Decision.Recover(new ServerId(number)));
    }
    run.end();
    Trace whole = run.trace();
    LiveRun again =
        director.start(ScenarioText.parse(ScenarioOfRun.text(whole, "saved")), Map.of());
    takeAll(again);
    again.end();
    assertEquals(Optional.empty(), TraceDifference.first(whole, again.trace()));
    assertTrue(whole.size() > 60);
  }
}
