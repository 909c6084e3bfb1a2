package paxoscope.ui.spacetime;

import java.util.OptionalInt;
import paxoscope.protocol.Leg;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;

/**
 * The messages of a run one after another, for those who have no mouse.
 *
 * @param trace the run
 */
record MessageWalk(Trace trace) {

  /** The message after another one. */
  OptionalInt after(int serial) {
    return find(serial, 1);
  }

  /** The message before another one. */
  OptionalInt before(int serial) {
    return find(serial, -1);
  }

  /** The message that a moment is about: the last one that has been sent then. */
  int at(int cursor) {
    return trace.passageCount(cursor);
  }

  private OptionalInt find(int from, int direction) {
    int count = trace.passageCount(trace.size());
    for (int serial = from + direction; serial >= 1 && serial <= count; serial += direction) {
      if (trace.passage(serial).content().leg() != Leg.TIMER) {
        return OptionalInt.of(serial);
      }
    }
    return OptionalInt.empty();
  }

  /** The moment to go to when a message is selected: its receipt, or its sending if it waits. */
  int moment(int serial) {
    Passage passage = trace.passage(serial);
    return passage.endStep() == Passage.NOT_YET ? passage.sentStep() : passage.endStep();
  }
}
