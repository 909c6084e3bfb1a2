package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.support.SharedNodes;

/** The command bar, typed into as a person does. */
@ExtendWith(ApplicationExtension.class)
class CommandBarIT {

  @TempDir private Path folder;
  private final List<Integer> ports = SharedNodes.ports();
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new RealWindow(folder);
    window.show(stage);
  }

  @BeforeEach
  void oneTypes() {
    window.awaitNodes();
    window.robot().interact(() -> window.find("ring").getScene().getRoot().requestFocus());
    window.robot().write("/");
    window.await(() -> window.find("command").isFocused());
  }

  @AfterEach
  void end() {
    window.close();
  }

  @Test
  void theKeyThatOpensItTypesNothingWhereItIsOpenAlready() {
    window.robot().write("/status");
    assertEquals("status", line());
    window.robot().write("/x");
    assertEquals("status/x", line());
  }

  @Test
  void tabCompletesWordByWordAndThenGoesFromOneCandidateToTheNext() {
    window.robot().write("cra");
    assertEquals(List.of("crash"), offered());
    push(KeyCode.TAB);
    assertEquals("crash ", line());
    assertEquals(ports.stream().map(String::valueOf).toList(), offered());
    pushUntilChosen();
    assertEquals("crash " + ports.get(0), line());
    push(KeyCode.TAB);
    assertEquals("crash " + ports.get(1), line());
    push(KeyCode.DOWN);
    assertEquals("crash " + ports.get(2), line());
    push(KeyCode.UP);
    assertEquals("crash " + ports.get(1), line());
    push(KeyCode.ENTER);
    window.await(() -> !window.cards().get(1).alive());
    assertFalse(window.find("candidates").isVisible());
  }

  // The ports have digits in common, which come first.
  private void pushUntilChosen() {
    push(KeyCode.TAB);
    if (!line().equals("crash " + ports.get(0))) {
      push(KeyCode.TAB);
    }
  }

  @Test
  void escapeClosesTheCandidatesFirstAndThenLeavesTheBar() {
    window.robot().write("re");
    assertTrue(window.find("candidates").isVisible());
    push(KeyCode.ESCAPE);
    assertFalse(window.find("candidates").isVisible());
    assertTrue(window.find("command").isFocused());
    assertEquals("re", line());
    push(KeyCode.ESCAPE);
    assertFalse(window.find("command").isFocused());
  }

  @Test
  void upAndDownAreTheHistoryAsLongAsNoCandidateIsChosen() {
    window.robot().write("status");
    push(KeyCode.ENTER);
    window.robot().write("re");
    assertEquals(List.of("recovery", "restart", "recover", "resume"), offered());
    push(KeyCode.UP);
    assertEquals("status", line());
    assertFalse(window.find("candidates").isVisible());
    push(KeyCode.DOWN);
    assertEquals("", line());
  }

  @Test
  void withNothingToCompleteTabMovesOn() {
    Node bar = window.find("command");
    push(KeyCode.TAB);
    assertFalse(bar.isFocused());
    window.robot().interact(bar::requestFocus);
    window.robot().write("set value 1");
    push(KeyCode.TAB);
    assertFalse(bar.isFocused());
    assertEquals("set value 1", line());
  }

  private void push(KeyCode key) {
    window.robot().push(key);
  }

  private String line() {
    return window.inside(() -> ((TextField) window.find("command")).getText());
  }

  private List<String> offered() {
    return window.inside(
        () ->
            ((VBox) window.find("candidates"))
                .getChildren().stream().map(row -> ((Label) row).getText()).toList());
  }
}
