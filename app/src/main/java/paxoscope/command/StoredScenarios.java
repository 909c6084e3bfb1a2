package paxoscope.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import paxoscope.files.ScenarioLibrary;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScenarioException;

/**
 * The scenarios of the library, and those in files.
 *
 * @param library the program's own scenarios
 */
public record StoredScenarios(ScenarioLibrary library) implements ScenarioSource {

  @Override
  public List<Scenario> scenarios() {
    return library.scenarios();
  }

  @Override
  public Scenario open(String file) throws CommandException {
    try {
      return ScenarioLibrary.read(Path.of(file));
    } catch (InvalidPathException wrong) {
      throw new CommandException("'" + file + "' is no path of a file: " + wrong.getReason() + ".");
    } catch (ScenarioException wrong) {
      throw new CommandException(wrong.getMessage());
    }
  }
}
