package paxoscope.trace;

import java.util.Optional;

/** Is told by a fold what enters the gates and what becomes of it. */
interface Traffic {

  /** Nobody listens. */
  Traffic UNSEEN =
      new Traffic() {
        @Override
        public void entered(HeldItem item, int step) {
          // A fold of the past: its index stands already.
        }

        @Override
        public void ended(HeldItem item, int step, Passage.End end) {
          // As above.
        }

        @Override
        public void arrivedFromElsewhere(
            HeldItem arrival, Optional<HeldItem> original, int step, Passage.End end) {
          // As above.
        }
      };

  /** Something has entered a gate. */
  void entered(HeldItem item, int step);

  /** What waited waits no more; told again if more is known of the same item in the same step. */
  void ended(HeldItem item, int step, Passage.End end);

  /**
   * Something has arrived that no gate has let go: a kept copy of an original, one that was given
   * up as unanswered, or a call from outside.
   */
  void arrivedFromElsewhere(
      HeldItem arrival, Optional<HeldItem> original, int step, Passage.End end);
}
