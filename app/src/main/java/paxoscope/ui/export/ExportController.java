package paxoscope.ui.export;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import paxoscope.export.Handout.Format;
import paxoscope.trace.Trace;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.model.ExportDesk;
import paxoscope.ui.model.HandoutKind;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.ViewChoice;
import paxoscope.ui.words.UiText;

/** Asks what to make a handout of, and shows how far its writing has come. */
public final class ExportController {

  @FXML private StackPane export;
  @FXML private Label run;
  @FXML private HandoutChoice kinds;
  @FXML private HBox formats;
  @FXML private ToggleButton svg;
  @FXML private ProgressBar progress;
  @FXML private Button write;

  private final ExportDesk desk;
  private final Playback playback;
  private final ViewChoice views;
  private final ReadOnlyBooleanProperty dark;

  /**
   * Joins it with what it starts.
   *
   * @param desk writes handouts
   * @param playback shows the run
   * @param views which view is shown
   * @param dark whether the dark theme is shown
   */
  public ExportController(
      ExportDesk desk, Playback playback, ViewChoice views, ReadOnlyBooleanProperty dark) {
    this.desk = desk;
    this.playback = playback;
    this.views = views;
    this.dark = dark;
  }

  @FXML
  private void initialize() {
    kinds.onEnter(this::chooseFile);
    kinds.onChange(() -> formats.setVisible(kinds.chosen().formats().contains(Format.SVG)));
    // One of the two is always chosen: a click on it must not take it back.
    svg.getToggleGroup()
        .selectedToggleProperty()
        .addListener((_, before, now) -> keep(before, now));
    kinds.disableProperty().bind(desk.writingProperty());
    formats.disableProperty().bind(desk.writingProperty());
    write.disableProperty().bind(desk.writingProperty());
    progress.progressProperty().bind(desk.shareProperty());
    progress.visibleProperty().bind(desk.writingProperty());
    desk.writingProperty().addListener((_, before, now) -> leaveWhenWritten(before, now));
    setShown(false);
  }

  private static void keep(Toggle before, Toggle now) {
    if (now == null) {
      before.setSelected(true);
    }
  }

  private void leaveWhenWritten(boolean before, boolean now) {
    if (before && !now) {
      setShown(false);
    }
  }

  private void setShown(boolean shown) {
    Shown.set(export, shown);
  }

  /** Asks, if there is a run; the view that is shown is proposed. */
  public void show() {
    if (isShown() || !desk.isSomethingThere()) {
      return;
    }
    Trace trace = playback.traceProperty().get();
    run.setText(
        UiText.of(
            "export.run",
            trace.header().title().isEmpty() ? UiText.of("run.live-name") : trace.header().title(),
            playback.cursorProperty().get(),
            trace.size()));
    setShown(true);
    kinds.choose(HandoutKind.of(views.shownProperty().get()));
  }

  /**
   * Whether it asks.
   *
   * @return true while the sheet lies above the window
   */
  public boolean isShown() {
    return export.isVisible();
  }

  /**
   * Takes the sheet away, or ends the writing and then takes it away.
   *
   * @return whether it was shown
   */
  @FXML
  public boolean close() {
    boolean shown = isShown();
    desk.stop();
    setShown(desk.writingProperty().get());
    return shown;
  }

  @FXML
  private void chooseFile() {
    List<Format> possible = kinds.chosen().formats();
    boolean pixels = possible.contains(Format.PNG) && !svg.isSelected();
    desk.chooseAndWrite(
        kinds.chosen(), pixels ? Format.PNG : possible.getFirst(), dark.get(), views.sight());
  }
}
