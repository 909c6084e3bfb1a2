package paxoscope.director;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.ItemName;

/**
 * Decides what somebody has asked for, in the order in which it was asked, and nothing else. May
 * begin by taking the decisions of a record again. Used by one thread at a time, but for {@link
 * #mishaps}.
 */
final class FreePlan implements Plan {

  private final Optional<Replay> before;
  private final Deque<Mishaps.Wish> asked = new ArrayDeque<>();
  private Optional<FinishTask> finish = Optional.empty();
  private volatile Mishaps mishaps = Mishaps.NONE;
  private boolean replaying;

  /**
   * A plan of nothing.
   *
   * @param before what is taken again first; empty for a run that begins anew
   */
  FreePlan(Optional<Replay> before) {
    this.before = before;
  }

  /** Puts more behind what was asked before. */
  void ask(List<Decision> moves) {
    for (Decision move : moves) {
      if (move instanceof Decision.Restart || move instanceof Decision.Observed) {
        throw new IllegalArgumentException("Nobody can ask for this step: " + move);
      }
    }
    asked.addAll(mishaps.befall(moves));
  }

  /** From now on this may happen to what is asked for. */
  void meet(Mishaps next) {
    mishaps = next;
  }

  Mishaps mishaps() {
    return mishaps;
  }

  /** Gives up what was asked and has not been done. */
  void giveUp() {
    asked.clear();
  }

  @Override
  public Optional<LiveRun.Planned> next(ClusterState state) {
    replaying = false;
    if (finish.isPresent()) {
      return finish.get().plan(state) instanceof Task.Answer.Next next
          ? Optional.of(next.planned())
          : Optional.empty();
    }
    Optional<LiveRun.Planned> again = before.flatMap(replay -> replay.next(state));
    replaying = again.isPresent();
    return replaying ? again : firstAsked(state);
  }

  private Optional<LiveRun.Planned> firstAsked(ClusterState state) {
    while (!asked.isEmpty()) {
      Mishaps.Wish wish = asked.element();
      Optional<LiveRun.Planned> first = plan(wish.move(), wish.caption(), state);
      if (first.isPresent()) {
        return first;
      }
      asked.remove();
    }
    return Optional.empty();
  }

  private static Optional<LiveRun.Planned> plan(Decision move, String caption, ClusterState state) {
    return switch (move) {
      case Decision.Deliver deliver -> release(deliver.item(), caption, state);
      case Decision.Fire fire -> release(fire.item(), caption, state);
      case Decision.Resend resend -> release(resend.item(), caption, state);
      case Decision.Drop drop ->
          Plans.named(state, drop.item()).map(item -> Plans.drop(item, caption));
      case Decision.Duplicate copy ->
          Plans.named(state, copy.item())
              .filter(FreeMoves::canDuplicate)
              .map(item -> Plans.duplicate(item, caption));
      case Decision.Propose _,
          Decision.Crash _,
          Decision.Recover _,
          Decision.Pause _,
          Decision.Resume _,
          Decision.Cut _,
          Decision.Heal _ ->
          Optional.of(new LiveRun.Planned(move, Optional.empty(), "", caption))
              .filter(_ -> FreeMoves.isPossible(move, state));
      case Decision.Restart _, Decision.Observed _ ->
          throw new IllegalStateException("Nobody can ask for this step: " + move);
    };
  }

  private static Optional<LiveRun.Planned> release(
      ItemName name, String caption, ClusterState state) {
    return Plans.named(state, name).map(item -> Plans.release(item, "", caption));
  }

  @Override
  public void taken() {
    if (finish.isPresent()) {
      finish.get().taken();
    } else if (replaying) {
      before.orElseThrow().taken();
    } else {
      asked.remove();
    }
  }

  @Override
  public boolean isEndless() {
    return false;
  }

  @Override
  public void cure() {
    // Nothing repeats itself here.
  }

  @Override
  public void finishNow() {
    finish = Optional.of(new FinishTask(true));
  }

  @Override
  public void actFromOutside(Cluster cluster) {
    before.ifPresent(replay -> replay.actFromOutside(cluster));
  }
}
