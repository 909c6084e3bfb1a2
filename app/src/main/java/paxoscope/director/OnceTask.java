package paxoscope.director;

import java.util.Optional;
import java.util.function.Function;
import paxoscope.trace.ClusterState;

/** One decision, if the moment has something for it; else nothing. */
final class OnceTask implements Task {

  private final Function<ClusterState, Optional<LiveRun.Planned>> planner;
  private boolean taken;

  OnceTask(Function<ClusterState, Optional<LiveRun.Planned>> planner) {
    this.planner = planner;
  }

  @Override
  public Answer plan(ClusterState state) {
    if (taken) {
      return DONE;
    }
    return planner.apply(state).<Answer>map(Answer.Next::new).orElse(DONE);
  }

  @Override
  public void taken() {
    taken = true;
  }
}
