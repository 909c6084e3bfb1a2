package paxoscope.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * A trace in memory. Going to any moment folds at most {@value #CHECKPOINT_EVERY} steps, because
 * the fold is kept after every so many. Safe for any thread.
 */
public final class RecordedTrace implements Trace {

  private static final int CHECKPOINT_EVERY = 64;

  private final RunHeader header;
  private final List<TraceStep> steps = new ArrayList<>();
  private final List<TraceFold> checkpoints = new ArrayList<>();
  private final TraceFold end;
  private ClusterState last;

  /**
   * An empty trace.
   *
   * @param header what is fixed for the run
   */
  public RecordedTrace(RunHeader header) {
    this.header = header;
    this.end = new TraceFold(header);
    this.checkpoints.add(end.copy());
    this.last = end.state();
  }

  /**
   * A trace that goes on from another, under another header.
   *
   * @param header what is fixed from now on
   * @param before what has happened so far, with the same servers
   */
  public RecordedTrace(RunHeader header, List<TraceStep> before) {
    this(header);
    before.forEach(this::append);
  }

  /**
   * Adds a step at the end.
   *
   * @param step what happened next
   */
  public synchronized void append(TraceStep step) {
    end.add(step);
    steps.add(step);
    last = end.state();
    if (steps.size() % CHECKPOINT_EVERY == 0) {
      checkpoints.add(end.copy());
    }
  }

  @Override
  public RunHeader header() {
    return header;
  }

  @Override
  public synchronized int size() {
    return steps.size();
  }

  @Override
  public synchronized TraceStep step(int number) {
    return steps.get(number - 1);
  }

  @Override
  public synchronized List<TraceStep> steps() {
    return List.copyOf(steps);
  }

  @Override
  public synchronized ClusterState at(int cursor) {
    if (cursor < 0 || cursor > steps.size()) {
      throw new IndexOutOfBoundsException(
          "The run has " + steps.size() + " steps; there is no moment " + cursor + ".");
    }
    if (cursor == steps.size()) {
      return last;
    }
    TraceFold fold = checkpoints.get(cursor / CHECKPOINT_EVERY).copy();
    while (fold.cursor() < cursor) {
      fold.add(steps.get(fold.cursor()));
    }
    return fold.state();
  }
}
