package paxoscope.ui.views;

import javafx.fxml.FXML;
import javafx.scene.Node;
import paxoscope.ui.model.ViewChoice;
import paxoscope.ui.model.ViewChoice.View;

/** Shows the view that was chosen, and hides the others. */
public final class ViewsController {

  @FXML private Node stage;
  @FXML private Node spaceTime;
  @FXML private Node slide;

  private final ViewChoice choice;

  /**
   * Joins it with the choice.
   *
   * @param choice which view is shown
   */
  public ViewsController(ViewChoice choice) {
    this.choice = choice;
  }

  @FXML
  private void initialize() {
    bind(stage, View.STAGE);
    bind(spaceTime, View.SPACE_TIME);
    bind(slide, View.SLIDE);
  }

  private void bind(Node node, View view) {
    node.visibleProperty().bind(choice.shownProperty().isEqualTo(view));
    node.managedProperty().bind(node.visibleProperty());
  }
}
