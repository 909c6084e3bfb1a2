package paxoscope.ui.topbar;

import java.util.List;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import paxoscope.ui.model.Continuation;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.Diagnostics;
import paxoscope.ui.model.RunDesk;
import paxoscope.ui.settings.Settings;
import paxoscope.ui.words.UiText;

/** What is needed more seldom: more scenarios, the sequel of one, the look, and help. */
public final class MoreMenuController {

  @FXML private MenuItem retries;
  @FXML private MenuItem save;
  @FXML private MenuItem saveScenario;
  @FXML private MenuItem exportRun;
  @FXML private MenuItem compare;
  @FXML private Menu branches;
  @FXML private MenuItem theme;

  private final ControlDesk desk;
  private final RunDesk runs;
  private final Continuation continuation;
  private final Settings settings;
  private final Consumer<String> play;
  private final Sheets sheets;

  /**
   * Joins it with what it starts.
   *
   * @param desk the run
   * @param runs opens, saves and compares runs
   * @param continuation has the runs that were left for another future
   * @param settings the look
   * @param play plays a scenario, given its name
   * @param sheets what it can lay over the window
   */
  public MoreMenuController(
      ControlDesk desk,
      RunDesk runs,
      Continuation continuation,
      Settings settings,
      Consumer<String> play,
      Sheets sheets) {
    this.desk = desk;
    this.runs = runs;
    this.continuation = continuation;
    this.settings = settings;
    this.play = play;
    this.sheets = sheets;
  }

  @FXML
  private void initialize() {
    desk.playback().traceProperty().addListener((_, _, _) -> show());
    desk.playback().sizeProperty().addListener((_, _, _) -> show());
    settings.darkProperty().addListener((_, _, _) -> show());
    saveScenario.setOnAction(_ -> runs.chooseAndSaveScenario());
    new BranchMenu(branches, continuation, runs).bind();
    show();
  }

  private void show() {
    String scenario = desk.playback().traceProperty().get().header().scenario();
    // It goes on where the nodes stand, and a recording has none.
    retries.setDisable(!scenario.equals("BB_wins") || desk.recordedProperty().get());
    boolean empty = desk.playback().sizeProperty().get() == 0;
    List.of(save, saveScenario, exportRun, compare).forEach(item -> item.setDisable(empty));
    theme.setText(
        UiText.of(settings.darkProperty().get() ? "more.light-theme" : "more.dark-theme"));
  }

  @FXML
  private void showSheet(ActionEvent event) {
    sheets.show(((MenuItem) event.getSource()).getId());
  }

  @FXML
  private void playRetries() {
    play.accept("A_retries");
  }

  @FXML
  private void openRun() {
    runs.chooseAndOpen();
  }

  @FXML
  private void saveRun() {
    runs.chooseAndSave();
  }

  @FXML
  private void openLastRun() {
    runs.openLast();
  }

  @FXML
  private void compareRun() {
    runs.chooseAndCompare();
  }

  @FXML
  private void changeTheme() {
    settings.darkProperty().set(!settings.darkProperty().get());
  }

  @FXML
  private void largerText() {
    settings.enlargeText(1);
  }

  @FXML
  private void smallerText() {
    settings.enlargeText(-1);
  }

  @FXML
  private void copyDiagnostics() {
    ClipboardText.put(Diagnostics.of(desk));
    desk.say(UiText.of("notice.copied"));
  }
}
