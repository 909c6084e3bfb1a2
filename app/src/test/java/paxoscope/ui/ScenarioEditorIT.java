package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.scenario.Mistake;
import paxoscope.scenario.Scenario;
import paxoscope.ui.picture.PictureView;

/** Writing, opening and playing scenarios of one's own, in a window on five real node processes. */
@ExtendWith(ApplicationExtension.class)
class ScenarioEditorIT {

  private static final String MINE =
      """
      paxoscope: 1
      name: mine
      title: My own
      story: A story.
      lesson: A lesson.
      parameters:
        - {name: A, kind: server, default: S2, label: Proposer}
        - {name: X, kind: value, default: hello, label: Value}
        - {name: first, kind: number, default: "3", label: First round}
      script:
        - propose: A
          value: X
          round: first
        - prepare: A
          column: t1
        - accept: A
          column: t2
        - commit: A
        - finish: all
      reference:
        - {column: t1, server: S1, box: P first.A}
        - {column: t1, server: S2, box: P first.A}
        - {column: t1, server: S3, box: P first.A}
        - {column: t1, server: S4, box: P first.A}
        - {column: t1, server: S5, box: P first.A}
      """;

  private static final String WRONG = MINE.replace("- commit: A", "- commit: S4");

  @TempDir private Path folder;
  private RealWindow window;
  private Stage shownOn;

  @Start
  void start(Stage stage) throws IOException {
    shownOn = stage;
    window = new RealWindow(folder);
    window.show(stage);
  }

  @BeforeEach
  void nodesAreThere() {
    window.awaitNodes();
  }

  @AfterEach
  void end() {
    window.close();
  }

  @Test
  void whatIsWrittenIsTriedAndItsMistakesLeadToTheirPlaces() {
    edit();
    window.await(() -> window.text("editor-verdict").startsWith("Good: no mistake; its 12 boxes"));
    write(MINE);
    window.await(() -> window.text("editor-verdict").startsWith("Good: no mistake; its 5 boxes"));
    PictureView preview = (PictureView) window.find("editor-preview");
    String said = window.inside(() -> preview.picture().title());
    assertTrue(said.startsWith("My own. S1: P 3.2 in t1; A 3.2 hello in t2."), said);
    assertFalse(window.find("editor-mistakes").isVisible());

    write(WRONG);
    window.await(() -> window.text("editor-verdict").equals("One mistake:"));
    assertEquals(List.of("line 18, column 5"), places());
    assertEquals("new scenario.yaml (changed)", window.text("editor-name"));
    push(KeyCode.F6);
    window.await(() -> mistakes().isFocused());
    push(KeyCode.ENTER);
    window.await(() -> text().isFocused());
    assertEquals("commit", window.inside(() -> text().getSelectedText()));
    assertEquals("line 18, column 5", window.text("editor-caret"));
    assertEquals(0, window.inside(() -> window.playback().sizeProperty().get()));
  }

  @Test
  void theKeyboardWritesIndentedLinesAndTwoSpacesForATab() {
    edit();
    write("script:\n  - a");
    window.robot().interact(() -> text().end());
    push(KeyCode.ENTER);
    push(KeyCode.TAB);
    window.robot().write("b");
    assertEquals("script:\n  - a\n    b", window.inside(() -> text().getText()));
  }

  @Test
  void aTextIsPlayedOnTheNodesWithTheParametersThatAreGiven() {
    edit();
    write(MINE);
    window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
    window.await(() -> window.find("parameters").isVisible());
    assertFalse(window.find("editor").isVisible());
    assertEquals("My own", window.text("parameters-title"));
    assertEquals("S2", window.inside(() -> ((ComboBox<?>) field("A")).getValue()));
    set("first", "0");
    assertTrue(window.text("parameters-wrong").startsWith("first must be 1 or more"));
    assertTrue(window.find("parameters-play").isDisabled());
    set("first", "8");
    set("X", "played");
    assertEquals("", window.text("parameters-wrong"));
    window.robot().interact(() -> field("X").requestFocus());
    push(KeyCode.ENTER);
    window.awaitEnd("mine");
    window.assertAllFilesHold("played");
    assertEquals(
        "8.2",
        window.inside(() -> window.playback().state().chosen().orElseThrow().number().toString()));
  }

