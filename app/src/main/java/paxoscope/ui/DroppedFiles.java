package paxoscope.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Opens a file that is dropped on the window, wherever in it. */
final class DroppedFiles {

  private final Consumer<Path> open;
  private final Consumer<Integer> tooMany;

  /**
   * Files for somebody who opens them.
   *
   * @param open opens a file
   * @param tooMany is told how many were dropped, if more than one
   */
  DroppedFiles(Consumer<Path> open, Consumer<Integer> tooMany) {
    this.open = open;
    this.tooMany = tooMany;
  }

  void listen(Scene scene) {
    scene.addEventFilter(DragEvent.DRAG_OVER, this::over);
    scene.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
  }

  private void over(DragEvent drag) {
    if (drag.getDragboard().hasFiles()) {
      drag.acceptTransferModes(TransferMode.COPY);
      drag.consume();
    }
  }

  private void dropped(DragEvent drag) {
    if (drag.getDragboard().hasFiles()) {
      take(drag.getDragboard().getFiles());
      drag.setDropCompleted(true);
      drag.consume();
    }
  }

  /** Opens the one file; of several, none. */
  void take(List<File> files) {
    if (files.size() == 1) {
      open.accept(files.getFirst().toPath());
    } else {
      tooMany.accept(files.size());
    }
  }
}
