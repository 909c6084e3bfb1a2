package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.files.ScenarioLibrary;
import paxoscope.scenario.Scenario;
import paxoscope.trace.RunHeader;

/** The scenarios without a button, in the window. */
@ExtendWith(ApplicationExtension.class)
class LibraryWindowIT {

  @TempDir private Path folder;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
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
  void oneIsChosenFromTheKeyboardAndTellsItsLessonWhenItIsOver() {
    openFromTheKeyboard();
    for (String name : List.of("majority_down", "proposer_crash", "chosen_unknown")) {
      push(KeyCode.DOWN);
      assertEquals(name, window.inside(() -> list().getSelectionModel().getSelectedItem().name()));
    }
    push(KeyCode.ENTER);
    window.await(() -> window.playback().underWayProperty().get());
    assertFalse(window.find("library").isVisible());
    assertFalse(window.find("lesson-box").isVisible());
    window.awaitEnd("chosen_unknown");
    window.assertAllFilesHold("123");
    window.await(() -> window.find("lesson-box").isVisible());
    assertEquals("Lesson: " + scenario().lesson(), window.text("lesson"));
    assertEquals(
        "A question for the class: " + scenario().question().orElseThrow(),
        window.text("question-of-lesson"));
    push(KeyCode.LEFT);
    window.await(() -> !window.find("lesson-box").isVisible());
  }

  private static Scenario scenario() {
    return ScenarioLibrary.load().find("chosen_unknown").orElseThrow();
  }

  private void openFromTheKeyboard() {
    window.tabTo(window.find("more"));
    push(KeyCode.SPACE);
    window.await(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
    MenuItem item = item();
    window.await(() -> item.getStyleableNode() != null);
    while (!window.inside(item.getStyleableNode()::isFocused)) {
      push(KeyCode.DOWN);
    }
    push(KeyCode.ENTER);
    window.await(() -> window.find("library").isVisible() && list().isFocused());
  }

  @Test
  void theListHasTheSevenOfThemAndEscapeLeavesEverythingAsItWas() {
    open();
    assertEquals(
        List.of(
            "minority_down",
            "majority_down",
            "proposer_crash",
            "chosen_unknown",
            "loss_and_duplicates",
            "partition",
            "recovery"),
        window.inside(() -> list().getItems().stream().map(Scenario::name).toList()));
    push(KeyCode.SPACE);
    push(KeyCode.DIGIT2);
    push(KeyCode.ESCAPE);
    window.await(() -> !window.find("library").isVisible());
    assertEquals(0, window.inside(() -> window.playback().sizeProperty().get()));
    assertFalse(window.inside(() -> window.playback().underWayProperty().get()));
  }

  @Test
  void theServersAndValuesOfTheTopBarPlayInItToo() {
    window.robot().interact(() -> window.window().settings().serverAProperty().set("S4"));
    window.robot().interact(() -> window.window().settings().serverBProperty().set("S2"));
    open();
    window.robot().interact(() -> list().getSelectionModel().select(list().getItems().getLast()));
    push(KeyCode.ENTER);
    window.awaitEnd("recovery");
    window.assertAllFilesHold("456");
    RunHeader header = window.inside(() -> window.playback().traceProperty().get().header());
    assertEquals("S4", header.parameters().get("A"));
    assertEquals("4", header.parameters().get("roundB"));
  }

  @Test
  void theWordsOfAScenarioForAStepStandBeforeAllOthers() {
    window.command("run partition");
    window.await(() -> window.playback().underWayProperty().get());
    window.robot().interact(() -> window.playback().pause());
    window.stepTo(2);
    assertTrue(window.text("detail").startsWith("The network is split."), window.text("detail"));
  }

  private MenuItem item() {
    return ((MenuButton) window.find("more"))
        .getItems().stream()
            .filter(item -> "more-scenarios".equals(item.getId()))
            .findFirst()
            .orElseThrow();
  }

  private void open() {
    window.robot().interact(item()::fire);
    window.await(() -> window.find("library").isVisible() && list().isFocused());
  }

  @SuppressWarnings("unchecked") // The list of this window holds scenarios.
  private ListView<Scenario> list() {
    return (ListView<Scenario>) window.find("library-list");
  }

  private void push(KeyCode key) {
    window.robot().push(key);
  }
}
