package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.protocol.ServerId;
import paxoscope.ui.model.Selection;

/** A click on anything selects it everywhere. */
@ExtendWith(ApplicationExtension.class)
class SelectionIT {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  @TempDir private Path folder;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new RealWindow(folder);
    window.show(stage);
  }

  @BeforeEach
  void threeStepsAreTaken() {
    window.awaitNodes();
    window.robot().interact(() -> ((Slider) window.find("speed")).setValue(-1));
    window.press("play-B-wins");
    window.await(() -> window.playback().underWayProperty().get());
    window.robot().interact(() -> window.playback().pause());
    window.stepTo(3);
  }

  @AfterEach
  void end() {
    window.close();
  }

  @Test
  void anEnvelopeIsOutlinedAndTheInspectorFollowsItToItsAnswer() {
    Node envelope = envelope("Prepare 3.1 → S3");
    assertEquals("Held: Prepare 3.1 from S1 to S3", envelope.getAccessibleText());
    window.robot().clickOn(envelope);
    assertTrue(isSelected(envelope));
    assertTrue(window.find("message-pane").isVisible());
    assertFalse(window.find("server-pane").isVisible());
    assertEquals("Prepare 3.1", window.text("message-words"));
    assertEquals("in step 1", window.text("message-sent"));
    assertEquals("held", window.text("message-end-label"));
    window.stepTo(4);
    window.await(() -> window.text("message-end").equals("in step 4"));
    assertTrue(
        window.text("message-sent-time").matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\(S1\\)"),
        window.text("message-sent-time"));
    assertTrue(window.text("message-end-time").endsWith(" (S3)"), window.text("message-end-time"));
    assertEquals("Promise 3.1, none", window.text("message-other"));
    window.robot().interact(() -> window.playback().jump(2));
    assertEquals("in step 1", window.text("message-sent"));
    assertEquals("in step 4, ahead", window.text("message-end"));
    window.robot().interact(() -> window.playback().jump(4));
    assertEquals("in step 4", window.text("message-end"));
    window.await(() -> xml().contains("<methodName>paxos.prepare</methodName>"));
    window.press("message-other");
    assertEquals("Promise 3.1, none", window.text("message-words"));
    assertTrue(isSelected(envelope("Promise 3.1, none → S1", "held-S3")));
    window.press("message-back");
    assertTrue(window.find("server-pane").isVisible());
  }

  @Test
  void envelopesAreReachedByTabAndTakenByEnter() {
    Node envelope = envelope("Prepare 3.1 → S3");
    window.tabTo(envelope);
    window.robot().push(KeyCode.ENTER);
    assertTrue(isSelected(envelope));
    assertEquals("Prepare 3.1", window.text("message-words"));
    window.stepTo(3);
    assertTrue(window.inside(envelope::isFocused), "what stays keeps the focus");
  }

  @Test
  void aFlyingArrowCanBeCaught() {
    window.robot().interact(() -> window.playback().forward());
    window.await(() -> words().isPresent());
    window.robot().clickOn(words().orElseThrow());
    assertEquals("Prepare 3.1", window.text("message-words"));
    assertEquals("S3", window.text("message-to"));
    assertTrue(isSelected(words().orElseThrow().getParent()));
    window.stepTo(4);
    assertEquals("in step 4", window.text("message-end"));
  }

  private Optional<Node> words() {
    return window.robot().lookup(".flying .words").queryAll().stream()
        .filter(node -> node.getParent().isVisible())
        .findFirst();
  }

  @Test
  void aLineOnTheTimeLineSelectsItsMessageAndGoesThere() {
    javafx.scene.shape.Path lines =
        (javafx.scene.shape.Path) window.robot().lookup(".hop.role-a").query();
    Point2D middle =
        window.inside(
            () -> {
              MoveTo from = (MoveTo) lines.getElements().get(0);
              LineTo to = (LineTo) lines.getElements().get(1);
              return lines.localToScreen(
                  (from.getX() + to.getX()) / 2, (from.getY() + to.getY()) / 2);
            });
    window.robot().clickOn(middle);
    assertEquals("Prepare 3.1", window.text("message-words"));
    assertEquals("S1", window.text("message-to"));
    assertFalse(window.inside(() -> window.playback().followingProperty().get()));
    javafx.scene.shape.Path mark =
        (javafx.scene.shape.Path) window.robot().lookup(".hop.selected").query();
    window.await(() -> !mark.getElements().isEmpty());
  }

  @Test
  void aCardAndAMessageOfTheInspectorsListAreSelectedToo() {
    window.robot().clickOn("#card-S2");
    assertEquals(
        new Selection.Server(new ServerId(2)),
        window.inside(() -> window.window().desk().selectionProperty().get()));
    TabPane tabs = (TabPane) window.find("inspector-tabs");
    window.robot().interact(() -> tabs.getSelectionModel().select(1));
    window.await(() -> window.robot().lookup("#messages").tryQuery().isPresent());
    ListView<?> messages = (ListView<?>) window.find("messages");
    window
        .robot()
        .interact(
            () -> {
              messages.requestFocus();
              messages.getSelectionModel().selectLast();
            });
    assertTrue(window.find("server-pane").isVisible(), "moving through the list looks at nothing");
    window.robot().push(KeyCode.ENTER);
    assertEquals("Prepare 3.1", window.text("message-words"));
    assertEquals("‹ S2", window.text("message-back"));
  }

  @Test
  void anotherRunForgetsAMessageThatIsNotInIt() {
    window.robot().clickOn(envelope("Prepare 3.1 → S3"));
    window.robot().interact(() -> window.window().desk().restart());
    window.await(() -> window.playback().sizeProperty().get() == 0);
    assertTrue(window.find("server-pane").isVisible());
    assertEquals("S1", window.text("inspector-name"));
  }

  private Node envelope(String text) {
    return envelope(text, "ring");
  }

  private Node envelope(String text, String within) {
    Set<Node> found = window.robot().from(window.find(within)).lookup(".envelope").queryAll();
    return found.stream()
        .filter(node -> ((Labeled) node).getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private boolean isSelected(Node node) {
    return window.inside(() -> node.getPseudoClassStates().contains(SELECTED));
  }

  private String xml() {
    return ((TextArea) window.find("xml")).getText();
  }
}
