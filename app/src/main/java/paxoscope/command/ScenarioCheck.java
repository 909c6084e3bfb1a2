package paxoscope.command;

import java.util.Map;
import paxoscope.command.CommandOutput.Tone;
import paxoscope.scenario.Mistake;
import paxoscope.trace.SafetyProperties;
import paxoscope.trace.Trace;
import paxoscope.trial.Trial;
import paxoscope.trial.Tried;

/** Says whether a scenario can be played as it is written. No node is touched. */
public final class ScenarioCheck {

  private static final int MOST_LINES = 50;

  private ScenarioCheck() {}

  /**
   * Tries a scenario with its defaults and tells the result: one line if all is well, else one for
   * each mistake.
   *
   * @param scenario the scenario
   * @param servers how many servers there are
   * @param output where to tell it
   * @return whether it has no mistakes
   */
  public static boolean tell(OwnScenario scenario, int servers, CommandOutput output) {
    Tried tried = Trial.of(scenario.read(), Map.of(), servers);
    if (tried.isGood()) {
      output.line(Tone.CHOSEN, scenario.name() + ": " + praise(tried));
    }
    return tellMistakes(scenario.name(), tried, output);
  }

  /**
   * Tries a scenario as it is to be played, and tells its mistakes only.
   *
   * @param scenario the scenario
   * @param arguments its arguments
   * @param servers how many servers there are
   * @param output where to tell it
   * @return whether it has no mistakes
   */
  public static boolean tellMistakes(
      OwnScenario scenario, Map<String, String> arguments, int servers, CommandOutput output) {
    return tellMistakes(scenario.name(), Trial.of(scenario.read(), arguments, servers), output);
  }

  private static boolean tellMistakes(String name, Tried tried, CommandOutput output) {
    tried.mistakes().stream()
        .limit(MOST_LINES)
        .forEach(mistake -> output.line(Tone.REFUSAL, line(name, mistake)));
    if (tried.mistakes().size() > MOST_LINES) {
      output.line(
          Tone.REFUSAL, name + ": and " + (tried.mistakes().size() - MOST_LINES) + " more.");
    }
    return tried.isGood();
  }

  private static String line(String name, Mistake mistake) {
    return name + ", " + mistake;
  }

  /**
   * What is said of a scenario without mistakes.
   *
   * @param tried what came of it
   * @return one line
   */
  public static String praise(Tried tried) {
    int steps = tried.trace().map(Trace::size).orElse(0);
    int servers = tried.trace().map(trace -> trace.header().membership().size()).orElse(0);
    String safe =
        "all %d safety properties hold in its %d steps on the protocol alone, with %d servers."
            .formatted(SafetyProperties.Property.values().length, steps, servers);
    return switch (tried.extent()) {
      case WHOLE ->
          tried.expected() > 0
              ? "no mistake; its %d boxes come as written, and %s".formatted(tried.expected(), safe)
              : "no mistake; each step finds its messages, and " + safe;
      case DEPENDS_ON_NODES ->
          "no mistake in the text, and "
              + safe
              + " It goes on from where the nodes are, so the rest is not judged.";
      case BEGINNING ->
          "no mistake in its beginning, and " + safe + " The rest is too long to be tried.";
    };
  }
}
