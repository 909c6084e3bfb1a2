package paxoscope.ui.spacetime;

import javafx.animation.AnimationTimer;

/** Does something once before the next frame, however often it is asked to. */
final class NextFrame extends AnimationTimer {

  private final Runnable action;

  NextFrame(Runnable action) {
    this.action = action;
  }

  @Override
  public void handle(long now) {
    stop();
    action.run();
  }
}
