package paxoscope.director;

import java.util.Optional;
import java.util.stream.Stream;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.ServerView;

/**
 * Delivers what is left until nothing waits. The messages of the highest number come first: no
 * other proposer begins a round meanwhile, so each proposal gets through, one after another. Timers
 * fire only when there is no message left.
 */
final class FinishTask implements Task {

  /** A proposer that cannot succeed (no majority is up) would go on for ever. */
  private static final int MOST_TIMERS = 40;

  private final boolean mends;
  private int timersFired;
  private boolean plannedTimer;

  /**
   * The end of a script, or of a run.
   *
   * @param mends whether every link is healed and every paused server goes on first: after the end
   *     of a run the gates are open, and then no link is cut
   */
  FinishTask(boolean mends) {
    this.mends = mends;
  }

  @Override
  public Answer plan(ClusterState state) {
    Optional<Decision> repair = mends ? repair(state) : Optional.empty();
    if (repair.isPresent()) {
      plannedTimer = false;
      return new Answer.Next(new LiveRun.Planned(repair.get(), Optional.empty(), "", ""));
    }
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

  private static Optional<Decision> repair(ClusterState state) {
    return Stream.<Decision>concat(
            state.cuts().stream().map(Decision.Heal::new),
            state.servers().stream()
                .filter(ServerView::paused)
                .map(view -> new Decision.Resume(view.server())))
        .findFirst();
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
