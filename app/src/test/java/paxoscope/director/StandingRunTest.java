package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.TraceStep;

/** What becomes of the servers while a run stands still between two of its steps. */
class StandingRunTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S3 = new ServerId(3);

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final ClusterDirector director = new ClusterDirector(cluster);
  private LiveRun run;

  @BeforeEach
  void aRunStandsStill() {
    run =
        director.start(ScenarioLibrary.load().find("set_value").orElseThrow(), Map.of("X", "new"));
    for (int i = 0; i < 3; i++) {
      run.step();
    }
    assertEquals(3, director.trace().size());
  }

  @AfterEach
  void close() {
    director.close();
    cluster.close();
  }

  @Test
  void aServerThatDiesIsShownAtOnceAndTheRunGoesOnWithoutIt() throws InterruptedException {
    cluster.tellWhoHasEnded();
    cluster.crash(S3);
    await(() -> !now().server(S3).alive());
    assertEquals(ObservedSteps.died(S3), director.trace().step(4));
    while (run.next().isPresent()) {
      run.step();
    }
    assertTrue(run.replies().getFirst().reply().ok());
  }

  @Test
  void theNextStepSaysThatNothingIsLeftToDoWithoutIt() throws InterruptedException {
    cluster.crash(S1);
    await(() -> !now().server(S1).alive());
    assertEquals(ObservedSteps.gone(S1), run.step());
    assertEquals(4, director.trace().size());
    assertTrue(run.next().isEmpty());
  }

  @Test
  void whatIsAskedForNextKnowsOfIt() throws InterruptedException {
    cluster.crash(S1);
    await(() -> !now().server(S1).alive());
    assertTrue(run.next().isEmpty());
    assertThrows(ClusterException.class, run::step);
  }

  @Test
  void oneThatDiesAndOneThatFallsSilentAreBothShown() throws InterruptedException {
    cluster.tellWhoHasEnded();
    cluster.silence(S1);
    cluster.crash(S3);
    await(() -> !now().server(S3).alive() && !now().server(S1).alive());
    assertEquals(ObservedSteps.gone(S1), director.trace().step(now().server(S1).downSince()));
    assertEquals(ObservedSteps.died(S3), director.trace().step(now().server(S3).downSince()));
  }

  @Test
  void oneThatAnswersAgainIsBackWithAllThatWaitsInItsGate() throws InterruptedException {
    List<HeldItem> before = now().held();
    assertTrue(before.stream().anyMatch(item -> item.content().leg() == Leg.TIMER));
    cluster.silence(S1);
    await(() -> !now().server(S1).alive());
    assertTrue(now().held().stream().allMatch(HeldItem::orphaned));
    cluster.endSilence(S1);
    await(() -> now().server(S1).alive());
    assertEquals(ObservedSteps.back(S1), director.trace().step(director.trace().size()));
    assertEquals(before, now().held());
    TraceStep next = run.step();
    assertTrue(next.decision() instanceof Decision.Deliver, next::toString);
    while (run.next().isPresent()) {
      run.step();
    }
    assertEquals("new", now().server(S1).fileContents());
  }

  @Test
  void whatCannotBeginSaysWhetherAServerIsDownOrSilent() {
    cluster.startByHand();
    cluster.crash(S3);
    assertRefused("S3 at 127.0.0.1:8002 is down; bring it back (recover 8002) and try again.");
    cluster.recover(S3);
    cluster.silence(S3);
    assertRefused(
        "S3 at 127.0.0.1:8002 does not answer; bring it back (recover 8002) and try again.");
  }

  private void assertRefused(String sentence) {
    ClusterException refused =
        assertThrows(ClusterException.class, () -> director.free(S1, new ServerId(5)));
    assertEquals(sentence, refused.getMessage());
  }

  private ClusterState now() {
    return director.trace().at(director.trace().size());
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    director.onChange(
        () -> {
          if (condition.getAsBoolean()) {
            reached.countDown();
          }
        });
    if (!condition.getAsBoolean()) {
      assertTrue(reached.await(30, TimeUnit.SECONDS), "It did not come.");
    }
  }
}
