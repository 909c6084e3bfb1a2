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
   * Reads and checks somebody's own scenario.
   *
   * @param file the path of its file
   * @return the scenario
   * @throws CommandException with one clear line if it cannot be read or is wrong
   */
  Scenario open(String file) throws CommandException;
}
