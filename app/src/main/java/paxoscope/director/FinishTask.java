package paxoscope.director;

import java.util.Optional;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;

/**
 * Delivers what is left until nothing waits. The messages of the highest number come first: no
 * other proposer begins a round meanwhile, so each proposal gets through, one after another. Timers
 * fire only when there is no message left.
 */
final class FinishTask implements Task {

  /** A proposer that cannot succeed (no majority is up) would go on for ever. */
  private static final int MOST_TIMERS = 40;

  private int timersFired;
  private boolean plannedTimer;

  @Override
  public Answer plan(ClusterState state) {
    Optional<HeldItem> message = Plans.newest(state, item -> item.content().leg() != Leg.TIMER);
    if (message.isPresent()) {
      return next(message.get(), false);
    }
    if (timersFired >= MOST_TIMERS) {
      return DONE;
    }
    Optional<HeldItem> timer =
        Plans.newest(state, item -> item.content().kind() == Outbound.Kind.RETRY)
            .or(() -> Plans.newest(state, item -> item.content().kind() == Outbound.Kind.TIME_OUT));
    return timer.map(item -> next(item, true)).orElse(DONE);
  }

  private Answer next(HeldItem item, boolean isTimer) {
    plannedTimer = isTimer;
    return new Answer.Next(Plans.release(item, "", ""));
  }

  @Override
  public void taken() {
    if (plannedTimer) {
      timersFired++;
    }
  }
}
