package paxoscope.command;

import java.util.List;
import paxoscope.scenario.Mistake;
import paxoscope.scenario.ReadScenario;
import paxoscope.scenario.Scenario;

/**
 * Somebody's own scenario, as it was read.
 *
 * @param name what complaints call it: its file
 * @param read the scenario, or its mistakes
 */
public record OwnScenario(String name, ReadScenario read) {

  /**
   * The scenario.
   *
   * @return what can be played
   * @throws CommandException with the first mistake of its text
   */
  public Scenario scenario() throws CommandException {
    if (read.scenario().isPresent()) {
      return read.scenario().get();
    }
    List<Mistake> mistakes = read.mistakes();
    String more =
        mistakes.size() == 1
            ? ""
            : " (It has %d mistakes; check %s names all.)".formatted(mistakes.size(), name);
    throw new CommandException(name + ", " + mistakes.getFirst() + more);
  }
}
