package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.files.OpenedRun;
import paxoscope.protocol.ServerId;
import paxoscope.support.Documents;
import paxoscope.support.FreePorts;
import paxoscope.trace.Trace;
import paxoscope.ui.model.ViewChoice.View;

/** The window on a recorded run, with no node until one is needed. */
@ExtendWith(ApplicationExtension.class)
class RecordedWindowIT {

  @TempDir private Path folder;
  private final List<Integer> ports = FreePorts.inARow(5);
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    Path file = folder.resolve("example.paxosrun");
    Files.writeString(file, Documents.example("docs/run-format.md", "json"));
    window = new RealWindow(ports, folder).beginningWith(OpenedRun.read(file));
    window.show(stage);
  }

  @AfterEach
  void end() {
    window.close();
  }

  @Test
  void itIsPlayedByTheCursorAndNoNodeIsStarted() {
    assertEquals("RECORDED", window.text("live"));
    assertEquals(3, window.cards().size());
    int size = window.playback().sizeProperty().get();
    window.robot().interact(() -> window.find("ring").getScene().getRoot().requestFocus());
    for (int step = 1; step <= size; step++) {
      int wanted = step;
      window.robot().push(KeyCode.RIGHT);
      window.await(() -> window.playback().cursorProperty().get() == wanted);
    }
    assertTrue(window.find("forward").isDisabled());
    window.robot().push(KeyCode.HOME);
    window.await(() -> window.text("step").equals("step 0 of " + size));
    assertFalse(window.inside(() -> window.window().desk().connectedProperty().get()));
    assertTrue(window.window().desk().director().isEmpty());
    assertFalse(window.find("try-again").isVisible());
  }

  @Test
  void everyViewShowsItsMoments() {
    int size = window.playback().sizeProperty().get();
    for (View view : View.values()) {
      window.robot().interact(() -> window.views().shownProperty().set(view));
      for (int step = 0; step <= size; step++) {
        int wanted = step;
        window.robot().interact(() -> window.playback().jump(wanted));
      }
      assertEquals("RECORDED", window.text("live"));
    }
  }

  @Test
  void homeAndEndGoThroughTheRunAlsoAfterAClickOnTheSpeed() {
    Slider speed = (Slider) window.find("speed");
    window.robot().clickOn(speed);
    double clicked = window.inside(speed::getValue);
    window.robot().push(KeyCode.END);
    int size = window.playback().sizeProperty().get();
    window.await(() -> window.playback().cursorProperty().get() == size);
    assertEquals(clicked, window.inside(speed::getValue));
    window.robot().push(KeyCode.HOME);
    window.await(() -> window.playback().cursorProperty().get() == 0);
    assertEquals(clicked, window.inside(speed::getValue));
  }

  @Test
  void aScenarioStartsTheNodesAndIsLive() {
    // The recording has three servers; what is chosen above is played on the five nodes.
    ComboBox<?> proposerB = (ComboBox<?>) window.find("server-B");
    assertEquals("S5", window.inside(proposerB::getValue));
    window.press("play-A-wins");
    window.awaitNodes();
    window.awaitEnd("A_wins");
    assertEquals("LIVE", window.text("live"));
    assertEquals("S5", window.inside(proposerB::getValue));
    Trace played = window.inside(() -> window.playback().traceProperty().get());
    assertEquals(Optional.of(new ServerId(5)), played.header().proposerB());
    window.assertAllFilesHold("123");
  }
}
