package paxoscope.ui.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import paxoscope.files.RunFileException;
import paxoscope.ui.words.UiText;

/**
 * A file that somebody has chosen to be written; its ending says as what.
 *
 * @param path where it is
 * @param asChosen whether that is the very name that was chosen
 */
record ChosenFile(Path path, boolean asChosen) {

  /**
   * Gives a name its ending, unless it has one of those that are possible.
   *
   * @param chosen what was chosen
   * @param endings those that are possible
   * @param usual the one to be added
   */
  static ChosenFile of(Path chosen, List<String> endings, String usual) {
    String name = chosen.getFileName().toString();
    boolean named = endings.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    return new ChosenFile(named ? chosen : chosen.resolveSibling(name + usual), named);
  }

  String name() {
    return path.getFileName().toString();
  }

  /**
   * Refuses to replace a file that nobody was asked about: who chose a name without its ending was
   * asked about another one.
   *
   * @throws RunFileException with one clear line if there is such a file
   */
  void requireAgreed() {
    if (!asChosen && Files.exists(path)) {
      throw new RunFileException(UiText.of("export.exists", path));
    }
  }
}
