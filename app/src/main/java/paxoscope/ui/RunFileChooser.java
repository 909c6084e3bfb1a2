package paxoscope.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import paxoscope.ui.model.FileChoice;
import paxoscope.ui.words.UiText;

/** Asks with the dialogs of the system, and begins where the last one ended. */
final class RunFileChooser implements FileChoice {

  private final Stage stage;
  private File folder;

  RunFileChooser(Stage stage) {
    this.stage = stage;
  }

  @Override
  public Optional<Path> toOpen(String title, List<String> endings) {
    FileChooser chooser = chooser(title, endings);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(UiText.of("run.all-files"), "*.*", "*"));
    return chosen(chooser.showOpenDialog(stage));
  }

  @Override
  public Optional<Path> toSave(String title, String name, List<String> endings) {
    FileChooser chooser = chooser(title, endings);
    chooser.setInitialFileName(name);
    return chosen(chooser.showSaveDialog(stage));
  }

  /** What the dialog calls the kinds of files. */
  static List<FileChooser.ExtensionFilter> kinds(List<String> endings) {
    return endings.stream()
        .map(ending -> new FileChooser.ExtensionFilter(UiText.of("files" + ending), "*" + ending))
        .toList();
  }

  private FileChooser chooser(String title, List<String> endings) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().setAll(kinds(endings));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  private Optional<Path> chosen(File file) {
    if (file != null) {
      folder = file.getParentFile();
    }
    return Optional.ofNullable(file).map(File::toPath);
  }
}
