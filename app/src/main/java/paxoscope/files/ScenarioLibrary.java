package paxoscope.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScenarioException;
import paxoscope.scenario.ScenarioText;

/**
 * The scenarios that come with the program, and those that people have in files of their own.
 *
 * @param scenarios the program's own scenarios, in the order in which people are shown them
 */
public record ScenarioLibrary(List<Scenario> scenarios) {

  private static final String FOLDER = "/resources/scenarios/";

  /** The order of the buttons, of the list in the window, and of help. */
  private static final List<String> NAMES =
      List.of(
          "set_value",
          "A_wins",
          "B_wins",
          "BB_wins",
          "A_retries",
          "livelock",
          "minority_down",
          "majority_down",
          "proposer_crash",
          "chosen_unknown",
          "loss_and_duplicates",
          "partition",
          "recovery");

  static final long LONGEST_FILE_BYTES = 1024 * 1024;

  /** Keeps an own copy. */
  public ScenarioLibrary {
    scenarios = List.copyOf(scenarios);
  }

  /**
   * Reads the program's own scenarios.
   *
   * @return the library
   */
  public static ScenarioLibrary load() {
    return new ScenarioLibrary(NAMES.stream().map(ScenarioLibrary::own).toList());
  }

  private static Scenario own(String name) {
    try {
      return ScenarioText.parse(text(name));
    } catch (ScenarioException e) {
      throw new IllegalStateException("The program is damaged: " + name + ", " + e.getMessage(), e);
    }
  }

  /**
   * The text of one of the program's own scenarios.
   *
   * @param name its name
   * @return the whole text of its file
   */
  public static String text(String name) {
    String path = FOLDER + name + ".yaml";
    try (InputStream stream = ScenarioLibrary.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("The program is incomplete: " + path + " is missing.");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The program is damaged: " + path + " cannot be read.", e);
    }
  }

  /**
   * Finds one of the program's own scenarios.
   *
   * @param name its name, in any letter case
   * @return the scenario; empty if there is none of that name
   */
  public Optional<Scenario> find(String name) {
    return scenarios.stream()
        .filter(scenario -> scenario.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /**
   * The text of somebody's own scenario.
   *
   * @param file where it is
   * @return the whole text
   * @throws ScenarioException with one clear line, which names the file, if it cannot be read
   */
  public static String text(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new ScenarioException(file + " is a folder: name a file in it.");
      }
      if (Files.size(file) > LONGEST_FILE_BYTES) {
        throw new ScenarioException(file + " is longer than 1 MiB: this is no scenario.");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ScenarioException("There is no file " + file + ": check its path.");
    } catch (CharacterCodingException e) {
      throw new ScenarioException(file + " is no text in UTF-8: save it as such.");
    } catch (IOException e) {
      throw new ScenarioException(file + " cannot be read: " + WholeFile.reason(e) + ".");
    }
  }
}
