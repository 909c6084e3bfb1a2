package paxoscope.trace;

import java.util.List;

/** What is to be seen waiting beside the servers. */
public final class Waiting {

  private Waiting() {}

  /**
   * What waits at a moment. Once a scenario is over, nobody delivers the kept copies of messages
   * whose sender has died since: they are gone with it. In free play they may still arrive.
   *
   * @param state the moment
   * @param run the run
   * @param over whether the run is over at that moment
   * @return the messages and timers, first to come first
   */
  public static List<HeldItem> at(ClusterState state, RunHeader run, boolean over) {
    return over && !run.isFree() && state.held().stream().allMatch(HeldItem::orphaned)
        ? List.of()
        : state.held();
  }
}
