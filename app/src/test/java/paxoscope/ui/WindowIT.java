package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.ServerView;
import paxoscope.ui.model.Selection;

/** The window on five real node processes. */
@ExtendWith(ApplicationExtension.class)
class WindowIT {

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
  }

  @AfterEach
  void end() {
    window.close();
  }

  @Test
  void itStartsWithFiveLiveServersThatHoldNothing() {
    assertEquals(5, window.cards().size());
    assertTrue(window.cards().stream().allMatch(ServerView::alive));
    assertEquals("step 0 of 0", window.text("step"));
    assertTrue(window.find("play").isDisabled());
    window.assertCardsShowTheNodes();
  }

  @Test
  void setValuePutsTheValueIntoAllFiveFiles() {
    window.press("play-set-value");
    window.awaitEnd("set_value");
    window.assertAllFilesHold("123");
  }

  @Test
  void aWinsEndsWithTheValueOfAEverywhere() {
    window.press("play-A-wins");
    window.awaitEnd("A_wins");
    window.assertAllFilesHold("123");
  }

  @Test
  void bWinsEndsWithTheValueOfAEverywhereAndTellsBothClients() {
    window.press("play-B-wins");
    window.awaitEnd("B_wins");
    window.assertAllFilesHold("123");
    window.await(
        () ->
            window.saidToClients().size() == 2
                && window.saidToClients().stream().anyMatch(said -> said.contains("updated"))
                && window.saidToClients().stream().anyMatch(said -> said.contains("'456' is not")));
  }

  @Test
  void bbWinsEndsWithTheValueOfBAndThenALearnsItByRetrying() {
    window.press("play-BB-wins");
    window.awaitEnd("BB_wins");
    window.assertAllFilesHold("456");
    window.robot().interact(() -> window.topBar().play("A_retries"));
    window.awaitEnd("A_retries");
    window.assertAllFilesHold("456");
  }

  @Test
  void livelockGoesOnUntilSomebodyCuresIt() {
    window.press("play-livelock");
    window.await(() -> window.playback().sizeProperty().get() > 40);
    assertTrue(window.inside(() -> window.playback().state().chosen().isEmpty()));
    window.await(() -> window.find("cure").isVisible());
    window.press("cure");
    window.awaitEnd("livelock");
    ClusterState end = window.inside(() -> window.playback().state());
    window.assertAllFilesHold(end.chosen().orElseThrow().value().text());
  }

  @Test
  void restartMakesEveryServerForgetEverything() {
    window.press("play-A-wins");
    window.awaitEnd("A_wins");
    window.press("restart");
    window.press("answer-yes");
    window.await(() -> window.playback().sizeProperty().get() == 0);
    assertTrue(window.cards().stream().allMatch(card -> card.promised().isEmpty()));
    window.assertCardsShowTheNodes();
  }

  @Test
  void steppingAndGoingBackShowsTheSameMomentsAndDisturbsNoNode() {
    window.press("play-B-wins");
    window.await(() -> window.playback().cursorProperty().get() >= 6);
    window.robot().interact(() -> window.playback().pause());
    window.await(() -> window.playback().flightProperty().get() == null);
    ClusterState live = window.inside(() -> window.playback().state());
    window.robot().interact(() -> window.playback().jump(2));
    assertEquals("PAST", window.text("live"));
    ClusterState past = window.inside(() -> window.playback().state());
    assertEquals(2, past.cursor());
    window.robot().interact(() -> window.playback().live());
    assertEquals(
        live, window.inside(() -> window.playback().traceProperty().get().at(live.cursor())));
    window.robot().interact(() -> window.playback().play());
    window.awaitEnd("B_wins");
    window.assertAllFilesHold("123");
  }

  @Test
  void aKilledServerIsGreyAndComesBackWithWhatItHad() {
    window.press("play-A-wins");
    window.awaitEnd("A_wins");
    String port = Integer.toString(window.cards().get(2).port());
    window.command("crash " + port);
    window.await(() -> !window.playback().state().server(new ServerId(3)).alive());
    assertTrue(window.status(3).isEmpty());
    window.command("recover " + port);
    window.await(() -> window.playback().state().server(new ServerId(3)).alive());
    window.assertAllFilesHold("123");
  }

  @Test
  void theInspectorTellsHistoryMessagesAndExactXml() {
    window.press("play-A-wins");
    window.awaitEnd("A_wins");
    window
        .robot()
        .interact(
            () ->
                window
                    .window()
                    .desk()
                    .selectionProperty()
                    .set(new Selection.Server(new ServerId(3))));
    assertEquals("S3", window.text("inspector-name"));
    ListView<?> history = (ListView<?>) window.find("history");
    assertFalse(history.getItems().isEmpty());
    window.robot().interact(() -> window.tabs().getSelectionModel().select(1));
    window.await(() -> window.robot().lookup("#messages").tryQuery().isPresent());
    ListView<?> messages = (ListView<?>) window.find("messages");
    window
        .robot()
        .interact(
            () -> {
              messages.requestFocus();
              messages.getSelectionModel().selectLast();
            });
    window.robot().push(KeyCode.ENTER);
    window.await(
        () ->
            window.robot().lookup("#xml").tryQuery().isPresent()
                && ((TextArea) window.find("xml")).getText().contains("<methodCall>"));
  }

  @Test
  void theKeyboardAloneIsEnough() {
    window.robot().interact(() -> window.find("ring").getScene().getRoot().requestFocus());
    window.robot().push(KeyCode.DIGIT2);
    window.awaitEnd("A_wins");
    window.robot().push(KeyCode.LEFT);
    window.await(() -> window.text("live").equals("PAST"));
    window.robot().push(KeyCode.L);
    window.await(() -> window.text("live").equals("LIVE"));
    window.robot().push(KeyCode.HOME);
    window.await(() -> window.playback().cursorProperty().get() == 0);
    window.robot().push(KeyCode.END);
    window.await(() -> window.playback().cursorProperty().get() > 0);
    window.robot().push(KeyCode.R);
    window.await(() -> window.find("question").isVisible());
    window.robot().push(KeyCode.ESCAPE);
    window.await(() -> !window.find("question").isVisible());
    window.robot().push(KeyCode.F1);
    window.await(() -> window.find("help").isVisible());
    window.robot().push(KeyCode.ESCAPE);
    window.await(() -> !window.find("help").isVisible());
    window.assertAllFilesHold("123");
  }

  @Test
  void theScreenGoesBlackAndComesBack() {
    window.robot().interact(() -> window.find("ring").getScene().getRoot().requestFocus());
    assertFalse(window.find("blank").isVisible());
    window.robot().push(KeyCode.B);
    window.await(() -> window.find("blank").isVisible());
    Bounds blank = window.inside(() -> window.find("blank").getBoundsInParent());
    Scene scene = window.find("ring").getScene();
    assertEquals(new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), blank);
    window.robot().push(KeyCode.B);
    window.await(() -> !window.find("blank").isVisible());
    window.robot().push(KeyCode.B);
    window.await(() -> window.find("blank").isVisible());
    window.robot().push(KeyCode.ESCAPE);
    window.await(() -> !window.find("blank").isVisible());
  }

  @Test
  void aWrongCommandGetsOneLineAndNothingElseHappens() {
    window.command("crush 8000");
    window.await(() -> window.text("last-line").contains("There is no command"));
    assertEquals(0, window.playback().sizeProperty().get());
  }
}
