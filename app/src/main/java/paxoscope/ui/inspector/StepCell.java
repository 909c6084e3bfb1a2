package paxoscope.ui.inspector;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A line of the inspector's lists: the number of a step, a bar in the color of a role, words. */
abstract class StepCell<T> extends ListCell<T> {

  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  private static final int LONG_FROM = 100;

  private final Label step = new Label();
  private final Region bar = new Region();
  private final HBox line;

  /**
   * An empty line.
   *
   * @param what what it is about
   * @param more what stands below, smaller
   */
  StepCell(Label what, Label... more) {
    step.getStyleClass().add("step-number");
    step.setMinWidth(Region.USE_PREF_SIZE);
    bar.getStyleClass().add("bar");
    what.getStyleClass().add("what");
    VBox words = new VBox(what);
    for (Label label : more) {
      label.getStyleClass().add("cause");
      words.getChildren().add(label);
    }
    words.setMinWidth(0);
    line = new HBox(step, bar, words);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("history-line");
    // Words that are too long are cut: the list never moves sideways.
    setPrefWidth(0);
    getStyleClass().add("history-cell");
  }

  @Override
  protected final void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    boolean shown = !empty && item != null;
    setGraphic(shown ? line : null);
    if (shown) {
      show(item);
    } else {
      clear();
    }
  }

  /** Shows something; calls {@link #show(int, String)}. */
  abstract void show(T item);

  /** Shows nothing any more. */
  void clear() {
    // Without its line the cell is empty.
  }

  /** Shows the step, and whose color the line has. */
  final void show(int number, String look) {
    step.setText(Integer.toString(number));
    step.pseudoClassStateChanged(LONG, number >= LONG_FROM);
    RowLook.show(look, bar);
    RowLook.show(look, this);
  }
}
