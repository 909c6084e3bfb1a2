package paxoscope.ui.spacetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import paxoscope.diagram.SpaceTimeDiagram;
import paxoscope.diagram.SpaceTimeDiagram.Focus;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.director.SimulatedTraces;
import paxoscope.trace.Causality;
import paxoscope.trace.Trace;
import paxoscope.ui.picture.Fonts;
import paxoscope.ui.picture.PictureView;

/** What moves while somebody pans is the diagram as it would be drawn, from the first frame on. */
@ExtendWith(ApplicationExtension.class)
class PanningIT {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 400;
  private static final int SPAN = 40;
  private static final int FIRST = 100;

  /** The labels of arrows at the edges may lie elsewhere when more of the arrow is in sight. */
  private static final double FEW = 0.02;

  private final FxRobot robot = new FxRobot();
  private final AtomicInteger exactly = new AtomicInteger();
  private final Trace trace =
      SimulatedTraces.of("livelock", Map.of("rounds", "0", "cure", "no"), 300);
  private PictureView view;
  private SpaceTimeDiagram diagram;
  private Section seen;
  private Panning panning;

  @Start
  void start(Stage stage) {
    view = new PictureView();
    stage.setScene(new Scene(new StackPane(view), WIDTH, HEIGHT));
    stage.show();
    diagram = new SpaceTimeDiagram(trace, new Fonts());
    panning =
        new Panning(
            view,
            () -> diagram,
            this::draw,
            Thread.ofPlatform().daemon()::start,
            () -> true,
            () -> seen);
  }

  @BeforeEach
  void theMouseRests() {
    look(Focus.NONE);
  }

  private void look(Focus focus) {
    robot.interact(
        () -> {
          seen = new Section(WIDTH, HEIGHT, 16, FIRST, FIRST + SPAN, 120, focus);
          draw();
        });
  }

  private void draw() {
    exactly.incrementAndGet();
    view.show(diagram.draw(seen));
    panning.drawn();
  }

  private void awaitPrepared() {
    try {
      WaitForAsyncUtils.waitFor(
          30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, view::isPrepared));
    } catch (TimeoutException never) {
      throw new AssertionError("No stretch was prepared while the mouse rested.", never);
    }
  }

  /** Pans by whole pixels, so that it can be compared with what is drawn exactly. */
  private Section panned() {
    double steps = 60 / diagram.strip(seen).view().stepWidth();
    robot.interact(
        () -> {
          seen = seen.withoutHover().movedBy(steps);
          panning.to(seen);
        });
    return seen;
  }

  private Image shot() {
    return WaitForAsyncUtils.waitForAsyncFx(30_000, () -> view.snapshot(null, null));
  }

  private Image exact(Section section) {
    return WaitForAsyncUtils.waitForAsyncFx(
        30_000,
        () -> {
          PictureView still = new PictureView();
          new Scene(new StackPane(still), WIDTH, HEIGHT);
          still.resize(WIDTH, HEIGHT);
          still.layout();
          still.show(diagram.draw(section));
          return still.snapshot(null, null);
        });
  }

  private static double difference(Image one, Image other) {
    int differing = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
          differing++;
        }
      }
    }
    return differing / (double) (WIDTH * HEIGHT);
  }

  @Test
  void theFirstFrameOfAMovementIsThereAlready() {
    Image before = shot();
    awaitPrepared();
    assertFalse(view.isMoving());
    assertEquals(0, difference(before, shot()), "what is prepared is not seen");
    int drawn = exactly.get();
    Section section = panned();
    assertTrue(view.isMoving());
    assertEquals(drawn, exactly.get(), "no frame was drawn for itself");
    Image moved = shot();
    assertTrue(
        difference(moved, exact(section)) < FEW, () -> "" + difference(moved, exact(section)));
    assertTrue(difference(moved, before) > FEW);
    robot.interact(panning::end);
    assertFalse(view.isMoving());
    assertEquals(0, difference(shot(), exact(section)));
  }

  @Test
  void aMessageUnderTheMouseChangesNothingOfWhatIsPrepared() {
    awaitPrepared();
    look(new Focus(Optional.empty(), OptionalInt.of(trace.passageCount(120))));
    assertTrue(WaitForAsyncUtils.waitForAsyncFx(30_000, view::isPrepared));
    int drawn = exactly.get();
    Section section = panned();
    assertEquals(drawn, exactly.get());
    assertTrue(difference(shot(), exact(section)) < FEW);
  }

  @Test
  void whatWasPreparedForAnotherSelectionIsNotShown() {
    awaitPrepared();
    look(
        new Focus(
            Optional.of(new Causality(trace).of(trace.passageCount(110))), OptionalInt.empty()));
    Section section = panned();
    assertTrue(difference(shot(), exact(section)) < FEW);
  }
}
