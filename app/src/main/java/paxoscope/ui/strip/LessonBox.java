package paxoscope.ui.strip;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import paxoscope.scenario.Scenario;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.words.UiText;

/** What a scenario teaches, and what to ask a class; to be seen when it is over. */
public final class LessonBox extends VBox {

  private final Label lesson = words("lesson");
  private final Label question = words("question-of-lesson");

  /** A box that shows nothing yet. */
  public LessonBox() {
    getStyleClass().add("lesson-box");
    getChildren().addAll(lesson, question);
    hide();
  }

  private static Label words(String id) {
    Label words = new Label();
    words.setId(id);
    words.setWrapText(true);
    words.setMinWidth(0);
    return words;
  }

  /** Shows both of a scenario. */
  void show(Scenario scenario) {
    lesson.setText(UiText.of("strip.lesson", scenario.lesson()));
    boolean asks = scenario.question().isPresent();
    question.setText(asks ? UiText.of("strip.question", scenario.question().get()) : "");
    Shown.set(question, asks);
    setShown(true);
  }

  /** Takes them away. */
  void hide() {
    setShown(false);
  }

  private void setShown(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
