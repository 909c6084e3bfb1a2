package paxoscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import paxoscope.picture.Mark;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ItemName;
import paxoscope.ui.model.Selection;
import paxoscope.ui.picture.PictureView;

/** The slide view of a run on five real node processes. */
@ExtendWith(ApplicationExtension.class)
class SlideViewIT {

  @TempDir private Path folder;
  private RealWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new RealWindow(folder);
    window.show(stage);
  }

  @BeforeEach
  void bbWinsIsPlayedAndItsSlideIsShown() {
    window.awaitNodes();
    window.press("play-BB-wins");
    window.awaitEnd("BB_wins");
    show("view-slide");
    window.await(() -> !boxes(view().picture()).isEmpty());
    // The window is small: all columns are to be seen.
    window.robot().push(KeyCode.DIGIT0);
    window.await(() -> boxes(view().picture()).size() == 12);
  }

  @AfterEach
  void end() {
    window.close();
  }

  private void show(String view) {
    ToggleButton button = (ToggleButton) window.find(view);
    window.robot().interact(button::fire);
  }

  private PictureView view() {
    return (PictureView) window.find("slide-picture");
  }

  private Picture picture() {
    return window.inside(() -> view().picture());
  }

  private List<Mark.Box> boxes() {
    return boxes(picture());
  }

  private static List<Mark.Box> boxes(Picture picture) {
    return picture.marks().stream()
        .filter(Mark.Box.class::isInstance)
        .map(Mark.Box.class::cast)
        .filter(box -> box.target() instanceof Target.Moment)
        .toList();
  }

  private List<String> texts() {
    return picture().marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }

  private int cursor() {
    return window.inside(() -> window.playback().cursorProperty().get());
  }

  @Test
  void allTwelveBoxesAreThoseOfTheSlide() {
    assertTrue(
        texts().stream().anyMatch(text -> text.endsWith("All 12 boxes match the slide.")),
        texts().toString());
    assertTrue(texts().stream().anyMatch(text -> text.startsWith("promised 4.5")));
    assertTrue(texts().contains("456 is chosen"));
  }

  @Test
  void aMomentThatWasChosenInAnotherViewIsDrawnWhenTheSlideIsShownAgain() {
    window.robot().interact(() -> window.playback().jump(3));
    window.await(() -> boxes(view().picture()).size() == 2);
    show("view-stage");
    // The sentence is as high as before: nothing else makes the slide draw itself.
    window.robot().interact(() -> window.playback().jump(4));
    show("view-slide");
    window.await(() -> boxes(view().picture()).size() == 3);
  }

  @Test
  void aClickOnABoxGoesToItsStepAndSelectsWhatHandledIt() {
    Mark.Box refused =
        boxes().stream()
            .filter(box -> box.fill().orElseThrow().ink() == paxoscope.picture.Ink.REFUSAL_SOFT)
            .findFirst()
            .orElseThrow();
    int step = ((Target.Moment) refused.target()).step();
    click(refused.x() + 4, refused.y() + 4);
    window.await(() -> window.playback().cursorProperty().get() == step);
    ItemName refusedAccept =
        new ItemName(
            Outbound.Kind.ACCEPT, new ServerId(1), new ServerId(3), ProposalNumber.parse("3.1"), 1);
    assertEquals(
        new Selection.Message(refusedAccept),
        window.inside(() -> window.window().desk().selectionProperty().get()));
    assertTrue(texts().stream().anyMatch(text -> text.contains("match the slide so far:")));
  }

  private void click(double x, double y) {
    window
        .robot()
        .interact(
            () -> {
              PictureView view = view();
              Point2D place = view.localToScene(x, y);
              Event.fireEvent(view, mouse(view, place.getX(), place.getY()));
            });
  }

  private static MouseEvent mouse(PictureView view, double x, double y) {
    return new MouseEvent(
        view,
        view,
        MouseEvent.MOUSE_CLICKED,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  @Test
  void theKeyboardGoesFromBoxToBoxAndToTheStepOfOne() {
    int end = cursor();
    window.robot().press(KeyCode.SHIFT).push(KeyCode.LEFT);
    window.robot().push(KeyCode.LEFT).release(KeyCode.SHIFT);
    window.await(() -> view().getAccessibleText().startsWith("At S3: A 3.1 123 in t4, refused"));
    assertEquals(end, cursor());
    window.robot().push(KeyCode.ENTER);
    window.await(() -> window.playback().cursorProperty().get() < end);
  }
}
