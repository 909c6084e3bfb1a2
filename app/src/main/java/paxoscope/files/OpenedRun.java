package paxoscope.files;

import java.nio.file.Path;
import paxoscope.runtext.RecordedRun;

/**
 * A run that was opened from a file.
 *
 * @param file where it is
 * @param run the run
 */
public record OpenedRun(Path file, RecordedRun run) {

  /**
   * Opens a run.
   *
   * @param file where it is
   * @return the run
   * @throws RunFileException as {@link RunFile#read} does
   */
  public static OpenedRun read(Path file) {
    return new OpenedRun(file, RunFile.read(file));
  }

  /**
   * What people call it.
   *
   * @return the name of its file
   */
  public String name() {
    return file.getFileName().toString();
  }
}
