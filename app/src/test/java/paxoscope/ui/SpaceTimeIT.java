package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.picture.Mark;
import paxoscope.picture.Target;
import paxoscope.protocol.Outbound;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;
import paxoscope.ui.picture.PictureView;

/** The space-time view of a run on five real node processes. */
@ExtendWith(ApplicationExtension.class)
class SpaceTimeIT {

  @TempDir private Path folder;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new RealWindow(folder);
    window.show(stage);
  }

  @BeforeEach
  void aRunIsShown() {
    window.awaitNodes();
    window.press("play-BB-wins");
    window.awaitEnd("BB_wins");
    ToggleButton button = (ToggleButton) window.find("view-space-time");
    window.robot().interact(button::fire);
    window.await(() -> !picture().picture().marks().isEmpty());
  }

  @AfterEach
  void end() {
    window.close();
  }

  private PictureView picture() {
    return (PictureView) window.find("space-time");
  }

  private Trace trace() {
    return window.playback().traceProperty().get();
  }

  private Passage refusal() {
    return window.inside(
        () -> {
          int count = trace().passageCount(trace().size());
          for (int serial = 1; serial <= count; serial++) {
            if (trace().passage(serial).content().kind() == Outbound.Kind.NACK) {
              return trace().passage(serial);
            }
          }
          throw new AssertionError("Nothing was refused.");
        });
  }

  /** To be asked on the window's thread. */
  private Mark.Line arrow(Passage passage) {
    return picture().picture().marks().stream()
        .filter(mark -> mark.target().equals(new Target.OfMessage(passage.serial())))
        .filter(Mark.Line.class::isInstance)
        .map(Mark.Line.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** The width of one step, from where an arrow begins and ends; as above. */
  private double stepWidth(Passage passage) {
    Mark.Line line = arrow(passage);
    return (line.x2() - line.x1()) / (passage.endStep() - passage.sentStep());
  }

  private void click(double x, double y) {
    Point2D place = window.inside(() -> picture().localToScreen(x, y));
    window.robot().clickOn(place);
  }

  @Test
  void aClickOnAnArrowGoesToItsReceiptSelectsItAndTheNarrationTellsIt() {
    Passage refusal = refusal();
    String before = window.text("headline");
    Mark.Line line = window.inside(() -> arrow(refusal));
    click(line.x1() + (line.x2() - line.x1()) * 0.6, line.y1() + (line.y2() - line.y1()) * 0.6);
    window.await(() -> window.playback().cursorProperty().get() == refusal.endStep());
    assertEquals("PAST", window.text("live"));
    assertNotEquals(before, window.text("headline"));
    window.await(() -> picture().getAccessibleText().contains("Refused, promised 4.5"));
    assertTrue(
        window.inside(() -> picture().picture().title()).contains("arrived in step"),
        "it is told where the message went");
    window.robot().push(KeyCode.ESCAPE);
    window.robot().moveTo(window.find("play"));
    window.await(() -> !picture().getAccessibleText().contains("Refused"));
    assertEquals(refusal.endStep(), window.inside(() -> window.playback().cursorProperty().get()));
  }

  @Test
  void keysZoomPanAndFitAndLeaveTheMomentAlone() {
    Passage refusal = refusal();
    int cursor = window.inside(() -> window.playback().cursorProperty().get());
    double usual = window.inside(() -> stepWidth(refusal));
    window.robot().push(KeyCode.MINUS);
    window.await(() -> stepWidth(refusal) < usual);
    window.robot().push(KeyCode.DIGIT0);
    window.await(() -> stepWidth(refusal) == usual);
    double where = window.inside(() -> arrow(refusal).x1());
    window.robot().push(KeyCode.PLUS);
    window.await(() -> picture().picture().marks().size() > 5);
    window.robot().push(KeyCode.SHIFT, KeyCode.LEFT);
    window.robot().push(KeyCode.SHIFT, KeyCode.LEFT);
    window.robot().push(KeyCode.SHIFT, KeyCode.LEFT);
    window.await(() -> arrow(refusal).x1() > where);
    assertEquals(cursor, window.inside(() -> window.playback().cursorProperty().get()));
    window.press("zoom-fit");
    window.await(() -> stepWidth(refusal) == usual);
    window.robot().push(KeyCode.LEFT);
    window.await(() -> window.playback().cursorProperty().get() == cursor - 1);
  }

  @Test
  void theKeyboardGoesFromMessageToMessage() {
    window.robot().push(KeyCode.HOME);
    window.await(() -> window.playback().cursorProperty().get() == 0);
    window.robot().push(KeyCode.N);
    window.await(() -> picture().getAccessibleText().contains("Prepare 3.1, S1 to S1"));
    window.robot().push(KeyCode.N);
    window.await(() -> picture().getAccessibleText().contains("Prepare 3.1, S1 to S2"));
    assertTrue(window.inside(() -> window.playback().cursorProperty().get() > 0));
    window.robot().push(KeyCode.P);
    window.await(() -> picture().getAccessibleText().contains("Prepare 3.1, S1 to S1"));
    assertFalse(window.inside(() -> window.playback().followingProperty().get()));
  }
}
