package paxoscope.director;

import java.util.List;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;

/** A part of a script that is being played: gives one plan after another until it is done. */
interface Task {

  /** What a task says when it is asked for its next plan. */
  sealed interface Answer {
    /** This is next. */
    record Next(LiveRun.Planned planned) implements Answer {}

    /** The task is done; these tasks come in its place. */
    record Done(List<Task> instead) implements Answer {}
  }

  /** The answer of a task that has nothing left to do. */
  Answer DONE = new Answer.Done(List.of());

  /**
   * Plans the next decision from what the cluster looks like. Asked again without anything having
   * happened, it gives the same answer.
   */
  Answer plan(ClusterState state);

  /** The decision that was planned last has been carried out. */
  void taken();

  /**
   * Asked when it is done: the servers for which, or of which, it found nothing.
   *
   * @return the servers; empty if everything that it looks for was there
   */
  default List<ServerId> missed() {
    return List.of();
  }
}
