package paxoscope.ui.strip;

import paxoscope.scenario.Scenario;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Trace;
import paxoscope.ui.model.Playback;

/** When the lesson of a scenario can be told. */
final class Lesson {

  private Lesson() {}

  /** Whether the scenario has come to its end before the class, and as it is written. */
  static boolean isSeen(Scenario scenario, Playback playback) {
    Trace trace = playback.traceProperty().get();
    int cursor = playback.cursorProperty().get();
    return trace.header().scenario().equals(scenario.name())
        && cursor > 0
        && cursor == playback.sizeProperty().get()
        && !playback.underWayProperty().get()
        && playback.state().held().stream().allMatch(HeldItem::orphaned)
        && isAsWritten(trace);
  }

  // Where somebody has stepped in, what is shown may be the contrary of the lesson.
  private static boolean isAsWritten(Trace trace) {
    return trace
        .header()
        .reference()
        .flatMap(slide -> BoxDiagram.of(trace.steps()).inColumnsOf(slide).firstDifference(slide))
        .isEmpty();
  }
}
