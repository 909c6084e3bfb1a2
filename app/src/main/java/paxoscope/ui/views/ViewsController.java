package paxoscope.ui.views;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import paxoscope.ui.model.QuorumLens;
import paxoscope.ui.model.ViewChoice;
import paxoscope.ui.model.ViewChoice.View;

/** Shows the view that was chosen, and hides the others. */
public final class ViewsController {

  @FXML private Node stage;
  @FXML private Node spaceTime;
  @FXML private Node slide;
  @FXML private Label lensWords;

  private final ViewChoice choice;
  private final QuorumLens lens;

  /**
   * Joins it with what it shows.
   *
   * @param choice which view is shown
   * @param lens says what it shows, in all views
   */
  public ViewsController(ViewChoice choice, QuorumLens lens) {
    this.choice = choice;
    this.lens = lens;
  }

  @FXML
  private void initialize() {
    bind(stage, View.STAGE);
    bind(spaceTime, View.SPACE_TIME);
    bind(slide, View.SLIDE);
    lens.seenProperty().addListener((_, _, _) -> showLens());
    showLens();
  }

  private void showLens() {
    lensWords.setText(lens.words());
    lensWords.setVisible(lens.seenProperty().get().isPresent());
  }

  private void bind(Node node, View view) {
    node.visibleProperty().bind(choice.shownProperty().isEqualTo(view));
    node.managedProperty().bind(node.visibleProperty());
  }
}
