package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.support.FreePorts;

/** The window when another program has a port of its nodes. */
@ExtendWith(ApplicationExtension.class)
class TroubleIT {

  @TempDir private Path folder;
  private RealWindow window;
  private ServerSocket stranger;

  @Start
  void start(Stage stage) throws IOException {
    List<Integer> ports = FreePorts.inARow(5);
    stranger = new ServerSocket(ports.get(2), 1, InetAddress.getLoopbackAddress());
    window = new RealWindow(ports, folder);
    window.show(stage);
  }

  @AfterEach
  void end() throws IOException {
    window.close();
    stranger.close();
  }

  @Test
  void aTakenPortIsNamedAndTryingAgainWorksOnceItIsFree() throws IOException {
    window.await(() -> window.text("banner-text").contains("is taken by another program"));
    assertTrue(window.find("try-again").isVisible());
    window.press("play-A-wins");
    window.await(() -> window.text("banner-text").contains("no nodes to work with"));
    stranger.close();
    window.press("try-again");
    window.awaitNodes();
    window.press("play-A-wins");
    window.awaitEnd("A_wins");
    window.assertAllFilesHold("123");
  }
}
