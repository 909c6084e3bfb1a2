package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.cluster.HandStartedNodes;
import paxoscope.cluster.RemoteCluster;
import paxoscope.director.ClusterDirector;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.ClientAccess;
import paxoscope.support.FreePorts;
import paxoscope.trace.Decision;

/** The window on nodes that somebody else starts: {@code --connect}. */
@ExtendWith(ApplicationExtension.class)
class ConnectIT {

  private static final ServerId S2 = new ServerId(2);

  @TempDir private Path folder;
  private HandStartedNodes nodes;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    List<Integer> ports = FreePorts.inARow(5);
    nodes = new HandStartedNodes(folder, ports);
    window =
        new RealWindow(
            ports,
            folder,
            () ->
                new ClusterDirector(RemoteCluster.connect(nodes.addresses(), ClientAccess.LOCAL)));
    window.show(stage);
  }

  @AfterEach
  void end() {
    window.close();
    nodes.close();
  }

  @Test
  void withNoNodeReachableTheWindowSaysWhatToDoAndTriesAgainWhenToldTo() {
    window.await(() -> window.text("banner-text").startsWith("No node answers at 127.0.0.1:"));
    assertTrue(window.text("banner-text").contains("start the nodes first"));
    assertTrue(window.find("try-again").isVisible());
    assertTrue(window.servers().isDisable());
    assertTrue(standForNothing());
    window.press("play-A-wins");
    window.await(() -> window.text("banner-text").contains("no nodes to work with"));
    window.robot().push(KeyCode.F1);
    window.await(() -> window.find("help").isVisible());
    window.robot().push(KeyCode.ESCAPE);
    window.press("try-again");
    window.await(() -> window.text("banner-text").startsWith("No node answers at 127.0.0.1:"));
    connect();
    assertFalse(standForNothing());
    window.press("play-A-wins");
    window.awaitEnd("A_wins");
    window.assertAllFilesHold("123");
  }

  private boolean standForNothing() {
    return window.inside(
        () ->
            window
                .find("window")
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("empty")));
  }

  private void connect() {
    nodes.startAll();
    window.await(() -> window.find("try-again").isVisible());
    window.press("try-again");
    window.awaitNodes();
  }

  @Test
  void whileAPersonBringsAServerBackTheRunGoesOn() {
    beginAndCrash();
    window.command("recover S2");
    window.await(() -> saidThat("java -jar paxoscope-node.jar --id 2"));
    window.stepTo(window.inside(() -> window.playback().sizeProperty().get()) + 2);
    assertFalse(window.inside(() -> saidThat("S2 is back")));
    nodes.startAgain(2);
    window.await(() -> saidThat("S2 is back, with what was on its disk."));
    assertTrue(
        window.director().trace().steps().stream()
            .anyMatch(step -> step.decision().equals(new Decision.Recover(S2))));
    window.robot().interact(() -> window.playback().live());
    window.await(() -> window.playback().state().server(S2).alive());
    assertEquals(
        window.status(2).orElseThrow().promised(),
        window.inside(() -> window.playback().state().server(S2).promised()));
  }

  @Test
  void whoBeginsSomethingElseWaitsNoMore() {
    beginAndCrash();
    window.command("recover S2");
    window.await(() -> saidThat("Waiting until it answers"));
    window.robot().interact(() -> window.window().desk().restart());
    window.await(() -> saidThat("Not waiting for S2 any more"));
    nodes.startAgain(2);
    window.await(() -> window.playback().state().server(S2).alive());
    assertFalse(window.inside(() -> saidThat("S2 is back")));
  }

  // Two servers have promised: what comes next does not need S2.
  private void beginAndCrash() {
    connect();
    window.press("play-B-wins");
    window.await(() -> window.playback().underWayProperty().get());
    window.robot().interact(() -> window.playback().pause());
    window.stepTo(3);
    window.command("crash S2");
    window.await(() -> !window.playback().state().server(S2).alive());
  }

  private boolean saidThat(String text) {
    return window.said().stream().anyMatch(line -> line.contains(text));
  }
}
