package paxoscope.ui.views;

import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import paxoscope.ui.model.ViewChoice;
import paxoscope.ui.model.ViewChoice.View;

/** Chooses the view. One button is always down: pressing it again changes nothing. */
public final class ViewSwitchController {

  @FXML private ToggleButton stage;
  @FXML private ToggleButton spaceTime;
  @FXML private ToggleButton slide;

  private final ViewChoice choice;

  /**
   * Joins it with the choice.
   *
   * @param choice which view is shown
   */
  public ViewSwitchController(ViewChoice choice) {
    this.choice = choice;
  }

  @FXML
  private void initialize() {
    bind(stage, View.STAGE);
    bind(spaceTime, View.SPACE_TIME);
    bind(slide, View.SLIDE);
  }

  private void bind(ToggleButton button, View view) {
    button.setOnAction(
        _ -> {
          choice.shownProperty().set(view);
          button.setSelected(true);
        });
    choice.shownProperty().addListener((_, _, shown) -> button.setSelected(shown == view));
    button.setSelected(choice.shownProperty().get() == view);
  }
}
