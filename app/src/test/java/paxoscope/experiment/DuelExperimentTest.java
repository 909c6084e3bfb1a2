package paxoscope.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paxoscope.director.ClusterDirector;
import paxoscope.director.ClusterException;
import paxoscope.director.SimulatedCluster;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;

/** Duels without processes: what the dial does to them, for many seeds. */
class DuelExperimentTest {

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final ClusterDirector director = new ClusterDirector(cluster);

  @AfterEach
  void close() {
    director.close();
  }

  private static Scenario livelock() {
    return ScenarioLibrary.load().find(DuelExperiment.SCENARIO).orElseThrow();
  }

  private DuelResults measure(DuelPlan plan) {
    return new DuelExperiment(director, livelock(), plan).run(() -> true, _ -> {});
  }

  private static int rounds(Duel duel, DuelPlan plan) {
    return duel.rounds().orElse(plan.bound() + 1);
  }

  @Test
  void withEqualWaitsNoDuelIsEverDecided() {
    DuelPlan plan = new DuelPlan(20, 7, List.of(0), 12);
    assertEquals(List.of(new Spread(0, List.of(), 20)), measure(plan).spreads());
  }

  @Test
  void withTheSameSeedMoreRandomnessNeverTakesLonger() {
    DuelPlan plan = new DuelPlan(30, 2026, List.of(0, 1, 5, 10, 25, 50, 75, 100), 20);
    DuelResults results = measure(plan);
    assertTrue(results.isComplete());
    for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
      int wanted = repeat;
      List<Integer> rounds =
          results.duels().stream()
              .filter(duel -> duel.repeat() == wanted)
              .map(duel -> rounds(duel, plan))
              .toList();
      assertEquals(rounds.stream().sorted((one, other) -> other - one).toList(), rounds);
    }
  }

  @Test
  void everyDuelWithSomeRandomnessIsDecidedAndTheFirstRefusalIsPartOfIt() {
    DuelResults results = measure(new DuelPlan(40, 3, List.of(5, 50, 100), 30));
    for (Spread spread : results.spreads()) {
      assertEquals(0, spread.undecided());
      assertTrue(spread.decided().getFirst() >= 2);
    }
    // A wait of which half is drawn from 0 to 39 is over within the round, three times of four.
    Spread half = results.spreads().get(1);
    assertTrue(half.median().orElseThrow() >= 3, half::toString);
  }

  @Test
  void theSamePlanGivesTheSameResults() {
    DuelPlan plan = new DuelPlan(3, 11, List.of(0, 40, 100), 12);
    DuelResults once = measure(plan);
    assertEquals(once, measure(plan));
    assertEquals(once.csv(), measure(plan).csv());
  }

  @Test
  void itCanBeEndedAtAnyTimeAndLeavesNothingBehind() {
    DuelPlan plan = new DuelPlan(5, 1, List.of(0, 100), 12);
    List<DuelResults> told = new ArrayList<>();
    DuelResults results =
        new DuelExperiment(director, livelock(), plan).run(() -> told.size() < 3, told::add);
    assertEquals(3, results.duels().size());
    assertFalse(results.isComplete());
    assertEquals(told.getLast(), results);
    assertEquals(0, director.trace().size());
    assertEquals(Optional.empty(), director.current());
    assertTrue(
        director.trace().at(0).servers().stream().allMatch(view -> view.promised().isEmpty()));
    assertEquals(0, cluster.held(new ServerId(1)).size());
  }

  @Test
  void aServerThatIsDownIsToldAndWhatWasMeasuredStays() {
    cluster.startByHand();
    List<DuelResults> told = new ArrayList<>();
    DuelExperiment experiment = new DuelExperiment(director, livelock(), DuelPlan.USUAL);
    ClusterException failed =
        assertThrows(
            ClusterException.class,
            () ->
                experiment.run(
                    () -> true,
                    results -> {
                      told.add(results);
                      if (told.size() == 2) {
                        cluster.crash(new ServerId(3));
                      }
                    }));
    assertTrue(failed.getMessage().contains("S3"), failed::getMessage);
    assertEquals(2, told.getLast().duels().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0   | 1          | 50  | 12 | repeats must be 1 to 100, not 0.
          101 | 1          | 50  | 12 | repeats must be 1 to 100, not 101.
          5   | -1         | 50  | 12 | seed must be 0 to 999999999, not -1.
          5   | 1          | 101 | 12 | dial must be 0 to 100, not 101.
          5   | 1          | 50  | 1  | bound must be 2 to 40, not 1.
          """)
  void numbersOutOfRangeAreRefused(int repeats, int seed, int dial, int bound, String line) {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> new DuelPlan(repeats, seed, List.of(dial), bound));
    assertEquals(line, wrong.getMessage());
  }

  @Test
  void thePositionsOfTheDialAreInOrderAndEachIsThereOnce() {
    assertEquals(List.of(0, 50, 100), new DuelPlan(1, 1, List.of(100, 0, 50, 100), 5).dial());
    assertEquals(110, DuelPlan.USUAL.duels());
  }

  @Test
  void aMedianIsANumberThatADuelTook() {
    Spread spread = new Spread(10, List.of(4, 2, 3, 9), 1);
    assertEquals(List.of(2, 3, 4, 9), spread.decided());
    assertEquals(Optional.of(4), spread.median());
    assertEquals(Optional.of(3), spread.within(0.25));
    assertEquals(Optional.empty(), spread.within(1));
    assertEquals(Optional.empty(), new Spread(0, List.of(2), 2).median());
    assertEquals(Optional.empty(), new Spread(0, List.of(), 0).median());
  }

  @Test
  void aTableHasALineForEachDuel() {
    DuelResults results = measure(new DuelPlan(2, 1, List.of(0, 100), 4));
    List<String> lines = results.csv().lines().toList();
    assertEquals("randomness,repeat,seed,rounds,chosen,bound", lines.getFirst());
    assertEquals(5, lines.size());
    assertTrue(lines.get(1).matches("0,1,[0-9]+,,,4"), lines.get(1));
    assertTrue(lines.get(2).matches("100,1,[0-9]+,[2-4]?,([1-9]\\.[15])?,4"), lines.get(2));
    assertEquals(
        IntStream.of(0, 100, 0, 100).boxed().toList(),
        results.duels().stream().map(Duel::randomness).toList());
  }
}
