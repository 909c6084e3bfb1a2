package paxoscope.ui.model;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a file. */
public interface FileChoice {

  /**
   * Asks for a run to read.
   *
   * @param title what it is for
   * @return the file; empty if the user would rather not
   */
  Optional<Path> toOpen(String title);

  /**
   * Asks where to write a run. Whoever chooses a file that exists has agreed to replace it.
   *
   * @param title what it is for
   * @param name a name for the file
   * @return the file; empty if the user would rather not
   */
  Optional<Path> toSave(String title, String name);
}