  @Test
  void nothingTakesTheTextAwayWithoutAQuestion() throws IOException {
    edit();
    write(MINE);
    push(KeyCode.ESCAPE);
    window.await(() -> !window.find("editor").isVisible());
    edit();
    assertEquals(MINE, window.inside(() -> text().getText()));

    window.robot().interact(() -> window.window().texts().startFrom("livelock"));
    answer("answer-no");
    assertEquals(MINE, window.inside(() -> text().getText()));
    window.await(() -> text().isFocused());
    window.robot().push(KeyCode.CONTROL, KeyCode.O);
    window.await(() -> window.find("question").isVisible());
    push(KeyCode.ESCAPE);
    window.await(() -> !window.find("question").isVisible() && text().isFocused());
    window
        .robot()
        .interact(
            () -> shownOn.fireEvent(new WindowEvent(shownOn, WindowEvent.WINDOW_CLOSE_REQUEST)));
    answer("answer-no");
    assertTrue(window.inside(shownOn::isShowing));

    Path file = folder.resolve("mine");
    window.willChoose(file);
    window.robot().interact(() -> text().requestFocus());
    window.robot().push(KeyCode.CONTROL, KeyCode.S);
    window.await(() -> window.text("editor-name").equals("mine.yaml"));
    assertEquals(MINE, Files.readString(folder.resolve("mine.yaml")));
    window.robot().interact(() -> window.window().texts().startFrom("livelock"));
    window.await(() -> text().getText().contains("name: livelock"));

    write(WRONG);
    window.willChooseNothing();
    window.robot().push(KeyCode.CONTROL, KeyCode.O);
    answer("answer-yes");
    assertTrue(window.inside(() -> window.window().texts().unsavedProperty().get()));
    window.willChoose(folder.resolve("mine.yaml"));
    window.robot().push(KeyCode.CONTROL, KeyCode.O);
    answer("answer-yes");
    window.await(() -> text().getText().equals(MINE));
  }

  @Test
  void aFileThatIsDroppedIsOpenedForWhatItIs() throws IOException {
    Path good = Files.writeString(folder.resolve("good.yaml"), MINE);
    drop(good);
    window.await(() -> window.find("parameters").isVisible());
    window.press("parameters-edit");
    window.await(() -> window.text("editor-name").equals("good.yaml"));
    window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
    window.await(() -> window.find("parameters").isVisible());
    window.press("parameters-play");
    window.awaitEnd("mine");
    window.assertAllFilesHold("hello");
    Path run = folder.resolve("kept.paxosrun");
    window.robot().interact(() -> window.window().runs().save(run));
    window.await(() -> Files.exists(run));

    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), WRONG);
    drop(wrong);
    window.await(() -> window.find("editor").isVisible());
    assertEquals("wrong.yaml", window.text("editor-name"));
    window.await(() -> places().equals(List.of("line 18, column 5")));
    push(KeyCode.ESCAPE);

    drop(run);
    window.await(() -> window.text("live").equals("RECORDED"));
    drop(folder.resolve("nowhere.yaml"));
    window.await(() -> window.text("banner-text").startsWith("There is no file"));
    drop(good, wrong);
    window.await(() -> window.text("banner-text").startsWith("One file at a time"));
  }

  @Test
  void aScenarioOfTheProgramIsPlayedWithOtherParameters() {
    window.robot().interact(() -> window.window().scenarios().offer(livelock()));
    window.await(() -> window.find("parameters").isVisible());
    assertEquals("", window.inside(() -> ((TextField) field("roundB")).getText()));
    assertEquals(
        "lowest above roundA.A for B",
        window.inside(() -> ((TextField) field("roundB")).getPromptText()));
    set("rounds", "1");
    window.robot().interact(() -> ((ButtonBase) field("cure")).fire());
    window.press("parameters-play");
    window.awaitEnd("livelock");
    assertEquals(
        "no",
        window.inside(
            () -> window.playback().traceProperty().get().header().parameters().get("cure")));
  }

  private Scenario livelock() {
    return window
        .window()
        .desk()
        .commands()
        .completion()
        .orElseThrow()
        .source()
        .scenarios()
        .stream()
        .filter(scenario -> scenario.name().equals("livelock"))
        .findFirst()
        .orElseThrow();
  }

  private void edit() {
    window.robot().interact(() -> window.find("ring").getScene().getRoot().requestFocus());
    window.robot().push(KeyCode.CONTROL, KeyCode.N);
    window.await(() -> window.find("editor").isVisible() && text().isFocused());
  }

  private void write(String content) {
    window.robot().interact(() -> text().setText(content));
  }

  private void drop(Path... files) {
    DroppedFiles dropped = window.window().dropped();
    window.robot().interact(() -> dropped.take(List.of(files).stream().map(Path::toFile).toList()));
  }

  private void answer(String button) {
    window.await(() -> window.find("question").isVisible());
    window.press(button);
    window.await(() -> !window.find("question").isVisible());
  }

  private List<String> places() {
    return window.inside(
        () -> mistakes().getItems().stream().map(one -> one.place().toString()).toList());
  }

  private TextArea text() {
    return (TextArea) window.find("editor-text");
  }

  @SuppressWarnings("unchecked") // what the window puts into it
  private ListView<Mistake> mistakes() {
    return (ListView<Mistake>) window.find("editor-mistakes");
  }

  private Node field(String name) {
    return window.find("parameter-" + name);
  }

  private void set(String name, String value) {
    window.robot().interact(() -> ((TextField) field(name)).setText(value));
  }

  private void push(KeyCode key) {
    window.robot().push(key);
  }
}
