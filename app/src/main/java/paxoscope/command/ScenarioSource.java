package paxoscope.command;

import java.util.List;
import paxoscope.scenario.Scenario;

/** Where the commands find scenarios. */
public interface ScenarioSource {

  /**
   * The scenarios that come with the program.
   *
   * @return all of them, in the order in which help lists them
   */
  List<Scenario> scenarios();

  /**
   * Reads a scenario.
   *
   * @param name the path of its file, or the name of one of the program's own
   * @return the scenario, or the mistakes of its text
   * @throws CommandException with one clear line if there is nothing that can be read
   */
  OwnScenario open(String name) throws CommandException;
}
