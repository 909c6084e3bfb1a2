package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.files.ScenarioLibrary;
import paxoscope.scenario.Scenario;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** How random the waits of the cure are, and what comes of it. */
class CureDialTest {

  private static final Scenario LIVELOCK = ScenarioLibrary.load().find("livelock").orElseThrow();

  private final ClusterDirector director = new ClusterDirector(new SimulatedCluster(5));

  @AfterEach
  void close() {
    director.close();
  }

  private static List<String> captions(Trace trace) {
    return trace.steps().stream()
        .map(TraceStep::caption)
        .filter(caption -> !caption.isEmpty())
        .toList();
  }

  @Test
  void aWaitOfWhichAllIsDrawnIsTheDrawItself() {
    for (int seed = 0; seed < 100; seed++) {
      Waits waits = new Waits(seed, () -> 100);
      Random random = new Random(seed);
      for (int window = 40; window <= 40 << 10; window *= 2) {
        assertEquals(random.nextInt(window), waits.next().millis());
      }
    }
  }

  @Test
  void aWaitGrowsWithTheDialUnlessItIsShorterThanTheEqualOne() {
    for (int seed = 0; seed < 200; seed++) {
      int at = seed;
      List<Waits> dials =
          IntStream.rangeClosed(0, 100).mapToObj(dial -> new Waits(at, () -> dial)).toList();
      for (int draw = 0; draw < 40; draw++) {
        List<Waits.Wait> waits = dials.stream().map(Waits::next).toList();
        assertEquals(10, waits.getFirst().millis());
        for (int dial = 1; dial <= 100; dial++) {
          Waits.Wait less = waits.get(dial - 1);
          Waits.Wait more = waits.get(dial);
          assertTrue(more.millis() >= less.millis() || more.millis() <= 10);
          assertTrue(less.overtakes() || !more.overtakes());
          assertEquals(more.millis(), more.equalMillis() + more.drawnMillis());
        }
      }
    }
  }

  @Test
  void equalWaitsCureNothingAndThatIsSaidInTheEnd() {
    Trace trace = PlayedScenarios.play("livelock", Map.of("randomness", "0", "rounds", "2"));
    assertEquals(Optional.empty(), trace.at(trace.size()).chosen());
    assertEquals(0, trace.at(trace.size()).committedFiles());
    assertEquals(List.of(), trace.at(trace.size()).held());
    // Two of each before the cure, eleven after it.
    assertEquals(15, trace.overtakingCount(trace.size()));
    List<String> captions = captions(trace);
    assertEquals(
        "S1 waits 10 ms, as long as S5 does (randomness 0 %); a round takes 20 ms, so it overtakes"
            + " once more.",
        captions.getFirst());
    assertTrue(
        captions.stream()
            .anyMatch(it -> it.contains("Not cured after 10 overtakings: equal waits change")));
    assertEquals(
        "Not cured after 11 overtakings (randomness 0 %). What S5 has just sent is lost, so that"
            + " this ends.",
        captions.getLast());
  }

  @Test
  void bothClientsOfAnUncuredDuelAreToldThatTheirProposalsFailed() {
    LiveRun run = director.start(LIVELOCK, Map.of("randomness", "0", "rounds", "1"));
    while (run.next().isPresent()) {
      run.step();
    }
    run.end();
    assertEquals(2, run.replies().size());
    assertTrue(run.replies().stream().noneMatch(answer -> answer.reply().ok()));
  }

  @Test
  void aWaitThatIsDrawnInPartSaysWhichPart() {
    Trace trace = PlayedScenarios.play("livelock", Map.of("randomness", "40"));
    assertTrue(trace.at(trace.size()).chosen().isPresent());
    String first = captions(trace).getFirst();
    assertTrue(
        first.matches(
            "S1 waits [0-9]+ ms: 6 ms like S5, and [0-9]+ ms drawn from 0 to 16 \\(randomness 40 %,"
                + " seed 3\\); a round takes 20 ms, so .*"),
        first);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50, 100})
  void anEndlessDuelIsCuredOnceSomebodyMakesItsWaitsRandom(int randomness) {
    LiveRun run = director.start(LIVELOCK, Map.of("rounds", "0"));
    play(run, 100);
    run.cure(0);
    play(run, 400);
    assertTrue(run.curable());
    assertEquals(Optional.empty(), run.trace().at(run.trace().size()).chosen());
    run.cure(randomness);
    assertFalse(run.curable());
    while (run.next().isPresent()) {
      run.step();
    }
    assertTrue(run.trace().at(run.trace().size()).chosen().isPresent());
    run.end();
    assertEquals(5, run.trace().at(run.trace().size()).committedFiles());
  }

  private static void play(LiveRun run, int steps) {
    for (int step = 0; step < steps; step++) {
      run.step();
    }
  }

  @Test
  void aServerThatDiesInTheCureDoesNotCountAsOneThatHasGivenUp() {
    LiveRun run = director.start(LIVELOCK, Map.of("rounds", "0", "randomness", "0"));
    run.cure(0);
    play(run, 40);
    director.crash(run.trace().header().proposerA().orElseThrow());
    while (run.next().isPresent()) {
      run.step();
    }
    assertTrue(run.trace().at(run.trace().size()).chosen().isPresent());
  }

  @Test
  void moreThanAllOfAWaitCannotBeRandom() {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> director.start(LIVELOCK, Map.of("randomness", "101")));
    assertEquals(
        "randomness must be 0 to 100, not 101: it is how many per cent of a wait are random.",
        wrong.getMessage());
  }
}
