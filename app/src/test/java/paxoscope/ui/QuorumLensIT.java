package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.director.PlayedScenarios;
import paxoscope.files.OpenedRun;
import paxoscope.files.RunFile;
import paxoscope.picture.Mark;
import paxoscope.support.FreePorts;
import paxoscope.ui.model.ViewChoice.View;
import paxoscope.ui.picture.PictureView;

/** The key that outlines the majorities for as long as it is held. */
@ExtendWith(ApplicationExtension.class)
class QuorumLensIT {

  @TempDir private Path folder;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    Path file = folder.resolve("BB_wins.paxosrun");
    RunFile.write(file, PlayedScenarios.play("BB_wins", Map.of()), List.of());
    window = new RealWindow(FreePorts.inARow(5), folder).beginningWith(OpenedRun.read(file));
    window.show(stage);
  }

  @AfterEach
  void end() {
    window.robot().release(KeyCode.Q);
    window.close();
  }

  private void jump(int step) {
    window.robot().interact(() -> window.playback().jump(step));
    window.robot().interact(() -> window.find("ring").getScene().getRoot().requestFocus());
  }

  private int size() {
    return window.inside(() -> window.playback().sizeProperty().get());
  }

  /** The roles of the lines around each card, for example "ab" for one that is in both. */
  private List<String> outlines() {
    List<String> all = new ArrayList<>();
    for (int server = 1; server <= 5; server++) {
      Node card = window.find("card-S" + server);
      StringBuilder roles = new StringBuilder();
      for (Node line : window.inside(() -> List.copyOf(card.lookupAll(".outline")))) {
        roles.append(line.getStyleClass().contains("role-a") ? "a" : "b");
      }
      all.add(roles.toString());
    }
    return all;
  }

  @Test
  void bothMajoritiesAndTheSharedServerAreOutlinedWhileTheKeyIsDown() {
    jump(size());
    window.robot().press(KeyCode.Q);
    assertEquals(List.of("a", "a", "ab", "b", "b"), outlines());
    assertEquals(
        "A 3.1 has the promises of S1, S2, S3, B 4.5 those of S3, S4, S5. In both: S3.",
        window.text("lens"));
    assertTrue(window.inside(() -> window.find("lens").isVisible()));
    window.robot().release(KeyCode.Q);
    assertEquals(List.of("", "", "", "", ""), outlines());
    assertFalse(window.inside(() -> window.find("lens").isVisible()));
  }

  @Test
  void whereThereIsNothingToShowOneLineSaysSoAndTheLensFollowsTheCursor() {
    jump(0);
    window.robot().press(KeyCode.Q);
    assertEquals(List.of("", "", "", "", ""), outlines());
    assertEquals("No proposal has the promises of a majority yet.", window.text("lens"));
    window.robot().interact(() -> window.playback().jump(size()));
    assertEquals(List.of("a", "a", "ab", "b", "b"), outlines());
  }

  @Test
  void theDiagramsOutlineTheNamesOfTheServers() {
    jump(size());
    Map<View, String> ids = Map.of(View.SLIDE, "slide-picture", View.SPACE_TIME, "space-time");
    for (View view : ids.keySet()) {
      window.robot().interact(() -> window.views().shownProperty().set(view));
      String id = ids.get(view);
      window.await(() -> boxes(id) > 0);
      long before = boxes(id);
      window.robot().press(KeyCode.Q);
      // The slide of the lecture beside it names the servers once more.
      window.await(() -> boxes(id) == before + 6 || boxes(id) == before + 12);
      window.robot().release(KeyCode.Q);
      window.await(() -> boxes(id) == before);
    }
  }

  private long boxes(String id) {
    PictureView view = (PictureView) window.find(id);
    return window.inside(
        () -> view.picture().marks().stream().filter(Mark.Box.class::isInstance).count());
  }
}
