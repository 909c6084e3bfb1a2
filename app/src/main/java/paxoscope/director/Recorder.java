package paxoscope.director;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.TraceStep;

/**
 * Writes the trace: what was decided, and what the nodes tell of it. Used by one thread at a time;
 * the trace may be read from any.
 */
final class Recorder {

  private static final int MOST_EVENTS_AT_ONCE = 5_000;

  private final EventPump pump;
  private final Predicate<ServerId> ended;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile RecordedTrace trace;

  /**
   * Begins with an empty trace.
   *
   * @param pump tells what the nodes did
   * @param ended whether the process of a node that does not answer is known to have ended
   * @param header what is recorded
   */
  Recorder(EventPump pump, Predicate<ServerId> ended, RunHeader header) {
    this.pump = pump;
    this.ended = ended;
    this.trace = new RecordedTrace(header);
  }

  RecordedTrace trace() {
    return trace;
  }

  EventPump pump() {
    return pump;
  }

  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Begins a new, empty trace; what the nodes have told so far is over. */
  void begin(RunHeader header) {
    do {
      pump.drainUntilQuiet(MOST_EVENTS_AT_ONCE);
    } while (pump.hasMore());
    pump.takeMissed();
    trace = new RecordedTrace(header);
    noteSilent();
    changed();
  }

  /** Goes on with what was recorded so far, under another header. */
  void goOn(RunHeader header) {
    do {
      observe();
    } while (pump.hasMore());
    trace = new RecordedTrace(header, trace.steps());
    changed();
  }

  void append(TraceStep step) {
    noteMissed();
    trace.append(step);
    noteSilent();
    noteBack();
    changed();
  }

  /** A node was found not to answer; what the others may have done meanwhile waits. */
  void lose(ServerId server) {
    pump.lose(server);
    noteSilent();
    changed();
  }

  /** Appends what the nodes did on their own since the last time. */
  void observe() {
    int before = trace.size();
    List<NodeEvent> events = pump.drainUntilQuiet(MOST_EVENTS_AT_ONCE);
    noteMissed();
    ObservedSteps.of(events).forEach(trace::append);
    noteSilent();
    noteBack();
    if (trace.size() > before) {
      changed();
    }
  }

  private void noteMissed() {
    pump.takeMissed()
        .forEach((server, events) -> trace.append(ObservedSteps.missed(server, events)));
  }

  /**
   * Takes over what nodes have done in their run before this program came; fresh nodes have nothing
   * to tell.
   */
  void catchUp() {
    List<NodeEvent> all = pump.drainUntilQuiet(MOST_EVENTS_AT_ONCE);
    List<NodeEvent> events = CurrentRun.of(all);
    boolean fresh = events.stream().allMatch(event -> event.state().promised().isEmpty());
    if (events.size() == all.size()) {
      noteMissed();
    } else {
      // What is missing is older still.
      pump.takeMissed();
    }
    if (!fresh) {
      ObservedSteps.of(events).forEach(trace::append);
    }
    noteSilent();
    noteWhatHasLeft();
    changed();
  }

  /** What was delivered to a node that is gone now has left its gate, though nobody tells of it. */
  private void noteWhatHasLeft() {
    ClusterState now = trace.at(trace.size());
    Set<String> waiting = pump.waiting();
    now.held().stream()
        .filter(item -> !item.orphaned() && !now.server(item.content().to()).alive())
        .filter(item -> !waiting.contains(item.gateId()))
        .map(ObservedSteps::left)
        .forEach(trace::append);
  }

  private void noteSilent() {
    Set<ServerId> gone = new TreeSet<>(pump.silent());
    gone.removeIf(server -> !trace.at(trace.size()).server(server).alive());
    gone.forEach(
        server ->
            trace.append(
                ended.test(server) ? ObservedSteps.died(server) : ObservedSteps.gone(server)));
  }

  private void noteBack() {
    Set<ServerId> back = new TreeSet<>(pump.heard());
    back.removeIf(server -> trace.at(trace.size()).server(server).alive());
    back.forEach(server -> trace.append(ObservedSteps.back(server)));
  }

  void changed() {
    listeners.forEach(Runnable::run);
  }
}
