package paxoscope.ui.experiment;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import paxoscope.experiment.DuelResults;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.model.ExperimentDesk;
import paxoscope.ui.picture.PictureView;
import paxoscope.ui.words.UiText;

/** Asks what to measure, and shows how far it has come and what has come of it. */
public final class ExperimentController {

  @FXML private StackPane experiment;
  @FXML private TextField repeats;
  @FXML private TextField seed;
  @FXML private TextField dial;
  @FXML private Label complaint;
  @FXML private PictureView plot;
  @FXML private ProgressBar progress;
  @FXML private Label reached;
  @FXML private Button begin;
  @FXML private Button stop;
  @FXML private Button export;

  private final ExperimentDesk desk;
  private final ReadOnlyBooleanProperty dark;

  /**
   * Joins it with what it starts.
   *
   * @param desk fights the duels
   * @param dark whether the dark theme is shown
   */
  public ExperimentController(ExperimentDesk desk, ReadOnlyBooleanProperty dark) {
    this.desk = desk;
    this.dark = dark;
  }

  @FXML
  private void initialize() {
    experiment.visibleProperty().bind(desk.shownProperty());
    experiment.managedProperty().bind(experiment.visibleProperty());
    desk.planProperty().addListener((_, _, plan) -> type(DuelPlanText.of(plan)));
    desk.resultsProperty().addListener((_, _, _) -> show());
    desk.runningProperty().addListener((_, _, _) -> show());
    repeats.disableProperty().bind(desk.runningProperty());
    seed.disableProperty().bind(desk.runningProperty());
    dial.disableProperty().bind(desk.runningProperty());
    progress.visibleProperty().bind(desk.runningProperty());
    new ShownPlot(plot, desk.resultsProperty(), dark);
    type(DuelPlanText.of(desk.planProperty().get()));
    complain("");
    show();
  }

  private void type(DuelPlanText text) {
    repeats.setText(text.repeats());
    seed.setText(text.seed());
    dial.setText(text.dial());
  }

  private void show() {
    DuelResults results = desk.resultsProperty().get();
    boolean running = desk.runningProperty().get();
    int done = results.duels().size();
    int all = results.plan().duels();
    progress.setProgress(done / (double) all);
    reached.setText(reached(done, all, running));
    Shown.set(begin, !running);
    Shown.set(stop, running);
    export.setDisable(done == 0 || running);
  }

  private static String reached(int done, int all, boolean running) {
    if (done == 0 && !running) {
      return "";
    }
    boolean ended = !running && done < all;
    return UiText.of(ended ? "experiment.ended" : "experiment.reached", done, all);
  }

  private void complain(String wrong) {
    complaint.setText(wrong);
    Shown.set(complaint, !wrong.isEmpty());
  }

  @FXML
  private void begin() {
    try {
      complain("");
      desk.start(new DuelPlanText(repeats.getText(), seed.getText(), dial.getText()).plan());
    } catch (IllegalArgumentException wrong) {
      complain(wrong.getMessage());
    }
  }

  @FXML
  private void stop() {
    desk.stop();
  }

  @FXML
  private void export() {
    desk.chooseAndWrite();
  }

  /** Shows the sheet. */
  public void open() {
    desk.shownProperty().set(true);
    begin.requestFocus();
  }

  /**
   * Whether the sheet is shown.
   *
   * @return true while it lies above the window
   */
  public boolean isShown() {
    return desk.shownProperty().get();
  }

  /**
   * Takes the sheet away. An experiment that is going on is ended.
   *
   * @return whether it was shown
   */
  @FXML
  public boolean close() {
    boolean was = isShown();
    desk.stop();
    desk.shownProperty().set(false);
    if (was) {
      // Else some button would get the focus, and the next Space would press it.
      experiment.getScene().getRoot().requestFocus();
    }
    return was;
  }
}
