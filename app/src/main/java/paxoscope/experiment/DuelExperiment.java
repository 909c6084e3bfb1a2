package paxoscope.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import paxoscope.director.Director;
import paxoscope.director.LiveRun;
import paxoscope.protocol.Proposal;
import paxoscope.scenario.Scenario;
import paxoscope.trace.Trace;

/**
 * Repeats the duel of a livelock on the nodes, at each position of the dial, and counts the rounds
 * until one proposer gets through. The nodes forget everything before each duel, and after the
 * last. Nothing in it depends on time: the same plan gives the same results on any machine.
 */
public final class DuelExperiment {

  /** The scenario that has such duels. */
  public static final String SCENARIO = "livelock";

  /** What the record of a duel gives as its scenario: no file has this name. */
  public static final String DUEL = "livelock_experiment";

  private final Director director;
  private final Scenario scenario;
  private final DuelPlan plan;

  /**
   * An experiment that has not begun.
   *
   * @param director drives the nodes
   * @param scenario the livelock, with parameters {@code rounds}, {@code seed} and {@code
   *     randomness}
   * @param plan what to measure
   */
  public DuelExperiment(Director director, Scenario scenario, DuelPlan plan) {
    this.director = director;
    this.scenario = duel(scenario);
    this.plan = plan;
  }

  private static Scenario duel(Scenario livelock) {
    return new Scenario(
        DUEL,
        livelock.title(),
        livelock.story(),
        livelock.lesson(),
        Optional.empty(),
        false,
        livelock.parameters(),
        livelock.script(),
        List.of(),
        Optional.empty());
  }

  /**
   * Fights all duels, or until nobody wants more. Each position of the dial has its turn before the
   * next repeat begins, so that also what was ended early can be compared.
   *
   * @param wanted asked before each step
   * @param progress told after each duel; what is known then stays true
   * @return what has come of it
   * @throws paxoscope.director.ClusterException with one clear line if a node cannot be driven;
   *     what was told before stays true
   * @throws IllegalArgumentException with one clear line if these servers cannot fight it
   */
  public DuelResults run(BooleanSupplier wanted, Consumer<DuelResults> progress) {
    DuelResults results = new DuelResults(plan, List.of());
    List<Integer> seeds = plan.seeds();
    try {
      for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
        for (int randomness : plan.dial()) {
          Optional<Duel> duel = fight(randomness, repeat, seeds.get(repeat - 1), wanted);
          if (duel.isEmpty()) {
            return results;
          }
          results = results.with(duel.get());
          progress.accept(results);
        }
      }
      return results;
    } finally {
      // Opens the gates too: nothing of the duels is left.
      director.restart();
    }
  }

  /** Gives nothing if it was not wanted to its end. */
  private Optional<Duel> fight(int randomness, int repeat, int seed, BooleanSupplier wanted) {
    LiveRun run =
        director.start(
            scenario,
            Map.of(
                "rounds", "0",
                "seed", Integer.toString(seed),
                "randomness", Integer.toString(randomness)));
    // From the first refusal on both wait: the duel begins where the livelock would.
    run.cure(randomness);
    try {
      return result(run, randomness, repeat, seed, wanted);
    } finally {
      // Else the nodes would go on by themselves once the gates open, two against each other.
      run.end();
    }
  }

  private Optional<Duel> result(
      LiveRun run, int randomness, int repeat, int seed, BooleanSupplier wanted) {
    Trace trace = run.trace();
    while (run.next().isPresent()) {
      if (!wanted.getAsBoolean()) {
        return Optional.empty();
      }
      run.step();
      int overtaken = trace.overtakingCount(trace.size());
      Optional<Proposal> chosen = trace.at(trace.size()).chosen();
      if (chosen.isPresent() || overtaken == plan.bound()) {
        return Optional.of(
            new Duel(
                randomness,
                repeat,
                seed,
                chosen.map(_ -> overtaken + 1),
                chosen.map(Proposal::number)));
      }
    }
    throw new IllegalStateException("A duel has ended without a choice before its bound.");
  }
}
