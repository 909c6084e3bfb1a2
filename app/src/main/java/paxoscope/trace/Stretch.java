package paxoscope.trace;

import java.util.ArrayList;
import java.util.List;

/** The moments of a run from a checkpoint on, folded as far as somebody has asked. */
final class Stretch {

  private final int number;
  private final TraceFold fold;
  private final List<ClusterState> states = new ArrayList<>();

  /**
   * Nothing is folded yet.
   *
   * @param number which stretch of the run it is
   * @param checkpoint the fold at its beginning; kept as it is
   */
  Stretch(int number, TraceFold checkpoint) {
    this.number = number;
    this.fold = checkpoint.copy();
    states.add(fold.state());
  }

  /** Which stretch of the run it is. */
  int number() {
    return number;
  }

  /**
   * The cluster at a moment.
   *
   * @param moment how many steps after the checkpoint
   * @param steps the steps of the run
   */
  ClusterState at(int moment, List<TraceStep> steps) {
    while (states.size() <= moment) {
      fold.add(steps.get(fold.cursor()));
      states.add(fold.state());
    }
    return states.get(moment);
  }
}
