package paxoscope.ui.model;

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
    playback.jump(
        steps().stream()
            .filter(step -> step > cursor)
            .findFirst()
            .orElse(playback.sizeProperty().get()));
  }

  /** Goes to the one before; before the first, to the start. */
  public void previous() {
    int cursor = playback.cursorProperty().get();
    playback.jump(steps().reversed().stream().filter(step -> step < cursor).findFirst().orElse(0));
  }

  private List<Integer> steps() {
    return playback.traceProperty().get().landmarks();
  }
}
