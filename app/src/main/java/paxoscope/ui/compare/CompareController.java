package paxoscope.ui.compare;

import java.util.AbstractList;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import paxoscope.trace.TraceDifference;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.RunDesk;
import paxoscope.ui.model.RunPair;
import paxoscope.ui.words.UiText;

/** Shows two runs side by side, and marks where they first differ. */
public final class CompareController {

  private static final PseudoClass SAME = PseudoClass.getPseudoClass("same");

  @FXML private StackPane compare;
  @FXML private Label result;
  @FXML private Label text;
  @FXML private Label oneName;
  @FXML private Label otherName;
  @FXML private ListView<Integer> rows;

  private final RunDesk runs;
  private final Playback playback;

  /**
   * Joins it with what it shows.
   *
   * @param runs the two runs
   * @param playback goes to a step
   */
  public CompareController(RunDesk runs, Playback playback) {
    this.runs = runs;
    this.playback = playback;
  }

  @FXML
  private void initialize() {
    rows.setCellFactory(_ -> new CompareCell(runs.pairProperty(), this::go));
    rows.setOnKeyPressed(
        key -> {
          Integer number = rows.getSelectionModel().getSelectedItem();
          if (key.getCode() == KeyCode.ENTER && number != null) {
            go(number);
          }
        });
    runs.pairProperty().addListener((_, _, pair) -> show(Optional.ofNullable(pair)));
    show(Optional.empty());
  }

  private void show(Optional<RunPair> pair) {
    Shown.set(compare, pair.isPresent());
    pair.ifPresentOrElse(this::fill, () -> rows.setItems(FXCollections.observableArrayList()));
  }

  private void fill(RunPair pair) {
    Optional<TraceDifference> difference = pair.difference();
    result.setText(
        difference
            .map(first -> UiText.of("compare.differ", first.step()))
            .orElse(UiText.of("compare.same", pair.one().size())));
    result.pseudoClassStateChanged(SAME, difference.isEmpty());
    text.setText(difference.map(TraceDifference::text).orElse(UiText.of("compare.same.detail")));
    oneName.setText(UiText.of("compare.one", pair.name()));
    otherName.setText(UiText.of("compare.other", pair.otherName()));
    rows.setItems(FXCollections.observableList(new StepNumbers(pair.size())));
    int first = Math.max(1, difference.map(TraceDifference::step).orElse(1));
    rows.getSelectionModel().select(Integer.valueOf(first));
    // A few steps above it tell how it came to that.
    rows.scrollTo(Math.max(0, first - 4));
    rows.requestFocus();
  }

  // A step that only the other run has is behind the end of this one.
  private void go(int number) {
    runs.closeComparison();
    playback.jump(number);
  }

  /**
   * Whether two runs are shown.
   *
   * @return true while they lie above the window
   */
  public boolean isShown() {
    return compare.isVisible();
  }

  /**
   * Puts the other run away.
   *
   * @return whether two runs were shown
   */
  @FXML
  public boolean close() {
    boolean shown = isShown();
    runs.closeComparison();
    return shown;
  }

  /** The numbers 1 to n, without a place for each: a run may have a million steps. */
  private static final class StepNumbers extends AbstractList<Integer> {
    private final int size;

    StepNumbers(int size) {
      this.size = size;
    }

    @Override
    public Integer get(int index) {
      return java.util.Objects.checkIndex(index, size) + 1;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public int indexOf(Object number) {
      return number instanceof Integer step && step >= 1 && step <= size ? step - 1 : -1;
    }
  }
}
