package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.files.ScenarioLibrary;

/** The window that is started with a scenario of the user's own. */
@ExtendWith(ApplicationExtension.class)
class OwnScenarioStartIT {

  @TempDir private Path folder;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    String text = ScenarioLibrary.text("A_wins").replace("default: \"123\"", "default: mine");
    window =
        new RealWindow(folder).beginningWith(Files.writeString(folder.resolve("mine.yaml"), text));
    window.show(stage);
  }

  @AfterEach
  void end() {
    window.close();
  }

  @Test
  void itIsOfferedOnceTheNodesAreThereAndPlayedWithItsOwnDefaults() {
    window.awaitNodes();
    window.await(() -> window.find("parameters").isVisible());
    assertEquals("Previous value already chosen", window.text("parameters-title"));
    window.press("parameters-play");
    window.awaitEnd("A_wins");
    window.assertAllFilesHold("mine");
  }
}
