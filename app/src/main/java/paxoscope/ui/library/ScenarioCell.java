package paxoscope.ui.library;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import paxoscope.scenario.Scenario;

/** A scenario to choose: its title, and what it teaches. */
final class ScenarioCell extends ListCell<Scenario> {

  private final Label title = words("scenario-title");
  private final Label lesson = words("quiet");
  private final VBox both = new VBox(title, lesson);

  ScenarioCell(Consumer<Scenario> play) {
    setOnMouseClicked(
        _ -> {
          if (!isEmpty()) {
            play.accept(getItem());
          }
        });
    getStyleClass().add("scenario-cell");
    // As wide as the list, so that long words are wrapped.
    setPrefWidth(0);
  }

  private static Label words(String style) {
    Label words = new Label();
    words.getStyleClass().add(style);
    words.setWrapText(true);
    words.setMinWidth(0);
    return words;
  }

  @Override
  protected void updateItem(Scenario scenario, boolean empty) {
    super.updateItem(scenario, empty);
    boolean shown = !empty && scenario != null;
    setGraphic(shown ? both : null);
    if (shown) {
      title.setText(scenario.title());
      lesson.setText(scenario.lesson());
      setAccessibleText(scenario.title() + ". " + scenario.lesson());
    }
  }
}
