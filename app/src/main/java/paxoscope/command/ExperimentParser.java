package paxoscope.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import paxoscope.command.Words.Word;
import paxoscope.experiment.DuelExperiment;
import paxoscope.experiment.DuelPlan;
import paxoscope.export.DuelFile;
import paxoscope.scenario.Arguments;
import paxoscope.scenario.Scenario;

/**
 * Understands {@code experiment}.
 *
 * @param source the scenarios
 * @param servers the servers of the cluster
 */
record ExperimentParser(ScenarioSource source, ServerNames servers) {

  private static final String TO = "--to";

  Command parse(List<Word> rest) throws CommandException {
    if (rest.isEmpty() || !rest.getFirst().text().equalsIgnoreCase(DuelExperiment.SCENARIO)) {
      throw new CommandException(
          "There is an experiment with livelock only: write " + CommandForms.EXPERIMENT + ".");
    }
    Scenario livelock =
        source.scenarios().stream()
            .filter(scenario -> scenario.name().equals(DuelExperiment.SCENARIO))
            .findFirst()
            .orElseThrow(() -> new CommandException("The scenario livelock is missing."));
    DuelPlan plan = DuelPlan.USUAL;
    Optional<Path> file = Optional.empty();
    Set<String> given = new HashSet<>();
    for (int place = 1; place < rest.size(); place++) {
      String text = rest.get(place).text();
      String name = text.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
      if (!given.add(name)) {
        throw new CommandException(name + " is given twice: give it once.");
      }
      if (name.equals(TO) && place + 1 < rest.size() && !text.contains("=")) {
        file = Optional.of(file(rest.get(++place).text()));
      } else {
        plan = with(plan, name, text);
      }
    }
    requireFighters(livelock);
    return new Command.Experiment(livelock, plan, file);
  }

  private static DuelPlan with(DuelPlan plan, String name, String text) throws CommandException {
    String value = text.substring(Math.min(text.length(), name.length() + 1));
    try {
      return switch (name) {
        case "repeats" -> new DuelPlan(number(value), plan.seed(), plan.dial(), plan.bound());
        case "seed" -> new DuelPlan(plan.repeats(), number(value), plan.dial(), plan.bound());
        case "dial" -> new DuelPlan(plan.repeats(), plan.seed(), dial(value), plan.bound());
        case "bound" -> new DuelPlan(plan.repeats(), plan.seed(), plan.dial(), number(value));
        default ->
            throw new CommandException(
                "'%s' says nothing here: write %s.".formatted(text, CommandForms.EXPERIMENT));
      };
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(wrong.getMessage() + " Write " + CommandForms.EXPERIMENT + ".");
    }
  }

  private static int number(String text) throws CommandException {
    if (!text.matches("[0-9]{1,9}")) {
      throw new CommandException(
          "'%s' is no whole number: write %s.".formatted(text, CommandForms.EXPERIMENT));
    }
    return Integer.parseInt(text);
  }

  private static List<Integer> dial(String text) throws CommandException {
    List<Integer> positions = new ArrayList<>();
    for (String position : text.split(",", -1)) {
      positions.add(number(position.strip()));
    }
    return positions;
  }

  private static Path file(String name) throws CommandException {
    try {
      Path file = Path.of(name);
      DuelFile.Format.of(name);
      return file;
    } catch (InvalidPathException wrong) {
      throw new CommandException("'" + name + "' is no path of a file: " + wrong.getReason() + ".");
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(wrong.getMessage());
    }
  }

  private void requireFighters(Scenario livelock) throws CommandException {
    try {
      Arguments.fill(livelock, Map.of(), servers.addresses());
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(wrong.getMessage());
    }
  }

  /** What can come next. */
  static List<String> candidates(List<String> before) {
    if (before.size() == 1) {
      return List.of(DuelExperiment.SCENARIO);
    }
    return before.getLast().equals(TO)
        ? List.of()
        : List.of("repeats=10", "seed=1", "dial=0,50,100", "bound=12", TO);
  }
}
