package paxoscope.trace;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/**
 * A trace in memory. Going to any moment folds at most {@value #CHECKPOINT_EVERY} steps, because
 * the fold is kept after every so many. Safe for any thread.
 */
public final class RecordedTrace implements Trace {

  private static final int CHECKPOINT_EVERY = 64;
  private static final int RECENT = 4;

  private final RunHeader header;
  private final List<TraceStep> steps = new ArrayList<>();
  private final List<Stretch> recent = new ArrayList<>();
  private final List<TraceFold> checkpoints = new ArrayList<>();
  private final TraceIndex index;
  private final TraceFold end;
  private ClusterState last;

  /**
   * An empty trace.
   *
   * @param header what is fixed for the run
   */
  public RecordedTrace(RunHeader header) {
    this.header = header;
    this.index = new TraceIndex(header.membership());
    this.end = new TraceFold(header, index);
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
    ClusterState before = last;
    end.add(step);
    steps.add(step);
    last = end.state();
    index.add(step, before, last);
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
    return new FirstSteps(steps.size());
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
    return stretch(cursor / CHECKPOINT_EVERY).at(cursor % CHECKPOINT_EVERY, steps);
  }

  // Whoever looks at a moment asks for those about it too, several times.
  private Stretch stretch(int number) {
    for (Stretch stretch : recent) {
      if (stretch.number() == number) {
        return stretch;
      }
    }
    Stretch next = new Stretch(number, checkpoints.get(number));
    if (recent.size() == RECENT) {
      recent.removeFirst();
    }
    recent.add(next);
    return next;
  }

  @Override
  public synchronized int passageCount(int cursor) {
    return index.begunBy(cursor);
  }

  @Override
  public synchronized Passage passage(int serial) {
    return index.passage(serial);
  }

  @Override
  public synchronized Optional<Passage> passageNamed(ItemName name) {
    return index.passageNamed(name);
  }

  @Override
  public synchronized List<Passage> passagesBetween(int first, int last, int each) {
    List<Passage> passages = new ArrayList<>();
    int before = Math.clamp(first - 1L, 0, steps.size());
    for (HeldItem waiting : at(before).held()) {
      if (waiting.serial() % each == 0) {
        passages.add(index.passage(waiting.serial()));
      }
    }
    int begin = (index.begunBy(before) / each + 1) * each;
    for (int serial = begin; serial <= index.begunBy(last); serial += each) {
      passages.add(index.passage(serial));
    }
    return passages;
  }

  @Override
  public synchronized List<Integer> messagesOf(ServerId server, int cursor) {
    return index.messagesOf(server, cursor);
  }

  @Override
  public synchronized List<Integer> arrivals() {
    return index.arrivals();
  }

  @Override
  public synchronized List<Integer> changesOf(ServerId server, int cursor) {
    return index.changesOf(server, cursor);
  }

  @Override
  public synchronized List<Integer> turnsOf(ServerId server, int cursor) {
    return index.turnsOf(server, cursor);
  }

  @Override
  public synchronized List<Integer> wirings(int cursor) {
    return index.wirings(cursor);
  }

  @Override
  public synchronized List<Integer> landmarks() {
    return index.landmarks();
  }

  @Override
  public synchronized int chosenStep() {
    return index.chosenStep();
  }

  @Override
  public synchronized int overtakingCount(int cursor) {
    return index.overtakings().countUpTo(cursor);
  }

  @Override
  public synchronized Overtaking overtaking(int place) {
    return index.overtakings().get(place);
  }

  @Override
  public synchronized List<Integer> stepsWith(ServerId server, NodeEvent.Kind kind, int cursor) {
    return index.stepsWith(server, kind, cursor);
  }

  @Override
  public synchronized List<Integer> stepsAbout(ProposalNumber number, int cursor) {
    return index.stepsAbout(number, cursor);
  }

  @Override
  public synchronized List<Integer> mentionsOf(ProposalNumber number, int cursor) {
    return index.mentionsOf(number, cursor);
  }

  /** The steps that were there at one time, without a copy of them. */
  private final class FirstSteps extends AbstractList<TraceStep> implements RandomAccess {
    private final int count;

    FirstSteps(int count) {
      this.count = count;
    }

    @Override
    public TraceStep get(int place) {
      return step(Objects.checkIndex(place, count) + 1);
    }

    @Override
    public int size() {
      return count;
    }
  }
}
