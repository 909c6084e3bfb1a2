package paxoscope.command;

import java.nio.file.Path;
import paxoscope.files.RunFile;

/** Checks what somebody names: a recorded run, or a scenario in a file or of the library. */
public final class FileCheck {

  private FileCheck() {}

  /**
   * Checks it and tells the result.
   *
   * @param name the path of a file, or the name of a scenario of the library
   * @param source the scenarios
   * @param servers on how many servers a scenario is tried
   * @param output where to tell it
   * @return whether all is well
   * @throws CommandException with one clear line if it is no file that can be read
   * @throws paxoscope.files.RunFileException with one clear line if it is a run that is damaged
   */
  public static boolean tell(Path name, ScenarioSource source, int servers, CommandOutput output)
      throws CommandException {
    return RunFile.isRun(name)
        ? RunCheck.tell(name, RunFile.read(name), output)
        : ScenarioCheck.tell(source.open(name.toString()), servers, output);
  }
}
