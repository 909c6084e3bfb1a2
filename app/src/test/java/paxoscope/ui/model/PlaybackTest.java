package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.Test;
import paxoscope.director.SimulatedTraces;
import paxoscope.trace.Trace;

class PlaybackTest {

  private final List<String> complaints = new ArrayList<>();
  private final Playback playback =
      new Playback(
          ScriptedRun.HEADER, new NodeCalls(Runnable::run, Runnable::run), complaints::add);
  private final ScriptedRun run = new ScriptedRun(4);

  private int cursor() {
    return playback.cursorProperty().get();
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      playback.forward();
      playback.touched();
    }
  }

  @Test
  void aStepIsTakenOnTheNodesOnlyWhenItsArrowTouches() {
    playback.begin(run, false);
    playback.forward();
    assertNotNull(playback.flightProperty().get());
    assertEquals(0, run.taken);
    playback.touched();
    assertEquals(1, run.taken);
    assertEquals(1, cursor());
    assertNull(playback.flightProperty().get());
  }

  @Test
  void inThePastAStepMovesTheCursorAndTakesNone() {
    playback.begin(run, false);
    steps(2);
    playback.jump(0);
    assertFalse(playback.followingProperty().get());
    steps(1);
    assertEquals(1, cursor());
    assertEquals(2, run.taken);
  }

  @Test
  void goingBackWhileAnArrowFliesTakesNoStep() {
    playback.begin(run, false);
    steps(2);
    playback.forward();
    playback.back();
    assertNull(playback.flightProperty().get());
    assertEquals(2, cursor());
    assertEquals(2, run.taken);
    playback.back();
    assertEquals(1, cursor());
  }

  @Test
  void playingGoesOnByItselfUntilTheScenarioEnds() {
    playback.begin(run, true);
    for (int i = 0; i < 4; i++) {
      playback.touched();
      playback.rested();
    }
    assertEquals(4, cursor());
    assertTrue(run.ended);
    assertFalse(playback.underWayProperty().get());
    assertFalse(playback.playingProperty().get());
  }

  @Test
  void liveReturnsToTheEndAndTheRunGoesOnFromThere() {
    playback.begin(run, false);
    steps(3);
    playback.jump(1);
    playback.live();
    assertEquals(3, cursor());
    assertTrue(playback.followingProperty().get());
    steps(1);
    assertEquals(4, run.taken);
  }

  @Test
  void whatHappensOnItsOwnIsFollowedAtTheLiveEndOnly() {
    playback.show(run.trace);
    run.step();
    playback.refresh();
    assertNotNull(playback.flightProperty().get());
    playback.touched();
    assertEquals(1, cursor());
    playback.jump(0);
    run.step();
    playback.refresh();
    assertNull(playback.flightProperty().get());
    assertEquals(0, cursor());
    assertEquals(2, playback.sizeProperty().get());
  }

  @Test
  void aStepThatFailsSaysWhyAndTheRunCanGoOn() {
    playback.begin(run, true);
    run.fails = true;
    playback.touched();
    assertEquals(List.of("S3 is not running; bring it back with: recover 8002"), complaints);
    assertFalse(playback.playingProperty().get());
    run.fails = false;
    steps(1);
    assertEquals(1, cursor());
  }

  @Test
  void whoeverLooksWhileAnotherRunComesSeesAMomentOfTheRunThatIsThere() {
    Trace longer = SimulatedTraces.of("BB_wins", Map.of());
    Trace shorter = SimulatedTraces.of("set_value", Map.of());
    List<String> wrong = new ArrayList<>();
    InvalidationListener looks =
        _ -> {
          int moments = playback.traceProperty().get().size();
          if (cursor() > moments || playback.sizeProperty().get() > moments) {
            wrong.add(cursor() + " and " + playback.sizeProperty().get() + " of " + moments);
          }
        };
    playback.traceProperty().addListener(looks);
    playback.sizeProperty().addListener(looks);
    playback.cursorProperty().addListener(looks);
    playback.momentProperty().addListener(looks);

    playback.show(longer);
    playback.show(shorter);
    playback.show(longer);

    assertEquals(List.of(), wrong);
  }
}
