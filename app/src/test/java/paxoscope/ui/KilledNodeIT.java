package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.protocol.ServerId;
import paxoscope.support.FreePorts;

/** A node whose process dies while an arrow flies to it. */
@ExtendWith(ApplicationExtension.class)
class KilledNodeIT {

  private static final ServerId S3 = new ServerId(3);

  @TempDir private Path folder;
  private final List<Integer> ports = FreePorts.inARow(5);
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new RealWindow(ports, folder);
    window.show(stage);
  }

  @BeforeEach
  void aPrepareFliesAndItsReceiverDies() {
    window.awaitNodes();
    window.robot().interact(() -> ((Slider) window.find("speed")).setValue(-1));
    window.press("play-B-wins");
    window.await(() -> window.playback().underWayProperty().get());
    window.robot().interact(() -> window.playback().pause());
    window.stepTo(3);
    window.robot().interact(() -> window.playback().forward());
    window.await(() -> window.playback().flightProperty().get() != null);
    assertEquals(
        S3,
        window.inside(() -> window.playback().flightProperty().get().messages().getFirst().to()));
    kill(3);
    window.robot().interact(() -> window.playback().touched());
    window.await(() -> !window.playback().state().server(S3).alive());
  }

  // Not through the program: as the operating system, or a person elsewhere, would do it.
  private void kill(int server) {
    String itself = "--id " + server + " --cluster 127.0.0.1:" + ports.getFirst();
    ProcessHandle process =
        ProcessHandle.current()
            .descendants()
            .filter(one -> one.info().commandLine().orElse("").contains(itself))
            .findFirst()
            .orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  @AfterEach
  void end() {
    window.close();
  }

  @Test
  void theCardSaysSinceWhenItIsDownAndTheBannerWhatToDo() {
    int since = window.inside(() -> window.playback().state().server(S3).downSince());
    window.await(() -> isShownOnTheCard("down, step " + since));
    assertTrue(
        window.inside(
            () ->
                window
                    .find("card-S3")
                    .getPseudoClassStates()
                    .contains(PseudoClass.getPseudoClass("down"))));
    window.await(
        () ->
            window
                .text("banner-text")
                .equals(
                    "S3 is down: its process has ended. To bring it back, type / and then: recover "
                        + ports.get(2)));
  }

  @Test
  void theRunGoesOnWithoutItAndItComesBackWhenToldTo() {
    int steps = window.inside(() -> window.playback().sizeProperty().get());
    window.stepTo(steps + 1);
    window.command("recover " + ports.get(2));
    window.await(() -> window.playback().traceProperty().get().size() > steps);
    window.robot().interact(() -> window.playback().live());
    window.await(() -> window.playback().state().server(S3).alive());
    window.await(() -> window.text("banner-text").isEmpty());
    window.press("play-A-wins");
    window.press("answer-yes");
    window.robot().interact(() -> ((Slider) window.find("speed")).setValue(1));
    window.awaitEnd("A_wins");
    window.assertAllFilesHold("123");
  }

  private boolean isShownOnTheCard(String text) {
    return window.robot().from(window.find("card-S3")).lookup(".port").queryAll().stream()
        .anyMatch(label -> ((Labeled) label).getText().equals(text));
  }
}
