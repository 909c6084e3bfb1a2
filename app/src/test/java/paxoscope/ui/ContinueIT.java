package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;
import paxoscope.ui.model.Playback;

/** Going on from a moment of the past, on five real node processes. */
@ExtendWith(ApplicationExtension.class)
class ContinueIT {

  @TempDir private Path folder;

  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new RealWindow(folder);
    window.show(stage);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theServersGoBackToTheMomentAndOnFromThere() {
    window.awaitNodes();
    window.press("play-B-wins");
    window.awaitEnd("B_wins");
    Playback playback = window.playback();
    Trace whole = window.inside(() -> playback.traceProperty().get());
    window.await(() -> window.text("last-line").contains("responded"));
    assertTrue(window.find("last-line").isVisible());
    window.robot().interact(() -> playback.jump(12));
    assertFalse(window.find("last-line").isVisible(), "nobody was answered by then");
    window.press("continue");
    window.press("answer-yes");
    window.await(() -> playback.traceProperty().get() != whole);
    window.await(() -> playback.underWayProperty().get());
    assertEquals(12, window.inside(() -> playback.cursorProperty().get()));
    window.assertCardsShowTheNodes();
    assertEquals("", window.text("last-line"));
    assertTrue(window.text("banner-text").startsWith("The servers stand at step 12 again"));
    MenuItem branch = window.inside(() -> window.menu("branches").getItems().getFirst());
    window.robot().interact(branch::fire);
    window.press("answer-no");
    assertTrue(window.inside(() -> playback.underWayProperty().get()), "nothing ends unasked");
    window.press("play");
    window.await(() -> window.text("banner-text").isEmpty());
    window.awaitEnd("B_wins");
    Trace again = window.inside(() -> playback.traceProperty().get());
    assertEquals(decisions(whole), decisions(again));
    window.assertAllFilesHold("123");
    window.robot().interact(branch::fire);
    window.await(() -> playback.traceProperty().get() == whole);
    assertEquals(12, window.inside(() -> playback.cursorProperty().get()), "where it was left");
    assertEquals("RECORDED", window.text("live"));
  }

  @Test
  void decisionsAreOneKeyApart() {
    window.awaitNodes();
    window.press("play-B-wins");
    window.awaitEnd("B_wins");
    Playback playback = window.playback();
    window.robot().interact(() -> playback.jump(0));
    window.press("next-decision");
    int first = window.inside(() -> playback.cursorProperty().get());
    assertTrue(window.inside(() -> playback.state().chosen().isPresent()), "at step " + first);
    window.press("next-decision");
    assertTrue(window.inside(() -> playback.cursorProperty().get()) > first);
    window.press("previous-decision");
    assertEquals(first, window.inside(() -> playback.cursorProperty().get()));
  }

  private static List<String> decisions(Trace trace) {
    return trace.steps().stream().map(TraceStep::decision).map(Object::toString).toList();
  }
}
