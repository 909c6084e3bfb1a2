package paxoscope.trace;

import java.util.List;

/**
 * A run: steps that are only ever appended, and what is fixed for all of them. Safe to read from
 * any thread while one thread appends.
 */
public interface Trace {

  /**
   * What is fixed for the run.
   *
   * @return the header
   */
  RunHeader header();

  /**
   * How many steps there are now.
   *
   * @return 0 or more; never shrinks
   */
  int size();

  /**
   * One step.
   *
   * @param number 1 to {@link #size()}
   * @return the step
   */
  TraceStep step(int number);

  /**
   * The steps so far.
   *
   * @return an unmodifiable snapshot
   */
  List<TraceStep> steps();

  /**
   * The cluster after so many steps.
   *
   * @param cursor 0 to {@link #size()}
   * @return fold(trace, cursor)
   */
  ClusterState at(int cursor);
}
