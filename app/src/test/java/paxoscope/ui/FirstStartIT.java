package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.ui.settings.SettingsFile;

/** The window of a user who has no settings yet. */
@ExtendWith(ApplicationExtension.class)
class FirstStartIT {

  @TempDir private Path folder;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    Files.writeString(folder.resolve("window.properties"), "width=1280\nheight=720\n");
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
  void theHintsAreInNobodysWayAndAnswerWhatTheUserDoes() {
    assertTrue(window.find("hints").isVisible());
    assertEquals("Choose a scenario", window.text("hint-title"));
    assertEquals(5, pointedAt().size());
    assertHintsCover("ring", false);
    assertHintsCover("play-B-wins", false);
    window.robot().clickOn("#play-B-wins");
    window.await(() -> window.text("hint-title").equals("Stop and go on as you like"));
    window.awaitEnd("B_wins");
  }

  private void assertHintsCover(String id, boolean covered) {
    Bounds card = window.inside(() -> inScene(window.find("hints")));
    Bounds other = window.inside(() -> inScene(window.find(id)));
    assertEquals(covered, card.intersects(other), card + " " + other);
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void theKeyboardGoesThroughThemAndEscapeClosesThemForGood() {
    window.tabTo(window.find("hint-next"));
    window.robot().push(KeyCode.SPACE);
    window.await(() -> window.text("hint-title").startsWith("Stop"));
    window.tabTo(window.find("hint-back"));
    window.robot().push(KeyCode.SPACE);
    window.await(() -> window.text("hint-title").startsWith("Choose"));
    window.robot().push(KeyCode.ESCAPE);
    window.await(() -> !window.find("hints").isVisible());
    assertEquals(Set.of(), pointedAt());
    // Kept at once: a window may be killed.
    assertTrue(
        new SettingsFile(folder.resolve("window.properties")).read().hintsSeenProperty().get());
  }

  @Test
  void escapeClosesAQuestionBeforeTheHintsAndTheMenuShowsThemAgain() {
    window.robot().push(KeyCode.R);
    window.await(() -> window.find("question").isVisible());
    window.robot().push(KeyCode.ESCAPE);
    window.await(() -> !window.find("question").isVisible());
    assertTrue(window.find("hints").isVisible());
    window.press("close-hints");
    assertFalse(window.find("hints").isVisible());
    MenuItem again =
        ((MenuButton) window.find("more"))
            .getItems().stream()
                .filter(item -> "show-hints".equals(item.getId()))
                .findFirst()
                .orElseThrow();
    window.robot().interact(again::fire);
    assertTrue(window.find("hints").isVisible());
  }

  private Set<Node> pointedAt() {
    return window.inside(() -> window.find("ring").getScene().getRoot().lookupAll(".pointed-at"));
  }
}
