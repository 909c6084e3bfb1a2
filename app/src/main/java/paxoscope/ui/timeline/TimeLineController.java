package paxoscope.ui.timeline;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import paxoscope.trace.Trace;
import paxoscope.ui.control.TimeLine;
import paxoscope.ui.model.Gap;
import paxoscope.ui.model.Hop;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.Selection;

/** The run from its start to its end, small, with the cursor in it. */
public final class TimeLineController {

  @FXML private TimeLine line;

  private final Playback playback;
  private final ObjectProperty<Selection> selection;

  /**
   * Joins it with what it shows.
   *
   * @param playback the trace and the cursor
   * @param selection what is looked at
   */
  public TimeLineController(Playback playback, ObjectProperty<Selection> selection) {
    this.playback = playback;
    this.selection = selection;
  }

  @FXML
  private void initialize() {
    line.onGoTo(playback::jump);
    line.onPick(hop -> selection.set(new Selection.Message(hop.message())));
    selection.addListener((_, _, _) -> showSelection());
    playback.traceProperty().addListener((_, _, _) -> showRun());
    playback.sizeProperty().addListener((_, _, _) -> showRun());
    playback.cursorProperty().addListener((_, _, cursor) -> line.showCursor(cursor.intValue()));
    showRun();
  }

  private void showSelection() {
    Trace trace = playback.traceProperty().get();
    line.select(
        selection.get() instanceof Selection.Message one
            ? trace.passageNamed(one.name()).flatMap(found -> Hop.of(found, trace.header()))
            : Optional.empty());
  }

  private void showRun() {
    Trace trace = playback.traceProperty().get();
    line.showRun(trace.header().membership().size(), trace.size(), Hop.of(trace), Gap.of(trace));
    line.showCursor(playback.cursorProperty().get());
    showSelection();
  }
}
