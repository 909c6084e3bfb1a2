package paxoscope.ui.duel;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import paxoscope.trace.Overtaking;
import paxoscope.trace.Role;
import paxoscope.trace.Trace;
import paxoscope.ui.fx.StyleClasses;
import paxoscope.ui.words.UiText;

/** A small mark for each overtaking: whose proposal was stopped, the newest at the right. */
public final class OvertakingMarks extends HBox {

  private static final int MOST = 8;

  /** No marks yet. */
  public OvertakingMarks() {
    getStyleClass().add("overtaking-marks");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
  }

  /**
   * Shows those until a moment; of many, the newest.
   *
   * @param trace the run
   * @param cursor the moment
   */
  void show(Trace trace, int cursor) {
    int count = trace.overtakingCount(cursor);
    int first = Math.max(1, count - MOST + 1);
    getChildren().clear();
    if (first > 1) {
      Label more = new Label(UiText.of("duel.more"));
      more.setMinWidth(USE_PREF_SIZE);
      getChildren().add(more);
    }
    for (int place = first; place <= count; place++) {
      getChildren().add(mark(trace.overtaking(place), trace));
    }
  }

  private static Label mark(Overtaking overtaking, Trace trace) {
    Role role = Role.of(overtaking.number(), trace.header());
    Label mark =
        new Label(
            switch (role) {
              case A -> "A";
              case B -> "B";
              case OTHER -> overtaking.number().server().toString();
            });
    StyleClasses.set(mark, "label", "role-badge", "overtaking-mark", role.styleClass());
    mark.setMinWidth(USE_PREF_SIZE);
    mark.setAccessibleText(UiText.of("duel.mark.spoken", overtaking.number(), overtaking.by()));
    return mark;
  }
}
