package paxoscope.command;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.director.ClusterException;
import paxoscope.director.Director;
import paxoscope.experiment.Duel;
import paxoscope.experiment.DuelExperiment;
import paxoscope.experiment.DuelPlan;
import paxoscope.experiment.DuelResults;
import paxoscope.experiment.Spread;
import paxoscope.export.DuelFile;
import paxoscope.files.WholeFile;

/** Carries {@code experiment} out, and tells how it goes. */
final class ExperimentCommand {

  private static final int WIDEST_BAR = 40;

  private ExperimentCommand() {}

  /** Whether it came to its end, and its file is written. */
  static boolean carryOut(
      Command.Experiment command,
      Director director,
      CommandOutput output,
      Interruption interruption) {
    DuelPlan plan = command.plan();
    output.line(
        Tone.PLAIN,
        "%d duels, %d at each of %d positions of the dial; seed %d."
            .formatted(plan.duels(), plan.repeats(), plan.dial().size(), plan.seed()));
    AtomicReference<DuelResults> last = new AtomicReference<>();
    AtomicBoolean stopped = new AtomicBoolean();
    Optional<String> trouble = Optional.empty();
    try {
      new DuelExperiment(director, command.scenario(), plan)
          .run(
              () -> {
                stopped.set(stopped.get() || interruption.isWanted());
                return !stopped.get();
              },
              results -> {
                last.set(results);
                tell(results, output);
              });
    } catch (ClusterException failed) {
      trouble = Optional.of(failed.getMessage());
    }
    trouble.ifPresent(line -> output.line(Tone.ERROR, line));
    if (last.get() == null) {
      output.line(Tone.ERROR, "Ended before the first duel was over: there is nothing to show.");
      return false;
    }
    table(last.get(), output);
    command
        .file()
        .ifPresent(
            file -> {
              DuelFile kind = new DuelFile(DuelFile.Format.of(file.getFileName().toString()));
              WholeFile.write(file, out -> kind.write(last.get(), out));
              output.line(Tone.PLAIN, "Written: " + file);
            });
    if (!last.get().isComplete()) {
      output.line(
          Tone.ERROR,
          "Ended early, after %d of %d duels; the servers have forgotten them."
              .formatted(last.get().duels().size(), plan.duels()));
    }
    return last.get().isComplete();
  }

  /** A line for each repeat, when all positions have had their turn. */
  private static void tell(DuelResults results, CommandOutput output) {
    int positions = results.plan().dial().size();
    int done = results.duels().size();
    if (done % positions == 0) {
      StringBuilder line = new StringBuilder("%3d".formatted(done / positions));
      for (Duel duel : results.duels().subList(done - positions, done)) {
        line.append(
            "  %d%%: %s"
                .formatted(
                    duel.randomness(),
                    duel.rounds().map(rounds -> "" + rounds).orElse(longer(results))));
      }
      output.line(Tone.PLAIN, line.toString());
    }
  }

  private static void table(DuelResults results, CommandOutput output) {
    output.line(Tone.QUIET, "random   rounds: half of the duels within, a quarter, three quarters");
    for (Spread spread : results.spreads()) {
      String bar =
          "#".repeat(spread.median().map(rounds -> Math.min(rounds, WIDEST_BAR)).orElse(0));
      String undecided =
          spread.undecided() == 0
              ? ""
              : "  %d of %d not decided within %d rounds"
                  .formatted(spread.undecided(), spread.count(), results.plan().bound());
      output.line(
          spread.undecided() == 0 ? Tone.CHOSEN : Tone.REFUSAL,
          "%5d %%  %5s  (%s to %s)  %s%s"
              .formatted(
                  spread.randomness(),
                  within(spread, 0.5, results),
                  within(spread, 0.25, results),
                  within(spread, 0.75, results),
                  bar,
                  undecided)
              .stripTrailing());
    }
    output.line(
        Tone.QUIET,
        "Equal waits keep both in step. Progress needs a leader, and to elect one takes randomness"
            + " or real time (Paxos Made Simple, 2.4).");
  }

  private static String within(Spread spread, double share, DuelResults results) {
    return spread.within(share).map(Object::toString).orElse(longer(results));
  }

  /** Of a duel that was given up no more is known. */
  private static String longer(DuelResults results) {
    return ">" + results.plan().bound();
  }
}
