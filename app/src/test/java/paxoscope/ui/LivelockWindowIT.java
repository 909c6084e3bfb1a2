package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.trace.Trace;
import paxoscope.ui.experiment.ExperimentController;

/** A livelock in the window: the meter, the dial of the cure, and the experiment. */
@ExtendWith(ApplicationExtension.class)
class LivelockWindowIT {

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
    window.robot().interact(() -> window.find("ring").getScene().getRoot().requestFocus());
  }

  @AfterEach
  void end() {
    window.close();
  }

  private String text(String id) {
    return window.inside(() -> ((Labeled) window.find(id)).getText());
  }

  private int overtakings() {
    return window.inside(
        () ->
            window
                .playback()
                .traceProperty()
                .get()
                .overtakingCount(window.playback().cursorProperty().get()));
  }

  @Test
  void theMeterCountsAndTheDialDecidesWhetherTheCureHelps() {
    assertFalse(window.inside(() -> window.find("duel-bar").isVisible()));
    window.press("play-livelock");
    window.await(() -> overtakings() >= 3);
    window.await(() -> window.find("cure").isVisible());
    Slider dial = (Slider) window.find("cure-dial");
    assertEquals("100 %", text("cure-dial-text"));
    window.robot().interact(() -> dial.setValue(0));
    assertEquals("0 %", text("cure-dial-text"));
    window.press("cure");
    int atCure = overtakings();
    window.await(() -> overtakings() >= atCure + 4);
    assertTrue(window.inside(() -> window.playback().state().chosen().isEmpty()));
    // From the keyboard: it is the focused slider that takes the arrows.
    window.robot().interact(dial::requestFocus);
    window.robot().interact(dial::increment);
    assertEquals("10 %", text("cure-dial-text"));
    window.robot().interact(() -> dial.setValue(100));
    window.press("cure");
    window.awaitEnd("livelock");
    window.await(() -> !window.find("cure").isVisible());
    goBackAndForth();
  }

  private void goBackAndForth() {
    int all = overtakings();
    assertEquals(all + " overtakings", text("overtaking-count"));
    Trace trace = window.inside(() -> window.playback().traceProperty().get());
    window.robot().interact(() -> window.playback().jump(trace.overtaking(2).step() - 1));
    assertEquals("1 overtaking", text("overtaking-count"));
    HBox marks = (HBox) window.find("overtaking-marks");
    assertEquals(
        List.of("A"),
        window.inside(
            () -> marks.getChildren().stream().map(mark -> ((Labeled) mark).getText()).toList()));
    window.robot().interact(() -> window.playback().jump(0));
    assertFalse(window.inside(() -> window.find("duel-bar").isVisible()));
    window.robot().interact(() -> window.playback().live());
    assertEquals(all + " overtakings", text("overtaking-count"));
  }

  @Test
  void theExperimentIsFoughtStoppedAndExported() throws IOException {
    window.robot().interact(() -> window.window().area(ExperimentController.class).open());
    window.robot().interact(() -> ((TextField) window.find("experiment-dial")).setText("0, x"));
    window.press("experiment-begin");
    assertTrue(text("experiment-complaint").contains("‘x’ is no whole number"));
    window.robot().interact(() -> ((TextField) window.find("experiment-dial")).setText("0, 100"));
    window.robot().interact(() -> ((TextField) window.find("experiment-repeats")).setText("50"));
    window.press("experiment-begin");
    window.await(() -> text("experiment-reached").matches("[2-9] of 100 duels"));
    assertTrue(window.find("experiment-plot").getAccessibleText().contains("At 0 percent most"));
    window.press("experiment-stop");
    window.await(() -> window.find("experiment-begin").isVisible());
    assertTrue(text("experiment-reached").matches("ended after [2-9] of 100 duels"));
    Path csv = folder.resolve("duels.csv");
    window.willChoose(csv);
    window.await(() -> !window.find("experiment-export").isDisabled());
    window.press("experiment-export");
    window.await(() -> Files.exists(csv));
    List<String> lines = Files.readAllLines(csv);
    assertTrue(lines.size() >= 3, lines::toString);
    window.robot().push(KeyCode.ESCAPE);
    assertFalse(window.inside(() -> window.find("experiment").isVisible()));
    // The servers are as if nothing had been, and no duel is kept as a run.
    window.await(() -> window.playback().sizeProperty().get() == 0);
    assertTrue(window.cards().stream().allMatch(card -> card.promised().isEmpty()));
    assertFalse(Files.exists(folder.resolve("runs").resolve("last.paxosrun")));
    window.press("play-A-wins");
    window.awaitEnd("A_wins");
    window.assertAllFilesHold("123");
  }

  @Test
  void theCommandBarBeginsAnExperimentAndWritesItsFile() {
    Path page = folder.resolve("duels.html");
    window
        .robot()
        .interact(
            () ->
                window
                    .window()
                    .desk()
                    .commands()
                    .carryOut("experiment livelock repeats=1 dial=0,100 --to '" + page + "'"));
    window.await(() -> Files.exists(page));
    assertEquals("2 of 2 duels", text("experiment-reached"));
  }
}
