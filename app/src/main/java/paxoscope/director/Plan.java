package paxoscope.director;

import java.util.Optional;
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

  /** Leaves out what has yet to come: what is held is delivered, and that is all. */
  void finishNow();

  /** Does again what somebody outside did in a step that nobody here decided. */
  default void actFromOutside(Cluster cluster) {
    // A script decides everything itself.
  }
}
