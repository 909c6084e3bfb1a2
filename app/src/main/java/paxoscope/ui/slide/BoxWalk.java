package paxoscope.ui.slide;

import java.util.Comparator;
import java.util.Optional;
import paxoscope.diagram.CallBox;
import paxoscope.diagram.SlideContent;

/** Which box the keyboard comes to next. */
final class BoxWalk {

  private final SlideContent content;

  BoxWalk(SlideContent content) {
    this.content = content;
  }

  /**
   * The next box in a direction.
   *
   * @param from where one is; empty for nowhere yet
   * @param columns 1 to the right, -1 to the left, else 0
   * @param rows 1 down, -1 up, else 0
   * @return the nearest box in that direction; the box one is at if there is none; the newest box
   *     if one is nowhere yet; empty if there are no boxes
   */
  Optional<CallBox> next(Optional<CallBox> from, int columns, int rows) {
    if (from.isEmpty() || !content.boxes().contains(from.get())) {
      return content.newest();
    }
    CallBox here = from.get();
    return content.boxes().stream()
        .filter(box -> columns == 0 || along(here, box) * columns > 0)
        .filter(box -> rows == 0 || along(here, box) == 0 && across(here, box) * rows > 0)
        .min(
            Comparator.comparingInt((CallBox box) -> Math.abs(along(here, box)))
                .thenComparingInt(box -> Math.abs(across(here, box))))
        .or(() -> from);
  }

  private int along(CallBox from, CallBox to) {
    return content.placeOf(to.column()) - content.placeOf(from.column());
  }

  private static int across(CallBox from, CallBox to) {
    return to.box().server().number() - from.box().server().number();
  }
}
