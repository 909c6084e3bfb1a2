package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
import paxoscope.director.Mishaps;
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
import paxoscope.trace.Link;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceDifference;

/** Somebody is the network of five real processes. */
class FreePlayOnRealNodesIT {

  private static final int PATIENCE_SECONDS = 30;

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

  /** How many of the node processes below this one the system has stopped (state T in /proc). */
  private static long stopped() {
    return ProcessHandle.current().descendants().filter(FreePlayOnRealNodesIT::isStopped).count();
  }

  // A signal is on its way for a moment, until the last thread of the process has stopped.
  private static void awaitStopped(int wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (stopped() != wanted) {
      assertTrue(System.nanoTime() < end, () -> stopped() + " processes are stopped");
    }
  }

  private static boolean isStopped(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.substring(stat.lastIndexOf(')')).startsWith(") T");
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  void aPausedProcessIsReallyStoppedKeepsItsMemoryAndGoesOn() {
    FreeRun run = director.free(S1, S5);
    does(run, FreeMoves.propose(S1, new Value("x"), Optional.of(3)), new Decision.Pause(S2));
    awaitStopped(1);
    does(run, FreeMoves.deliver(prepareTo(run, S2)));
    assertEquals(2, run.trace().size());
    does(run, new Decision.Resume(S2), FreeMoves.deliver(prepareTo(run, S2)));
    awaitStopped(0);
    assertEquals(
        Optional.of(new ProposalNumber(3, S1)), cluster.status(S2).orElseThrow().promised());
    does(run, new Decision.Pause(S1), new Decision.Pause(S5));
    awaitStopped(2);
    // Another run begins, and so everybody goes on; a killed one is not left stopped either.
    FreeRun next = director.free(S1, S5);
    awaitStopped(0);
    does(next, new Decision.Pause(S2), new Decision.Crash(S2), new Decision.Recover(S2));
    assertTrue(cluster.status(S2).isPresent());
    awaitStopped(0);
  }

  @Test
  void theSameSeedGivesTheSameAccidentsAndACutLinkLosesWhatItCarries() {
    Trace once = withAccidents(7);
    assertEquals(Optional.empty(), TraceDifference.first(once, withAccidents(7)));
    assertTrue(once.steps().stream().anyMatch(step -> step.caption().contains("seed 7")));
  }

  private Trace withAccidents(int seed) {
    FreeRun run = director.free(S1, S5);
    run.meet(new Mishaps(seed, 20, 20, 30));
    does(run, FreeMoves.propose(S1, new Value("x"), Optional.of(3)));
    does(run, new Decision.Cut(new Link(S1, S2)));
    for (int i = 0; i < 4; i++) {
      run.ask(FreeMoves.deliverAll(now(run), _ -> true));
      takeAll(run);
    }
    assertTrue(
        run.trace().steps().stream()
            .anyMatch(
                step ->
                    step.decision() instanceof Decision.Drop drop && drop.item().to().equals(S2)));
    run.end();
    assertTrue(now(run).cuts().isEmpty());
    return run.trace();
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
  @ValueSource(longs = {1, 2})
  void aRandomRunThatWasSavedPlaysAgainStepByStep(long seed) {
    FreeRun run = director.free(S1, S5);
    RandomFreeRun somebody = new RandomFreeRun(run, seed);
    IntStream.range(0, 45).forEach(_ -> somebody.step());
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
    assertTrue(whole.size() > 45);
  }
}
