package paxoscope.ui.spacetime;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import paxoscope.diagram.SpaceTimeDiagram;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.diagram.SpaceTimeStrip;
import paxoscope.trace.Trace;
import paxoscope.ui.picture.PictureView;

/**
 * Moves the diagram while somebody looks at earlier and later steps, and has it drawn exactly when
 * that comes to rest. To lay a stretch out takes longer than a frame, and so does to paint what is
 * in sight of it: the one is done beside, the other piece by piece, as soon as the mouse rests over
 * a diagram that rests too. Where that was not the case, each frame is drawn for itself until the
 * first stretch is there.
 */
final class Panning {

  private static final Duration REST = Duration.millis(250);

  /** How long a drawing has been there before somebody is expected to look further. */
  private static final Duration IDLE = Duration.millis(200);

  /** How far off the middle of a stretch the next one is begun, in widths of the view. */
  private static final double LOOK_AHEAD_FROM = 1;

  /** How far ahead of the view the middle of the next stretch is. */
  private static final double AHEAD = 1.25;

  private final PictureView picture;
  private final Supplier<SpaceTimeDiagram> diagram;
  private final Runnable exactly;
  private final Executor worker;
  private final BooleanSupplier watched;
  private final Supplier<Section> seen;
  private final PauseTransition rest = new PauseTransition(REST);
  private final PauseTransition idle = new PauseTransition(IDLE);
  private final AnimationTimer painting =
      new AnimationTimer() {
        @Override
        public void handle(long nanos) {
          paintExpected();
        }
      };

  private SpaceTimeStrip strip;
  private Optional<CompletableFuture<SpaceTimeStrip>> next = Optional.empty();
  private double seenFrom;
  private Trace laidOut;
  private int laidOutSize;

  /**
   * Nothing moves yet.
   *
   * @param picture where it is shown
   * @param diagram the run's present diagram
   * @param exactly draws what is in sight
   * @param worker lays stretches out
   * @param watched whether somebody may look at earlier or later steps soon
   * @param seen what is in sight
   */
  Panning(
      PictureView picture,
      Supplier<SpaceTimeDiagram> diagram,
      Runnable exactly,
      Executor worker,
      BooleanSupplier watched,
      Supplier<Section> seen) {
    this.picture = picture;
    this.diagram = diagram;
    this.exactly = exactly;
    this.worker = worker;
    this.watched = watched;
    this.seen = seen;
    rest.setOnFinished(_ -> end());
    idle.setOnFinished(_ -> expect());
    picture.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> end());
    picture.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> drawn());
  }

  /**
   * What is in sight has been drawn exactly. Unless it changes soon, what may come into sight next
   * is laid out beside.
   */
  void drawn() {
    idle.playFromStart();
  }

  private void expect() {
    if (picture.isMoving()) {
      return;
    }
    // While it moves, no message is under the mouse.
    Section now = seen.get().withoutHover();
    if (!isOfNow() || laidOut().filter(it -> it.reaches(now)).isEmpty()) {
      forgetNext();
    }
    if (watched.getAsBoolean()) {
      if (next.isEmpty()) {
        layOut(now);
      }
      painting.start();
    }
  }

  private void paintExpected() {
    Section now = seen.get().withoutHover();
    if (next.isEmpty() || picture.isMoving()) {
      painting.stop();
      return;
    }
    laidOut()
        .ifPresent(
            expected -> {
              if (!expected.reaches(now)) {
                painting.stop();
              } else if (!picture.isPrepared()) {
                prepare(expected);
              } else if (picture.paintPrepared(expected.offset(now))) {
                painting.stop();
              }
            });
  }

  /** The next stretch, once it is there. */
  private Optional<SpaceTimeStrip> laidOut() {
    return next.filter(CompletableFuture::isDone).map(CompletableFuture::join);
  }

  private void prepare(SpaceTimeStrip ahead) {
    picture.prepareMoving(
        ahead.moving(), ahead.standing(), ahead.view().nameEdge(), ahead.view().top());
  }

  /**
   * Shows a section by moving the diagram there.
   *
   * @param section what is to be in sight
   */
  void to(Section section) {
    if (picture.isMoving() && strip.reaches(section)) {
      if (next.isEmpty()) {
        lookAhead(section);
      } else {
        laidOut().ifPresent(ahead -> comeCloser(ahead, section));
      }
      picture.moveTo(strip.offset(section));
    } else {
      begin(section);
    }
    seenFrom = section.first();
    idle.stop();
    rest.playFromStart();
  }

  /** It rests from now on: what is in sight is drawn exactly, so that the mouse meets it. */
  void end() {
    rest.stop();
    if (picture.isMoving()) {
      forgetNext();
      exactly.run();
    }
  }

  private void begin(Section section) {
    Optional<SpaceTimeStrip> first = laidOut();
    if (first.filter(it -> isOfNow() && it.reaches(section)).isPresent()) {
      strip = first.get();
      next = Optional.empty();
      if (!picture.isPrepared()) {
        prepare(strip);
      }
      picture.showPrepared();
      picture.moveTo(strip.offset(section));
      return;
    }
    if (first.isPresent()) {
      forgetNext();
    }
    if (next.isEmpty()) {
      layOut(section);
    }
    exactly.run();
  }

  /** Whether the run is the one that was laid out, and no longer than it was then. */
  private boolean isOfNow() {
    Trace now = diagram.get().trace();
    return now == laidOut && now.size() == laidOutSize;
  }

  private void layOut(Section section) {
    SpaceTimeDiagram now = diagram.get();
    laidOut = now.trace();
    laidOutSize = laidOut.size();
    next = Optional.of(CompletableFuture.supplyAsync(() -> now.strip(section), worker));
  }

  private void lookAhead(Section section) {
    double length = section.last() - section.first();
    double way = section.first() - strip.middle().first();
    boolean away = (section.first() - seenFrom) * way > 0;
    if (away && Math.abs(way) > LOOK_AHEAD_FROM * length) {
      layOut(section.movedBy(Math.copySign(AHEAD * length, way)));
    }
  }

  /** Once the next stretch is laid out, it takes one frame for each piece until it is painted. */
  private void comeCloser(SpaceTimeStrip ahead, Section section) {
    if (!ahead.reaches(section)) {
      forgetNext();
    } else if (!picture.isPrepared()) {
      prepare(ahead);
    } else if (picture.paintPrepared(ahead.offset(section))) {
      strip = ahead;
      next = Optional.empty();
      picture.showPrepared();
    }
  }

  private void forgetNext() {
    picture.forgetPrepared();
    next = Optional.empty();
  }
}
