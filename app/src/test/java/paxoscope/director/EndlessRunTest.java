package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScenarioText;

/** A run never keeps its director to itself: whoever wants to go on or to end always can. */
class EndlessRunTest {

  /** Far more than it takes: what is tested here either comes at once or never. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String REPEATED_PREPARE =
      """
      paxoscope: 1
      name: again
      title: The same Prepares again and again
      story: They arrive once, and then there is nothing left to arrive.
      lesson: A repetition without anything to repeat is over.
      parameters:
        - {name: A, kind: server, default: S1}
        - {name: X, kind: value, default: x}
        - {name: n, kind: number, default: "0"}
      script:
        - propose: A
          value: X
        - repeat: n
          steps:
            - prepare: A
        - finish: all
      """;

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final ClusterDirector director = new ClusterDirector(cluster);

  private void inTime(Executable action) {
    assertTimeoutPreemptively(PATIENCE, action);
  }

  @Test
  void anEndlessLivelockWhoseProposersHaveDiedComesToItsEnd() {
    Scenario livelock = ScenarioLibrary.load().find("livelock").orElseThrow();
    LiveRun run = director.start(livelock, Map.of("rounds", "0"));
    for (int step = 1; step <= 40; step++) {
      run.step();
    }
    inTime(
        () -> {
          director.crash(new ServerId(1));
          director.crash(new ServerId(5));
          playToItsEnd(run);
          director.close();
        });
    assertFalse(run.curable());
  }

  @Test
  void aRepetitionThatFindsNothingToDoIsOverHoweverOftenItShouldBePlayed() {
    for (String times : List.of("0", "1", "999999999")) {
      inTime(
          () -> {
            LiveRun run = director.start(ScenarioText.parse(REPEATED_PREPARE), Map.of("n", times));
            playToItsEnd(run);
            assertEquals(5, run.trace().at(run.trace().size()).committedFiles());
          });
    }
    director.close();
  }

  @Test
  void closingWaitsForAStepThatHangsNoLongerThanAPersonWould() {
    Scenario livelock = ScenarioLibrary.load().find("livelock").orElseThrow();
    LiveRun run = director.start(livelock, Map.of());
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    cluster.beforeEvents(
        () -> {
          begun.countDown();
          awaitUninterrupted(released);
        });
    Thread player = Thread.ofVirtual().start(run::step);
    try {
      inTime(
          () -> {
            begun.await();
            director.close();
          });
    } finally {
      released.countDown();
    }
    inTime(player::join);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void playToItsEnd(LiveRun run) {
    int steps = 0;
    while (run.next().isPresent()) {
      run.step();
      steps++;
      assertTrue(steps < 2_000, "The scenario does not come to its end.");
    }
    run.end();
  }
}
