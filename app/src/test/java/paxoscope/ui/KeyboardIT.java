package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
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
import paxoscope.ui.model.Selection;

/** The window for someone who has no mouse, or does not see it. */
@ExtendWith(ApplicationExtension.class)
class KeyboardIT {

  private static final int MOST_CONTROLS = 100;

  @TempDir private Path folder;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new RealWindow(folder);
    window.show(stage);
  }

  @BeforeEach
  void nothingHasTheFocus() {
    window.awaitNodes();
    window.robot().interact(() -> root().requestFocus());
  }

  @AfterEach
  void end() {
    window.close();
  }

  @Test
  void aWholeLessonCanBeGivenFromTheKeyboard() {
    window.tabTo(window.find("value-A"));
    push(KeyCode.SHORTCUT, KeyCode.A);
    window.robot().write("tea");
    push(KeyCode.ESCAPE);
    push(KeyCode.DIGIT3);
    window.await(() -> window.playback().underWayProperty().get());
    push(KeyCode.SPACE);
    window.await(() -> !window.playback().playingProperty().get());
    window.await(() -> window.playback().flightProperty().get() == null);
    int before = window.inside(() -> window.playback().cursorProperty().get());
    push(KeyCode.RIGHT);
    window.await(() -> window.playback().cursorProperty().get() == before + 1);
    push(KeyCode.W);
    window.await(() -> window.find("rule").isVisible());
    push(KeyCode.W);
    window.await(() -> !window.find("rule").isVisible());
    push(KeyCode.W);
    push(KeyCode.ESCAPE);
    window.await(() -> !window.find("rule").isVisible());
    push(KeyCode.SPACE);
    window.awaitEnd("B_wins");
    window.assertAllFilesHold("tea");
    lookIntoAServerAndOneOfItsMessages();
    typeACommand();
    chooseTheTheme();
    push(KeyCode.R);
    window.await(() -> window.find("answer-yes").isFocused());
    push(KeyCode.ENTER);
    window.await(() -> window.playback().sizeProperty().get() == 0);
    assertTrue(window.cards().stream().allMatch(card -> card.promised().isEmpty()));
  }

  private void lookIntoAServerAndOneOfItsMessages() {
    window.tabTo(window.find("card-S3"));
    push(KeyCode.ENTER);
    assertEquals("S3", window.text("inspector-name"));
    window.tabTo(window.find("inspector-tabs"));
    push(KeyCode.RIGHT);
    TabPane tabs = (TabPane) window.find("inspector-tabs");
    window.await(() -> tabs.getSelectionModel().getSelectedIndex() == 1);
    window.tabTo(window.find("messages"));
    push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    window.await(() -> window.find("message-pane").isVisible());
    assertTrue(
        window.inside(
            () -> window.window().desk().selectionProperty().get() instanceof Selection.Message));
    window.tabTo(window.find("message-back"));
    push(KeyCode.SPACE);
    window.await(() -> window.find("server-pane").isVisible());
  }

  private void typeACommand() {
    push(KeyCode.ESCAPE);
    window.robot().write("/");
    window.await(() -> window.find("command").isFocused());
    window.robot().write("status");
    push(KeyCode.ENTER);
    window.await(() -> window.said().stream().anyMatch(line -> line.contains("tea")));
    push(KeyCode.ESCAPE);
  }

  private void chooseTheTheme() {
    boolean dark = window.inside(this::isDark);
    window.tabTo(window.find("more"));
    push(KeyCode.SPACE);
    window.await(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
    MenuItem theme =
        ((MenuButton) window.find("more"))
            .getItems().stream()
                .filter(item -> "theme".equals(item.getId()))
                .findFirst()
                .orElseThrow();
    for (int i = 0; i < MOST_CONTROLS && !window.inside(theme.getStyleableNode()::isFocused); i++) {
      push(KeyCode.DOWN);
    }
    push(KeyCode.ENTER);
    window.await(() -> isDark() != dark);
  }

  private boolean isDark() {
    return root().getScene().getStylesheets().stream().anyMatch(sheet -> sheet.contains("dark"));
  }

  @Test
  void tabReachesEveryControlAndEveryControlHasAName() {
    beginAndTakeThreeSteps();
    List<Node> controls = window.inside(() -> controls(root()));
    assertTrue(controls.size() > 20, controls.toString());
    assertReachedAndNamed(controls);
  }

  @Test
  void whileSomethingIsAskedTheFocusStaysInTheQuestion() {
    beginAndTakeThreeSteps();
    push(KeyCode.R);
    window.await(() -> window.find("answer-yes").isFocused());
    window.robot().interact(() -> root().requestFocus());
    for (int i = 0; i < 4; i++) {
      window.await(
          () ->
              List.of("answer-no", "answer-yes")
                  .contains(root().getScene().getFocusOwner().getId()));
      push(KeyCode.TAB);
    }
    window.tabTo(window.find("answer-no"));
    push(KeyCode.ENTER);
    window.await(() -> !window.find("question").isVisible());
    assertEquals(3, window.inside(() -> window.playback().sizeProperty().get()));
  }

  private void beginAndTakeThreeSteps() {
    window.press("play-B-wins");
    window.await(() -> window.playback().underWayProperty().get());
    window.robot().interact(() -> window.playback().pause());
    window.stepTo(3);
  }

  private void assertReachedAndNamed(List<Node> controls) {
    window.robot().interact(() -> root().requestFocus());
    Set<Node> reached = new LinkedHashSet<>();
    for (int i = 0; i < MOST_CONTROLS && !reached.containsAll(controls); i++) {
      push(KeyCode.TAB);
      reached.add(window.inside(() -> root().getScene().getFocusOwner()));
    }
    controls.forEach(
        control -> {
          assertTrue(reached.contains(control), "Tab never comes to " + control);
          assertFalse(name(control).isBlank(), "no name can be said for " + control);
        });
  }

  @Test
  void whatAMessageShowsIsInReachToo() {
    beginAndTakeThreeSteps();
    window.tabTo(window.robot().lookup(".envelope").query());
    push(KeyCode.ENTER);
    window.await(() -> window.find("message-pane").isVisible());
    List<Node> controls = window.inside(() -> controls(window.find("message-pane")));
    assertTrue(controls.size() >= 5, controls.toString());
    assertReachedAndNamed(controls);
  }

  private String name(Node control) {
    return window.inside(
        () -> {
          if (control.getAccessibleText() != null) {
            return control.getAccessibleText();
          }
          return control instanceof Labeled labeled ? labeled.getText() : "";
        });
  }

  // What can have the focus now: it is seen, enabled, and not a part of another control.
  private static List<Node> controls(Node node) {
    List<Node> found = new ArrayList<>();
    if (!node.isVisible() || node.isDisabled()) {
      return found;
    }
    if (node.isFocusTraversable()) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(controls(child)));
    }
    return found;
  }

  private Parent root() {
    return window.find("ring").getScene().getRoot();
  }

  private void push(KeyCode... keys) {
    window.robot().push(keys);
  }
}
