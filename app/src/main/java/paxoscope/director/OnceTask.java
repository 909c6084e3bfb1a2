package paxoscope.director;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;

/** One decision, if the moment has something for it; else nothing. */
final class OnceTask implements Task {

  private final ServerId server;
  private final Function<ClusterState, Optional<LiveRun.Planned>> planner;
  private boolean taken;

  OnceTask(ServerId server, Function<ClusterState, Optional<LiveRun.Planned>> planner) {
    this.server = server;
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

  @Override
  public List<ServerId> missed() {
    return taken ? List.of() : List.of(server);
  }
}
