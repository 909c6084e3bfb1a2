package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.director.FreeRun;
import paxoscope.protocol.ProposalNumber;
import paxoscope.trace.Decision;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceDifference;
import paxoscope.ui.model.Playback;

/** Somebody at the window is the network of five real node processes. */
@ExtendWith(ApplicationExtension.class)
class FreePlayIT {

  private static final Optional<ProposalNumber> FIRST = Optional.of(ProposalNumber.parse("1.1"));

  @TempDir private Path folder;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new RealWindow(folder);
    window.show(stage);
  }

  @BeforeEach
  void beTheNetwork() {
    window.awaitNodes();
    window.robot().interact(() -> window.find("ring").getScene().getRoot().requestFocus());
    window.robot().push(KeyCode.F);
    window.await(() -> window.playback().underWayProperty().get());
  }

  @AfterEach
  void close() {
    window.close();
  }

  private boolean isShown(String id) {
    return window.inside(() -> window.find(id).isVisible());
  }

  private Node envelope(String text) {
    window.await(() -> lookUp(text).isPresent());
    return window.inside(() -> lookUp(text).orElseThrow());
  }

  private Optional<Node> lookUp(String text) {
    return window.robot().lookup(".envelope").queryAll().stream()
        .filter(node -> ((Labeled) node).getText().equals(text))
        .findFirst();
  }

  private Node menuOf(String card) {
    return window.robot().lookup("#" + card + " .card-menu").query();
  }

  private void choose(String id) {
    window.await(() -> open(id).isPresent());
    window.robot().interact(() -> open(id).orElseThrow().fire());
    window
        .robot()
        .interact(
            () ->
                List.copyOf(Window.getWindows()).stream()
                    .filter(ContextMenu.class::isInstance)
                    .forEach(Window::hide));
  }

  private static Optional<MenuItem> open(String id) {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
        .flatMap(
            item ->
                item instanceof Menu more
                    ? Stream.concat(Stream.of(item), more.getItems().stream())
                    : Stream.of(item))
        .filter(item -> id.equals(item.getId()))
        .findFirst();
  }

  private void propose(String card) {
    window.robot().clickOn(menuOf(card));
    choose("free-propose-123");
  }

  private void awaitSteps(int steps) {
    Playback playback = window.playback();
    window.await(
        () ->
            playback.cursorProperty().get() == steps
                && playback.flightProperty().get() == null
                && !playback.playingProperty().get());
    assertEquals(steps, window.inside(() -> playback.sizeProperty().get()));
  }

  private Decision last() {
    Trace trace = window.inside(() -> window.playback().traceProperty().get());
    return trace.step(trace.size()).decision();
  }

  @Test
  void aServerIsPausedAndALinkIsCutByMenuAndBothAreSeenAndUndone() {
    // Another menu is open: it gives way.
    window.robot().clickOn(menuOf("card-S1"));
    window.await(() -> open("free-pause").isPresent());
    window.robot().clickOn(menuOf("card-S4"));
    choose("free-pause");
    awaitSteps(1);
    assertTrue(window.status(4).isEmpty());
    assertTrue(text("#card-S4 .port").contains("❚❚ step 1"), text("#card-S4 .port"));
    window.robot().clickOn(menuOf("card-S1"));
    choose("free-cut-S1-S2");
    awaitSteps(2);
    assertEquals(1, window.robot().lookup("#cut-S1-S2").queryAll().size());
    propose("card-S1");
    awaitSteps(3);
    window.tabTo(envelope("Prepare 1.1 → S2"));
    window.robot().push(KeyCode.ENTER);
    awaitSteps(4);
    assertTrue(last() instanceof Decision.Drop, last().toString());
    window.robot().clickOn(menuOf("card-S4"));
    choose("free-resume");
    awaitSteps(5);
    assertTrue(window.status(4).isPresent());
    window.robot().clickOn(menuOf("card-S1"));
    choose("free-heal-S1-S2");
    awaitSteps(6);
    assertEquals(0, window.robot().lookup("#cut-S1-S2").queryAll().size());
  }

  private String text(String query) {
    return window.inside(() -> ((Labeled) window.robot().lookup(query).query()).getText());
  }

  @Test
  void everythingCanBeDoneFromTheKeyboard() {
    window.tabTo(menuOf("card-S1"));
    window.robot().push(KeyCode.SPACE);
    window.robot().push(KeyCode.ENTER);
    awaitSteps(1);
    assertEquals(Optional.empty(), window.status(2).orElseThrow().promised());
    window.tabTo(envelope("Prepare 1.1 → S2"));
    window.robot().push(KeyCode.DOWN);
    assertTrue(window.inside(envelope("Prepare 1.1 → S3")::isFocused), "Down goes on");
    window.robot().push(KeyCode.UP);
    window.robot().push(KeyCode.ENTER);
    awaitSteps(2);
    assertEquals(FIRST, window.status(2).orElseThrow().promised());
    assertTrue(window.inside(envelope("Prepare 1.1 → S3")::isFocused), "the next one has it");
    window.robot().push(KeyCode.DELETE);
    awaitSteps(3);
    assertTrue(last() instanceof Decision.Drop, last().toString());
    window.robot().push(KeyCode.D);
    awaitSteps(4);
    assertTrue(last() instanceof Decision.Duplicate, last().toString());
    assertEquals(Optional.empty(), window.status(3).orElseThrow().promised());
  }

  @Test
  void anEnvelopeThatIsDraggedToItsReceiverArrivesAndElsewhereItStays() {
    propose("card-S1");
    awaitSteps(1);
    window.robot().drag(envelope("Prepare 1.1 → S3")).dropTo("#card-S2");
    window.robot().drag(envelope("Prepare 1.1 → S4")).dropTo("#card-S4");
    awaitSteps(2);
    assertEquals(FIRST, window.status(4).orElseThrow().promised());
    assertEquals(Optional.empty(), window.status(3).orElseThrow().promised());
    Node stayed = envelope("Prepare 1.1 → S3");
    assertEquals(0, window.inside(stayed::getTranslateX));
  }

  @Test
  void theMenuDeliversAllToAServerAllOfAProposalAndEverything() {
    propose("card-S1");
    awaitSteps(1);
    propose("card-S5");
    awaitSteps(2);
    window.robot().clickOn(envelope("Prepare 1.1 → S3"));
    choose("free-all-to");
    awaitSteps(4);
    assertEquals("1.5", window.status(3).orElseThrow().promised().orElseThrow().toString());
    window.robot().clickOn(envelope("Prepare 1.1 → S2"));
    choose("free-all-of");
    awaitSteps(9);
    assertEquals(FIRST, window.status(2).orElseThrow().promised());
    window.press("free-deliver-all");
    window.await(
        () ->
            window
                .status(2)
                .orElseThrow()
                .promised()
                .equals(window.status(3).orElseThrow().promised()));
  }

  @Test
  void aMessageOfADeadServerStillArrivesAndThePastCannotBeTouched() {
    propose("card-S1");
    awaitSteps(1);
    window.robot().clickOn(menuOf("card-S1"));
    choose("free-crash");
    awaitSteps(2);
    assertTrue(window.status(1).isEmpty());
    assertEquals("", window.inside(() -> window.window().desk().noticeProperty().get().text()));
    for (int step = 3; step <= 4; step++) {
      window.robot().clickOn(envelope("Prepare 1.1 → S2"));
      window.await(() -> open("free-drop").isPresent());
      assertEquals(Optional.empty(), window.inside(() -> open("free-all")));
      choose("free-deliver");
      awaitSteps(step);
      assertTrue(last() instanceof Decision.Resend, last().toString());
    }
    assertEquals(FIRST, window.status(2).orElseThrow().promised());
    window.robot().interact(() -> window.playback().jump(1));
    assertFalse(window.inside(menuOf("card-S1")::isVisible));
    window.robot().clickOn(envelope("Prepare 1.1 → S3"));
    assertEquals(Optional.empty(), window.inside(() -> open("free-deliver")));
    window.robot().push(KeyCode.L);
    window.await(() -> menuOf("card-S1").isVisible());
    window.robot().clickOn(menuOf("card-S1"));
    choose("free-recover");
    awaitSteps(5);
    assertTrue(window.status(1).isPresent());
  }

  @Test
  void theKeysAreForTheEnvelopeThatWasClicked() {
    propose("card-S2");
    awaitSteps(1);
    window.robot().interact(() -> window.find("value-A").requestFocus());
    window.robot().clickOn(envelope("Prepare 1.2 → S3"));
    window.robot().push(KeyCode.ESCAPE);
    window.robot().push(KeyCode.D);
    awaitSteps(2);
    assertEquals(
        "Prepare 1.2 S2 > S3 #2",
        window.inside(() -> window.playback().state().held().getLast().name().toString()));
    window.robot().clickOn(envelope("Prepare 1.2 → S4"));
    window.await(() -> open("free-duplicate").isPresent());
    window.robot().push(KeyCode.DELETE);
    awaitSteps(3);
    assertTrue(window.inside(() -> open("free-duplicate").isEmpty()));
  }

  private String badge(String card) {
    Labeled badge = (Labeled) window.robot().from(window.find(card)).lookup(".role-badge").query();
    return badge.isVisible() ? badge.getText() : "";
  }

  @Test
  void itIsSavedAsAScenarioThatPlaysAgainExactly() {
    assertEquals("", window.inside(() -> badge("card-S1")));
    propose("card-S2");
    awaitSteps(1);
    window.await(() -> badge("card-S2").equals("proposer"));
    assertEquals("", window.inside(() -> badge("card-S1")));
    window.command("propose tea on S4");
    awaitSteps(2);
    window.command("deliver to S3");
    awaitSteps(4);
    window.command("deliver all");
    window.await(() -> !window.playback().playingProperty().get());
    window.press("free-end");
    FreeRun run = (FreeRun) window.director().current().orElseThrow();
    window.await(run::isOver);
    window.await(() -> window.playback().cursorProperty().get() == run.trace().size());
    window.awaitEnd("free_play");
    assertEquals(5, window.inside(() -> window.playback().state().committedFiles()));
    Trace free = window.inside(() -> window.playback().traceProperty().get());
    Path file = folder.resolve("mine.yaml");
    window.willChoose(file);
    window
        .robot()
        .interact(
            () ->
                ((MenuButton) window.find("more"))
                    .getItems().stream()
                        .filter(item -> "save-scenario".equals(item.getId()))
                        .forEach(MenuItem::fire));
    window.await(
        () -> window.window().desk().noticeProperty().get().text().contains(file.toString()));
    assertEquals("my_free_play.yaml", window.askedName());
    window.command("run " + file);
    window.awaitEnd("mine");
    Trace again = window.inside(() -> window.playback().traceProperty().get());
    assertEquals(Optional.empty(), TraceDifference.first(free, again));
  }

  @Test
  void whatChanceDoesIsShownUntilItIsSwitchedOffAndStaysInAnotherFuture() {
    assertFalse(isShown("chance-bar"));
    propose("card-S2");
    awaitSteps(1);
    window.command("faults seed=7 lose=20% delay=5%");
    window.await(() -> isShown("chance-bar"));
    String words = "By chance, seed 7: 20 % lost, 5 % delayed";
    assertEquals(words, window.text("free-chance"));
    window.command("deliver to S3");
    awaitSteps(2);
    window.robot().interact(() -> window.playback().jump(1));
    window.press("continue");
    window.press("answer-yes");
    window.await(() -> window.playback().traceProperty().get().size() == 1);
    window.await(() -> window.playback().underWayProperty().get());
    assertEquals(words, window.text("free-chance"));
    window.press("free-chance-off");
    window.await(() -> !isShown("chance-bar"));
  }

  @Test
  void whatCannotBeDoneIsSaidBelow() {
    window.command("deliver all");
    window.await(() -> window.said().contains("No message waits. Write held to see what does."));
    window.command("held");
    window.await(
        () -> window.said().contains("Nothing waits: propose a value, such as: propose 123 on S1"));
    window.command("end");
    window.await(() -> !window.playback().underWayProperty().get());
    window.command("deliver all");
    window.await(
        () -> window.said().stream().anyMatch(line -> line.startsWith("You are not the network")));
  }
}
