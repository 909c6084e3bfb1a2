package paxoscope.ui.strip;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import paxoscope.narration.Narration;
import paxoscope.narration.Narrator;
import paxoscope.scenario.RoleNames;
import paxoscope.scenario.Scenario;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.model.Continuation;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.Playback;
import paxoscope.ui.words.UiText;

/**
 * The strip below the stage: the last step in a sentence, the rule behind it, and at the end what
 * the scenario teaches.
 */
public final class StripController {

  @FXML private VBox strip;
  @FXML private Label headline;
  @FXML private Label detail;
  @FXML private LessonBox lesson;
  @FXML private Button onward;
  @FXML private Button why;
  @FXML private HBox rule;
  @FXML private Label ruleName;
  @FXML private Label ruleText;
  @FXML private Hyperlink evidence;

  private final ControlDesk desk;
  private final Continuation continuation;
  private final Playback playback;
  private final Narrator narrator = new Narrator();
  private int evidenceStep;

  /**
   * Joins it with what it tells.
   *
   * @param desk the run
   * @param continuation goes on from a moment of the past
   */
  public StripController(ControlDesk desk, Continuation continuation) {
    this.desk = desk;
    this.continuation = continuation;
    this.playback = desk.playback();
  }

  @FXML
  private void initialize() {
    playback.momentProperty().addListener((_, _, _) -> tell());
    playback.sizeProperty().addListener((_, _, _) -> offerToContinue());
    desk.recordedProperty().addListener((_, _, _) -> offerToContinue());
    desk.scenarioProperty().addListener((_, _, _) -> tell());
    Shown.set(rule, false);
    tell();
  }

  /** Shows the rule behind the step, or hides it again. */
  @FXML
  public void toggleWhy() {
    if (!why.isDisabled()) {
      Shown.set(rule, !rule.isVisible());
    }
  }

  /** Hides the rule behind the step. */
  public void closeWhy() {
    Shown.set(rule, false);
  }

  @FXML
  private void goToEvidence() {
    playback.jump(evidenceStep);
  }

  @FXML
  private void continueFromHere() {
    continuation.ask();
  }

  private void offerToContinue() {
    boolean past = playback.cursorProperty().get() < playback.sizeProperty().get();
    Shown.set(onward, (past || desk.recordedProperty().get()) && !playback.playingProperty().get());
  }

  private void tell() {
    offerToContinue();
    tellLesson(desk.scenarioProperty().get());
    int cursor = playback.cursorProperty().get();
    if (cursor == 0) {
      tellStart(desk.scenarioProperty().get());
      return;
    }
    Narration narration = narrator.narrate(playback.traceProperty().get(), cursor);
    headline.setText(narration.headline());
    detail.setText(narration.detail());
    ruleName.setText(narration.ruleName());
    ruleText.setText(narration.ruleText());
    evidenceStep = narration.evidence();
    Shown.set(evidence, evidenceStep > 0);
    evidence.setText(UiText.of("why.evidence", evidenceStep));
    why.setDisable(false);
    tone(narration.tone().name());
  }

  private void tellLesson(Scenario scenario) {
    if (scenario != null && Lesson.isSeen(scenario, playback)) {
      lesson.show(RoleNames.told(scenario, playback.traceProperty().get().header()));
    } else {
      lesson.hide();
    }
  }

  private void tellStart(Scenario scenario) {
    why.setDisable(true);
    Shown.set(rule, false);
    tone("NEUTRAL");
    StartWords words =
        StartWords.of(
            playback.traceProperty().get(),
            Optional.ofNullable(scenario),
            desk.recordedProperty().get());
    headline.setText(words.headline());
    detail.setText(words.detail());
  }

  private void tone(String name) {
    strip.getStyleClass().setAll("strip", "tone-" + name.toLowerCase(java.util.Locale.ROOT));
  }
}
