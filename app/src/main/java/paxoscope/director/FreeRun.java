package paxoscope.director;

import java.util.List;
import paxoscope.trace.Decision;

/**
 * A run without a script: nothing moves until somebody says so. What was asked for becomes the next
 * steps, one after another; when all of it is done, {@link #next} is empty and the run waits. The
 * gates stay held until it is ended.
 */
public interface FreeRun extends LiveRun {

  /**
   * Asks for steps, to be taken after those that were asked for before. Of each, only what can
   * still happen when its turn comes is done: a message that has left its gate meanwhile is passed
   * over, and one whose gate is gone arrives as a late one. {@link FreeMoves} makes such decisions.
   * A step that fails takes those behind it with it.
   *
   * @param moves proposals, deliveries, losses, doublings, crashes and recoveries
   * @throws IllegalArgumentException if one of them is nothing that can be decided here
   * @throws ClusterException if the run has ended
   */
  void ask(List<Decision> moves);

  /**
   * From now on some of the messages whose delivery is asked for are lost, doubled or delayed.
   *
   * @param mishaps what may happen to them; {@link Mishaps#NONE} for nothing
   */
  void meet(Mishaps mishaps);

  /**
   * What happens to some of the messages whose delivery is asked for.
   *
   * @return {@link Mishaps#NONE} for nothing
   */
  Mishaps mishaps();

  /**
   * Whether the run has ended.
   *
   * @return true after {@link #end}, or when something else was begun on the nodes
   */
  boolean isOver();
}
