package paxoscope.ui;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import paxoscope.ui.fx.Shown;
import paxoscope.ui.model.ControlDesk;
import paxoscope.ui.model.Notice;
import paxoscope.ui.model.Question;

/** What lies around and above the areas: the banner, questions, help, and the black screen. */
public final class MainController {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /** No node has answered yet, and no recorded run is shown: the cards stand for nothing. */
  private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

  @FXML private StackPane window;
  @FXML private HBox banner;
  @FXML private Label bannerText;
  @FXML private Button tryAgain;
  @FXML private StackPane questionPane;
  @FXML private Label questionText;
  @FXML private Button yes;
  @FXML private StackPane helpPane;
  @FXML private Region blank;

  private final ControlDesk desk;
  private final Runnable connect;

  MainController(ControlDesk desk, Runnable connect) {
    this.desk = desk;
    this.connect = connect;
  }

  @FXML
  private void initialize() {
    new SheetFocus(window);
    desk.noticeProperty().addListener((_, _, notice) -> showNotice(notice));
    desk.questionProperty().addListener((_, _, question) -> showQuestion(question));
    showNotice(desk.noticeProperty().get());
    desk.connectedProperty().addListener((_, _, _) -> showWhetherEmpty());
    desk.recordedProperty().addListener((_, _, _) -> showWhetherEmpty());
    showWhetherEmpty();
    showQuestion(null);
    Shown.set(helpPane, false);
    Shown.set(blank, false);
  }

  private void showWhetherEmpty() {
    window.pseudoClassStateChanged(
        EMPTY, !desk.connectedProperty().get() && !desk.recordedProperty().get());
  }

  private void showNotice(Notice notice) {
    Shown.set(banner, !notice.text().isEmpty());
    bannerText.setText(notice.text());
    banner.pseudoClassStateChanged(WRONG, notice.wrong());
    Shown.set(tryAgain, notice.wrong() && desk.misses());
  }

  private void showQuestion(Question question) {
    Shown.set(questionPane, question != null);
    if (question != null) {
      questionText.setText(question.text());
      yes.setText(question.yes());
      yes.requestFocus();
    }
  }

  @FXML
  private void answerYes() {
    desk.questionProperty().get().action().run();
  }

  @FXML
  private void answerNo() {
    desk.questionProperty().set(null);
  }

  @FXML
  private void closeBanner() {
    desk.noticeProperty().set(Notice.NONE);
  }

  @FXML
  private void connectAgain() {
    connect.run();
  }

  /** Shows the list of keys. */
  void showHelp() {
    Shown.set(helpPane, true);
  }

  /** Makes the screen black, or shows the window again. */
  void toggleBlank() {
    Shown.set(blank, !blank.isVisible());
  }

  /** Closes whatever lies above the window. */
  @FXML
  void closeAll() {
    Shown.set(helpPane, false);
    Shown.set(blank, false);
    desk.questionProperty().set(null);
    if (!desk.noticeProperty().get().wrong() || desk.director().isPresent()) {
      desk.noticeProperty().set(Notice.NONE);
    }
  }

  /** Whether something lies above the window: a question, the list of keys, the black screen. */
  boolean isCovered() {
    return questionPane.isVisible() || helpPane.isVisible() || blank.isVisible();
  }

  boolean isAsking() {
    return questionPane.isVisible();
  }
}
