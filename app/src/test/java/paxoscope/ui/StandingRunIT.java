package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.protocol.ServerId;
import paxoscope.support.FreePorts;

/** Processes that somebody else kills, stops and lets go on while a run stands still. */
@ExtendWith(ApplicationExtension.class)
class StandingRunIT {

  private static final ServerId S4 = new ServerId(4);
  private static final ServerId S5 = new ServerId(5);

  @TempDir private Path folder;
  private final List<Integer> ports = FreePorts.inARow(5);
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new RealWindow(ports, folder);
    window.show(stage);
  }

  @AfterEach
  void end() {
    window.close();
  }

  @Test
  void bothAreShownThoughNobodyTakesAStepAndTheOneThatGoesOnIsBack() throws Exception {
    window.awaitNodes();
    window.press("play-B-wins");
    window.await(() -> window.playback().underWayProperty().get());
    window.robot().interact(() -> window.playback().pause());
    window.stepTo(3);
    int steps = window.inside(() -> window.playback().sizeProperty().get());
    signal("STOP", S5);
    signal("KILL", S4);
    window.await(() -> isShownOnTheCard(S4, "down, step "));
    window.await(() -> isShownOnTheCard(S5, "no answer, step "));
    assertEquals(
        steps + 2, window.inside(() -> window.playback().traceProperty().get().size()).intValue());
    window.await(() -> window.text("banner-text").startsWith("S4, S5 do not answer"));
    signal("CONT", S5);
    window.await(() -> window.playback().state().server(S5).alive());
    window.await(() -> window.text("banner-text").startsWith("S4 is down"));
    window.command("recover " + ports.get(3));
    window.await(() -> window.text("banner-text").isEmpty());
  }

  private void signal(String name, ServerId server) throws Exception {
    String itself = "--id " + server.number() + " --cluster 127.0.0.1:" + ports.getFirst();
    long process =
        ProcessHandle.current()
            .descendants()
            .filter(one -> one.info().commandLine().orElse("").contains(itself))
            .findFirst()
            .orElseThrow()
            .pid();
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process)).start();
    assertEquals(0, kill.waitFor());
  }

  private boolean isShownOnTheCard(ServerId server, String text) {
    return window.robot().from(window.find("card-" + server)).lookup(".port").queryAll().stream()
        .anyMatch(label -> ((Labeled) label).getText().startsWith(text));
  }
}
