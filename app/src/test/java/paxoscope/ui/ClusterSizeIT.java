package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.support.FreePorts;

/** The window on seven node processes, and its change to another number of them. */
@ExtendWith(ApplicationExtension.class)
class ClusterSizeIT {

  private final List<Integer> ports = FreePorts.inARow(7);
  private final Set<ProcessHandle> ofOtherTests = children().collect(Collectors.toSet());

  @TempDir private Path folder;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new RealWindow(ports, folder).orWith(ports).orWith(ports.subList(0, 3));
    window.show(stage);
  }

  @BeforeEach
  void nodesAreThere() {
    window.awaitNodes();
  }

  @AfterEach
  void end() {
    window.close();
  }

  @Test
  void sevenServersAgreeAndNothingThatWaitsCoversACard() {
    window.press("play-set-value");
    for (int step = 1; step <= 10; step++) {
      window.stepTo(step);
      assertNothingIsCovered(7);
    }
    window.robot().interact(() -> window.playback().play());
    window.awaitEnd("set_value");
    window.assertAllFilesHold("123");
    assertEquals(7, window.cards().size());
  }

  private void assertNothingIsCovered(int servers) {
    List<String> covered =
        window.inside(
            () -> {
              window.find("ring").getScene().getRoot().layout();
              return covered(servers);
            });
    assertEquals(List.of(), covered);
  }

  private List<String> covered(int servers) {
    List<String> ids =
        IntStream.rangeClosed(1, servers)
            .boxed()
            .flatMap(number -> Stream.of("card-S" + number, "held-S" + number))
            .filter(id -> shown(id).isPresent())
            .toList();
    return ids.stream()
        .flatMap(
            one ->
                ids.stream()
                    .filter(other -> one.compareTo(other) < 0)
                    .filter(other -> shown(one).get().intersects(shown(other).get()))
                    .map(other -> one + " and " + other))
        .toList();
  }

  // Where it is laid out, without shadows.
  private Optional<Bounds> shown(String id) {
    Node node = window.find(id);
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return Optional.of(bounds).filter(box -> box.getWidth() > 1);
  }

  @Test
  void aScenarioForFiveSaysSoInTheBanner() {
    window.press("play-B-wins");
    window.await(
        () -> window.text("banner-text").startsWith("B_wins needs five servers, and here are 7"));
    assertEquals(0, window.inside(() -> window.playback().sizeProperty().get()));
  }

  @Test
  void afterAQuestionTheNodesEndAndAsManyOthersStart() {
    List<ProcessHandle> before = nodes();
    assertEquals(7, before.size());
    choose(3);
    window.press("answer-no");
    assertTrue(item(7).isSelected());
    assertFalse(item(3).isSelected());
    choose(3);
    window.press("answer-yes");
    window.await(() -> window.window().desk().connectedProperty().get() && nodes().size() == 3);
    assertTrue(before.stream().noneMatch(ProcessHandle::isAlive));
    assertTrue(item(3).isSelected());
    assertEquals(List.of("S1", "S3"), window.inside(this::proposers));
    assertTrue(
        window
            .inside(() -> ((TextField) window.find("command")).getPromptText())
            .contains("set_value %d ".formatted(ports.getFirst())));
    window.press("play-set-value");
    window.awaitEnd("set_value");
    window.assertAllFilesHold("123");
    assertEquals(3, window.cards().size());
  }

  private List<String> proposers() {
    return List.of(choice("server-A").getValue(), choice("server-B").getValue());
  }

  @SuppressWarnings("unchecked") // The FXML says what is in the box.
  private ComboBox<String> choice(String id) {
    return (ComboBox<String>) window.find(id);
  }

  private List<ProcessHandle> nodes() {
    return children().filter(child -> !ofOtherTests.contains(child)).toList();
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive);
  }

  private void choose(int servers) {
    window.robot().interact(() -> item(servers).fire());
    window.await(() -> window.find("question").isVisible());
  }

  private RadioMenuItem item(int servers) {
    return window.servers().getItems().stream()
        .filter(item -> item.getUserData().equals(servers))
        .map(RadioMenuItem.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
