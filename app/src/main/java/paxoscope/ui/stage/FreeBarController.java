package paxoscope.ui.stage;

import javafx.fxml.FXML;
import javafx.scene.layout.HBox;
import paxoscope.director.FreeMoves;
import paxoscope.ui.model.FreePlay;

/** What whoever is the network can do at any moment. */
public final class FreeBarController {

  @FXML private HBox bar;

  private final FreePlay free;

  /**
   * Joins it with what it does.
   *
   * @param free takes the steps
   */
  public FreeBarController(FreePlay free) {
    this.free = free;
  }

  @FXML
  private void initialize() {
    bar.visibleProperty().bind(free.activeProperty());
    bar.managedProperty().bind(bar.visibleProperty());
  }

  @FXML
  private void deliverAll() {
    free.ask(FreeMoves.deliverAll(free.now(), _ -> true));
  }

  @FXML
  private void end() {
    free.end();
  }
}
