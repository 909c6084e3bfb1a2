package paxoscope.director;

import java.util.List;
import java.util.Optional;
import paxoscope.scenario.ScriptStep;
import paxoscope.trace.ClusterState;

/** Says what a run decides next. Used by one thread at a time, but for {@link #cure}. */
interface Plan {

  /**
   * What comes next. Asked again without anything having happened, it gives the same answer.
   *
   * @return the decision; empty at the end
   */
  Optional<LiveRun.Planned> next(ClusterState state);

  /** What was planned last has been carried out. */
  void taken();

  /** Whether it plays something that only a cure ends. */
  boolean isEndless();

  /** Ends every endless repetition after the round that is being played. */
  void cure();

  /** The same, where a wait is random to a share in per cent only. */
  default void cure(int randomness) {
    cure();
  }

  /** Leaves out what has yet to come: what is held is delivered, and that is all. */
  void finishNow();

  /** Does again what somebody outside did in a step that nobody here decided. */
  default void actFromOutside(Cluster cluster) {
    // A script decides everything itself.
  }

  /** The steps of the script that found nothing to do, or not all, in their order. */
  default List<PassedOver> passedOver() {
    return List.of();
  }

  /** The step of the script that the decision planned last comes from. */
  default Optional<ScriptStep> scriptStep() {
    return Optional.empty();
  }
}
