package paxoscope.files;

import java.nio.file.Path;
import paxoscope.runtext.RecordedRun;

/**
 * A run that is not live.
 *
 * @param name what people call it: the name of its file, if it has one
 * @param run the run
 */
public record OpenedRun(String name, RecordedRun run) {

  /**
   * Opens a run.
   *
   * @param file where it is
   * @return the run
   * @throws RunFileException as {@link RunFile#read} does
   */
  public static OpenedRun read(Path file) {
    return new OpenedRun(file.getFileName().toString(), RunFile.read(file));
  }
}
