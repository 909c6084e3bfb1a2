package paxoscope.ui.model;

import java.util.Collections;
import java.util.List;

/**
 * Moves to the steps in which something was decided: a value was chosen, a proposer found out, a
 * client was answered.
 *
 * @param playback the run and the cursor
 */
public record Decisions(Playback playback) {

  /** Goes to the next one; behind the last, to the end. */
  public void next() {
    int cursor = playback.cursorProperty().get();
    List<Integer> steps = steps();
    int place = place(steps, cursor + 1);
    playback.jump(place < steps.size() ? steps.get(place) : playback.sizeProperty().get());
  }

  /** Goes to the one before; before the first, to the start. */
  public void previous() {
    int cursor = playback.cursorProperty().get();
    List<Integer> steps = steps();
    int place = place(steps, cursor);
    playback.jump(place > 0 ? steps.get(place - 1) : 0);
  }

  // The first one that is not before a step.
  private static int place(List<Integer> steps, int step) {
    int found = Collections.binarySearch(steps, step);
    return found < 0 ? -found - 1 : found;
  }

  private List<Integer> steps() {
    return playback.traceProperty().get().landmarks();
  }
}
