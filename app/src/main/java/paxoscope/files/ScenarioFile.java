package paxoscope.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import paxoscope.scenario.ScenarioException;
import paxoscope.scenario.ScenarioOfRun;
import paxoscope.scenario.ScenarioText;
import paxoscope.trace.Trace;

/** Runs that are saved as scenarios. */
public final class ScenarioFile {

  /** How the names of such files end. */
  public static final String EXTENSION = ".yaml";

  private ScenarioFile() {}

  /**
   * Saves a run as a scenario that plays again exactly. The file is there whole or not at all.
   *
   * @param file where to; a name without an ending gets {@link #EXTENSION}. A scenario that is
   *     there is replaced, any other file is not
   * @param run the run, as far as it has come
   * @return the file that was written
   * @throws RunFileException with one clear line if it cannot be written, or no scenario can play
   *     it
   */
  public static Path write(Path file, Trace run) {
    Path named = named(file.toAbsolutePath().normalize());
    WholeFile.refuseFolder(named);
    refuseToReplace(named);
    byte[] text = text(run, named).getBytes(StandardCharsets.UTF_8);
    if (text.length > ScenarioLibrary.LONGEST_FILE_BYTES) {
      throw new RunFileException(
          "The run is too long for a scenario, which has 1 MiB at most: save the run itself.");
    }
    WholeFile.write(named, out -> out.write(text));
    return named;
  }

  private static String text(Trace run, Path file) {
    try {
      return ScenarioOfRun.text(run, nameOf(file));
    } catch (ScenarioException wrong) {
      throw new RunFileException(wrong.getMessage());
    }
  }

  /** What commands call it: the name of its file, without what commands could not read. */
  private static String nameOf(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    String word = name.replaceAll("[^\\p{L}\\p{N}_-]+", "_");
    return word.isEmpty() ? "run" : word;
  }

  private static Path named(Path file) {
    if (file.getFileName() == null || file.getFileName().toString().contains(".")) {
      return file;
    }
    return file.resolveSibling(file.getFileName() + EXTENSION);
  }

  private static void refuseToReplace(Path file) {
    if (Files.exists(file) && !isScenario(file)) {
      throw new RunFileException(
          file + " exists and is no scenario, so it is not replaced: choose another name.");
    }
  }

  private static boolean isScenario(Path file) {
    try {
      if (Files.size(file) > 0) {
        ScenarioText.parse(ScenarioLibrary.text(file));
      }
      return true;
    } catch (ScenarioException | IOException _) {
      return false;
    }
  }
}
