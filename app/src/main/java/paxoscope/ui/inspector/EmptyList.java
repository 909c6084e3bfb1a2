package paxoscope.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import paxoscope.ui.words.UiText;

/** Says that a list has nothing yet: at its top, where the first line will be. */
final class EmptyList extends VBox {

  EmptyList(String key) {
    super(new Label(UiText.of(key)));
    getStyleClass().add("empty-list");
  }
}
