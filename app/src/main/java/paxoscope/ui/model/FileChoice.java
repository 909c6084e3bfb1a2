package paxoscope.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import paxoscope.files.RunFile;

/** Asks the user for a file. */
public interface FileChoice {

  /**
   * Asks for a run to read.
   *
   * @param title what it is for
   * @return the file; empty if the user would rather not
   */
  default Optional<Path> toOpen(String title) {
    return toOpen(title, List.of(RunFile.EXTENSION));
  }

  /**
   * Asks for a file to read.
   *
   * @param title what it is for
   * @param endings how names of such files end
   * @return the file; empty if the user would rather not
   */
  Optional<Path> toOpen(String title, List<String> endings);

  /**
   * Asks where to write. Whoever chooses a file that exists has agreed to replace it.
   *
   * @param title what it is for
   * @param name a name for the file
   * @param endings how its name may end, the usual one first
   * @return the file; empty if the user would rather not
   */
  Optional<Path> toSave(String title, String name, List<String> endings);
}
