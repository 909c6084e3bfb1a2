package paxoscope.ui.editor;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import paxoscope.scenario.Mistake;
import paxoscope.ui.words.UiText;

/** A mistake: where it stands, and what is wrong. A click or Enter goes there. */
final class MistakeCell extends ListCell<Mistake> {

  private static final double SIDES = 30;
  private static final double SCROLL_BAR = 16;

  private final Label place = new Label();
  private final Label words = new Label();
  private final VBox both = new VBox(place, words);

  MistakeCell(Consumer<Mistake> goTo) {
    getStyleClass().add("mistake-cell");
    place.getStyleClass().add("mistake-place");
    words.setWrapText(true);
    words.setMinWidth(0);
    // As wide as the list, so that long words are wrapped.
    setPrefWidth(0);
    setOnMouseClicked(
        _ -> {
          if (!isEmpty()) {
            goTo.accept(getItem());
          }
        });
    listViewProperty()
        .addListener(
            (_, _, list) ->
                list.setOnKeyPressed(
                    key -> {
                      Mistake chosen = list.getSelectionModel().getSelectedItem();
                      if (key.getCode() == KeyCode.ENTER && chosen != null) {
                        goTo.accept(chosen);
                        key.consume();
                      }
                    }));
  }

  // A label with a graphic takes the graphic to be as high as it is without wrapped lines.
  @Override
  protected double computePrefHeight(double width) {
    return isEmpty() || getListView() == null
        ? super.computePrefHeight(width)
        : snappedTopInset()
            + both.prefHeight(getListView().getWidth() - SIDES - SCROLL_BAR)
            + snappedBottomInset();
  }

  @Override
  protected void updateItem(Mistake mistake, boolean empty) {
    super.updateItem(mistake, empty);
    boolean shown = !empty && mistake != null;
    setGraphic(shown ? both : null);
    if (shown) {
      place.setText(UiText.of("editor.place", mistake.place().line(), mistake.place().column()));
      words.setText(mistake.text());
      setAccessibleText(mistake.toString());
    }
  }
}
