package paxoscope.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import paxoscope.files.ScenarioLibrary;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScenarioException;
import paxoscope.scenario.ScenarioText;

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
  public OwnScenario open(String name) throws CommandException {
    try {
      Optional<Scenario> own = library.find(name);
      return new OwnScenario(
          name,
          own.isPresent()
              ? ScenarioText.read(ScenarioLibrary.text(own.get().name()))
              : ScenarioText.read(ScenarioLibrary.text(Path.of(name))));
    } catch (InvalidPathException wrong) {
      throw new CommandException("'" + name + "' is no path of a file: " + wrong.getReason() + ".");
    } catch (ScenarioException wrong) {
      throw new CommandException(wrong.getMessage());
    }
  }
}
