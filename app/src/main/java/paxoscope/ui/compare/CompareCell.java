package paxoscope.ui.compare;

import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import paxoscope.ui.model.RunPair;
import paxoscope.ui.words.UiText;

/** One step of both runs. */
final class CompareCell extends ListCell<Integer> {

  private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

  private final ObservableValue<RunPair> pair;
  private final Label sign = new Label();
  private final Label step = new Label();
  private final Label one = words();
  private final Label other = words();
  private final HBox line = new HBox(sign, step, one, other);

  CompareCell(ObservableValue<RunPair> pair, IntConsumer go) {
    this.pair = pair;
    setOnMouseClicked(
        _ -> {
          if (!isEmpty()) {
            go.accept(getItem());
          }
        });
    sign.getStyleClass().add("sign");
    step.getStyleClass().add("step-number");
    line.getStyleClass().add("compare-line");
    line.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("compare-cell");
    // Each column has half of the room, whatever it says.
    setPrefWidth(0);
  }

  private static Label words() {
    Label words = new Label();
    words.setMinWidth(0);
    words.setPrefWidth(1);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    return words;
  }

  @Override
  protected void updateItem(Integer number, boolean empty) {
    super.updateItem(number, empty);
    boolean shown = !empty && number != null && pair.getValue() != null;
    setGraphic(shown ? line : null);
    if (!shown) {
      pseudoClassStateChanged(DIFFERENT, false);
      pseudoClassStateChanged(FIRST, false);
      return;
    }
    RunPair.Row row = pair.getValue().row(number);
    sign.setText(row.same() ? "" : "\u2260");
    step.setText(Integer.toString(number));
    one.setText(row.one().isEmpty() ? UiText.of("compare.ended") : row.one());
    other.setText(row.other().isEmpty() ? UiText.of("compare.ended") : row.other());
    pseudoClassStateChanged(DIFFERENT, !row.same());
    pseudoClassStateChanged(FIRST, row.first());
    setAccessibleText(
        UiText.of(
            row.same() ? "compare.spoken.same" : "compare.spoken.different",
            number,
            one.getText(),
            other.getText()));
  }
}
