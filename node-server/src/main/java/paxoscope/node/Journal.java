package paxoscope.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import paxoscope.journal.EventBatch;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Value;

/**
 * What happened at a node in this incarnation, as far as it is remembered, and the node's logical
 * clock (Lamport 1978). One thread writes; any thread reads and waits.
 */
final class Journal {

  /** How many events are remembered. */
  static final int CAPACITY = 10_000;

  /** How many characters of values and notes are remembered: large values shorten the journal. */
  static final int MAXIMUM_WEIGHT = 8 * 1024 * 1024;

  /** How many events one answer carries at most. */
  static final int BATCH = 500;

  /** Beyond so many characters of text an answer carries no further event. */
  static final int BATCH_WEIGHT = 256 * 1024;

  /** How far the sequences of two incarnations in a row are apart. */
  static final int INCARNATION_STEP = 1_000_000;

  // So that there is room for all that the last one may write.
  private static final int INCARNATIONS = 2_000;

  private static final int LONGEST_WAIT_MILLIS = 60_000;

  /**
   * What is to be remembered of an event beside where and when it was.
   *
   * @param kind what happened
   * @param message what it happened to
   * @param itemId the gate's id of that
   * @param value the value asked for or chosen
   * @param note one plain sentence, or empty text
   * @param details what only some kinds have
   */
  record Entry(
      NodeEvent.Kind kind,
      Optional<Outbound> message,
      Optional<String> itemId,
      Optional<Value> value,
      String note,
      NodeEvent.Details details) {

    static Entry of(NodeEvent.Kind kind, String note) {
      return of(kind, Optional.<Value>empty(), note);
    }

    static Entry of(NodeEvent.Kind kind, Outbound message, String note) {
      return new Entry(
          kind,
          Optional.of(message),
          Optional.empty(),
          Optional.empty(),
          note,
          NodeEvent.Details.NONE);
    }

    static Entry of(NodeEvent.Kind kind, OutboundGate.Item item, String note) {
      return new Entry(
          kind,
          Optional.of(item.held().content()),
          Optional.of(item.held().id()),
          Optional.empty(),
          note,
          new NodeEvent.Details(Optional.empty(), item.held().delayMillis(), Optional.empty()));
    }

    static Entry of(NodeEvent.Kind kind, Optional<Value> value, String note) {
      return new Entry(
          kind, Optional.empty(), Optional.empty(), value, note, NodeEvent.Details.NONE);
    }

    Entry withNote(String newNote) {
      return new Entry(kind, message, itemId, value, newNote, details);
    }

    Entry withOptions(ProposeOptions options) {
      return with(new NodeEvent.Details(Optional.of(options), Optional.empty(), Optional.empty()));
    }

    Entry withOutcome(NodeEvent.CallOutcome outcome) {
      return with(new NodeEvent.Details(Optional.empty(), Optional.empty(), Optional.of(outcome)));
    }

    private Entry with(NodeEvent.Details newDetails) {
      return new Entry(kind, message, itemId, value, note, newDetails);
    }
  }

  private final LongSupplier wallMillis;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<NodeEvent> events = new ArrayDeque<>();
  private final int incarnation;
  private final int base;
  private int sequence;
  private int clock;
  private long weight;
  private boolean closed;

  Journal(int incarnation, LongSupplier wallMillis) {
    this.incarnation = incarnation;
    this.base = (incarnation - 1) % INCARNATIONS * INCARNATION_STEP;
    this.sequence = base;
    this.wallMillis = wallMillis;
  }

  /**
   * Takes note of a clock that came with a call: what happens from now on is later.
   *
   * @param other the caller's or the answerer's clock
   */
  void observe(int other) {
    lock.lock();
    try {
      clock = Math.max(clock, other);
    } finally {
      lock.unlock();
    }
  }

  int incarnation() {
    return incarnation;
  }

  int clock() {
    lock.lock();
    try {
      return clock;
    } finally {
      lock.unlock();
    }
  }

  void append(Entry entry, NodeState state) {
    lock.lock();
    try {
      clock = next(clock);
      sequence = next(sequence);
      NodeEvent event =
          new NodeEvent(
              state.server(),
              incarnation,
              sequence,
              clock,
              wallMillis.getAsLong(),
              entry.kind(),
              entry.message(),
              entry.itemId(),
              entry.value(),
              entry.note(),
              state,
              entry.details());
      events.addLast(event);
      weight += TextWeight.own(event);
      while (events.size() > CAPACITY || (weight > MAXIMUM_WEIGHT && events.size() > 1)) {
        weight -= TextWeight.own(events.removeFirst());
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  // A caller could send the highest clock there is; it must not turn into a negative one.
  private static int next(int number) {
    return number == Integer.MAX_VALUE ? number : number + 1;
  }

  /**
   * Waits for events.
   *
   * @param since the sequence after which they are wanted; one that this incarnation has not
   *     reached, or that is below all of its own, is from another: then all are given
   * @param waitMillis how long to wait for a first one, at most a minute
   * @return what there is
   */
  EventBatch read(int since, int waitMillis) {
    lock.lock();
    try {
      int from = since > sequence || since < base ? base : since;
      long left = TimeUnit.MILLISECONDS.toNanos(Math.min(waitMillis, LONGEST_WAIT_MILLIS));
      while (sequence <= from && left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
      return batch(from);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Mailbox.notAvailable();
    } finally {
      lock.unlock();
    }
  }

  private EventBatch batch(int from) {
    int oldest = events.isEmpty() ? sequence + 1 : events.getFirst().sequence();
    List<NodeEvent> found = new ArrayList<>();
    long carried = 0;
    int skip = Math.max(0, from + 1 - oldest);
    for (NodeEvent event : events) {
      if (skip-- > 0) {
        continue;
      }
      long heavier = carried + TextWeight.onTheWire(event);
      if (found.size() == BATCH || (heavier > BATCH_WEIGHT && !found.isEmpty())) {
        break;
      }
      carried = heavier;
      found.add(event);
    }
    int next = found.isEmpty() ? from : found.getLast().sequence();
    int missed = found.isEmpty() ? 0 : Math.max(0, oldest - from - 1);
    return new EventBatch(incarnation, clock, next, next < sequence, missed, found);
  }

  /** Lets all who wait go. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
