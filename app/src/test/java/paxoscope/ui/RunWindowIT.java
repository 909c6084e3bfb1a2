package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListCell;
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
import paxoscope.files.RunFile;
import paxoscope.runtext.RecordedRun;
import paxoscope.trace.Trace;

/** Saving, opening and comparing runs, in a window on five real node processes. */
@ExtendWith(ApplicationExtension.class)
class RunWindowIT {

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

  private Trace shown() {
    return window.inside(() -> window.playback().traceProperty().get());
  }

  private Path played(String scenario) {
    window.press("play-" + scenario.replace('_', '-'));
    window.awaitEnd(scenario);
    Path file = folder.resolve(scenario + ".paxosrun");
    window.willChoose(file);
    window.robot().interact(() -> window.find("ring").getScene().getRoot().requestFocus());
    window.robot().push(KeyCode.CONTROL, KeyCode.S);
    window.await(() -> Files.exists(file));
    return file;
  }

  @Test
  void aRunIsSavedAndOpenedAndTheWayBackLeadsToLiveServers() {
    Path file = played("A_wins");
    window.await(() -> window.text("banner-text").contains("saved in " + file));
    Trace live = shown();
    RecordedRun saved = RunFile.read(file);
    assertEquals(live.steps(), saved.trace().steps());
    assertFalse(saved.calls().isEmpty());

    window.robot().push(KeyCode.CONTROL, KeyCode.O);
    window.await(() -> window.text("live").equals("RECORDED"));
    assertEquals("step 0 of " + live.size(), window.text("step"));
    assertTrue(window.text("banner-text").contains("A_wins.paxosrun is a recording"));
    window.robot().interact(() -> window.playback().play());
    window.await(() -> window.playback().cursorProperty().get() == live.size());
    assertEquals(live.at(live.size()), window.inside(() -> window.playback().state()));
    assertEquals("RECORDED", window.text("live"));

    window.robot().push(KeyCode.L);
    window.await(() -> window.text("live").equals("LIVE"));
    assertEquals(live, shown());
    assertEquals("", window.text("banner-text"));
    window.press("play-B-wins");
    window.awaitEnd("B_wins");
    window.assertAllFilesHold("123");
  }

  @Test
  void theInspectorShowsTheXmlThatWasSavedWithTheRun() {
    Path file = played("A_wins");
    window.press("restart");
    window.press("answer-yes");
    window.await(() -> window.playback().sizeProperty().get() == 0);
    window.robot().interact(() -> window.window().runs().open(file));
    window.await(() -> window.text("live").equals("RECORDED"));
    window.robot().interact(() -> window.playback().jump(window.playback().sizeProperty().get()));
    window.robot().interact(() -> window.tabs().getSelectionModel().select(1));
    window.await(() -> window.robot().lookup("#messages").tryQuery().isPresent());
    ListView<?> messages = (ListView<?>) window.find("messages");
    window.await(() -> !messages.getItems().isEmpty());
    window.robot().interact(messages::requestFocus);
    window.robot().interact(() -> messages.getSelectionModel().selectLast());
    window.robot().push(KeyCode.ENTER);
    window.await(
        () ->
            window.robot().lookup("#xml").tryQuery().isPresent()
                && ((TextArea) window.find("xml")).getText().contains("<methodCall>"));
  }

  @Test
  void aFileThatIsNoRunIsToldInTheBannerAndNothingIsLost() throws IOException {
    window.press("play-A-wins");
    window.awaitEnd("A_wins");
    Trace before = shown();
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Sir,\n");
    window.robot().interact(() -> window.window().runs().open(letter));
    window.await(() -> window.text("banner-text").contains("letter.txt, line 1: this is no run"));
    window.robot().interact(() -> window.window().runs().save(letter));
    window.await(() -> window.text("banner-text").contains("it is not replaced"));
    window.robot().interact(() -> window.window().runs().compare(folder.resolve("none")));
    window.await(() -> window.text("banner-text").contains("There is no file"));
    assertEquals(before, shown());
    assertEquals("Dear Sir,\n", Files.readString(letter));
    // Somebody who leaves the ending out was asked about another name.
    Path kept = Files.writeString(folder.resolve("kept.paxosrun"), "not to be lost");
    window.willChoose(folder.resolve("kept"));
    window.robot().interact(() -> window.window().runs().chooseAndSave());
    window.await(() -> window.text("banner-text").contains("kept.paxosrun is there already"));
    assertEquals("not to be lost", Files.readString(kept));
    assertEquals("LIVE", window.text("live"));
    assertFalse(window.find("try-again").isVisible());
  }

  @Test
  void twoRunsStandSideBySideAndAClickGoesToAStep() {
    Path file = played("A_wins");
    window.press("play-B-wins");
    window.awaitEnd("B_wins");
    window.robot().interact(() -> window.window().runs().compare(file));
    window.await(() -> window.find("compare").isVisible());
    int first =
        window
            .inside(() -> window.window().runs().pairProperty().get().difference())
            .orElseThrow()
            .step();
    assertEquals("The runs first differ in step " + first + ".", window.text("compare-result"));
    ListView<?> rows = (ListView<?>) window.find("compare-rows");
    assertEquals(first, window.inside(() -> rows.getSelectionModel().getSelectedItem()));
    // A row is one line: several are seen at once, and what led to the difference is among them.
    window.await(
        () ->
            window.robot().lookup(".compare-cell").queryAllAs(ListCell.class).stream()
                    .filter(cell -> !cell.isEmpty() && cell.getHeight() * 5 < rows.getHeight())
                    .count()
                >= 5);
    window.robot().interact(rows::requestFocus);
    window.robot().push(KeyCode.ENTER);
    window.await(() -> !window.find("compare").isVisible());
    assertEquals(first, window.inside(() -> window.playback().cursorProperty().get()));

    window.robot().interact(() -> window.window().runs().compare(file));
    window.await(() -> window.find("compare").isVisible());
    window.robot().push(KeyCode.ESCAPE);
    window.await(() -> !window.find("compare").isVisible());
  }

  @Test
  void theLastRunIsKeptWithoutBeingAskedFor() {
    window.robot().interact(() -> window.window().runs().openLast());
    window.await(() -> window.text("banner-text").contains("No run has been kept yet"));
    window.press("play-BB-wins");
    window.awaitEnd("BB_wins");
    Trace live = shown();
    window.press("restart");
    window.press("answer-yes");
    window.await(() -> window.playback().sizeProperty().get() == 0);
    window.robot().interact(() -> window.window().runs().openLast());
    window.await(() -> window.text("live").equals("RECORDED"));
    assertEquals(live.steps(), shown().steps());
  }

  @Test
  void aRunThatIsUnderWayIsEndedOnlyAfterAQuestion() {
    Path file = played("A_wins");
    window.press("play-B-wins");
    window.await(
        () ->
            window.playback().traceProperty().get().header().scenario().equals("B_wins")
                && window.playback().cursorProperty().get() >= 3);
    window.robot().interact(() -> window.window().runs().open(file));
    window.await(() -> window.find("question").isVisible());
    assertEquals("B_wins", shown().header().scenario());
    window.press("answer-yes");
    window.await(() -> window.text("live").equals("RECORDED"));
    assertEquals("A_wins", shown().header().scenario());
  }
}
