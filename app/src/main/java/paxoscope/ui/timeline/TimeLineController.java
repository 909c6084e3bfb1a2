package paxoscope.ui.timeline;

import javafx.fxml.FXML;
import paxoscope.trace.Trace;
import paxoscope.ui.control.TimeLine;
import paxoscope.ui.model.Hop;
import paxoscope.ui.model.Playback;

/** The run from its start to its end, small, with the cursor in it. */
public final class TimeLineController {

  @FXML private TimeLine line;

  private final Playback playback;

  /**
   * Joins it with what it shows.
   *
   * @param playback the trace and the cursor
   */
  public TimeLineController(Playback playback) {
    this.playback = playback;
  }

  @FXML
  private void initialize() {
    line.onGoTo(playback::jump);
    playback.traceProperty().addListener((_, _, _) -> showRun());
    playback.sizeProperty().addListener((_, _, _) -> showRun());
    playback.cursorProperty().addListener((_, _, cursor) -> line.showCursor(cursor.intValue()));
    showRun();
  }

  private void showRun() {
    Trace trace = playback.traceProperty().get();
    line.showRun(trace.header().membership().size(), trace.size(), Hop.of(trace));
    line.showCursor(playback.cursorProperty().get());
  }
}
