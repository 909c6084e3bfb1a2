package paxoscope.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import paxoscope.protocol.Leg;

/**
 * What caused what in a run: "happened before" (Lamport 1978), from the order of steps on each
 * server and from the messages between them. The record tells the order between servers by steps
 * only, so what one server does in one step counts as one moment. Whether a server really looked at
 * a message before it sent the next is not asked: it could have.
 *
 * <p>Grows with the run and reads each message once. A question costs one look at every arrival
 * that lies before, or after, the message asked about. Not safe for use by several threads.
 */
public final class Causality {

  private record Arrival(int from, int to, int sent, int end) {}

  private final Trace trace;
  private final int servers;
  private final List<Arrival> arrivals = new ArrayList<>();
  private List<Integer> underWay = new ArrayList<>();
  private int knownSteps;
  private int knownPassages;

  /**
   * The causes and effects in a run.
   *
   * @param trace the run; it may grow
   */
  public Causality(Trace trace) {
    this.trace = trace;
    this.servers = trace.header().membership().size();
  }

  /**
   * The causes and effects of a message.
   *
   * @param serial names its passage
   * @return its cone, as far as the run is recorded now
   */
  public CausalCone of(int serial) {
    takeInWhatIsNew();
    Passage message = trace.passage(serial);
    return new CausalCone(message, past(message), future(message));
  }

  private void takeInWhatIsNew() {
    int steps = trace.size();
    if (steps == knownSteps) {
      return;
    }
    int passages = trace.passageCount(steps);
    while (knownPassages < passages) {
      underWay.add(++knownPassages);
    }
    List<Integer> still = new ArrayList<>();
    List<Arrival> arrived = new ArrayList<>();
    for (int serial : underWay) {
      Passage passage = trace.passage(serial);
      // Another thread may have gone on since the steps were counted.
      if (passage.endStep() > steps) {
        still.add(serial);
      } else if (passage.arrived() && passage.content().leg() != Leg.TIMER) {
        arrived.add(arrival(passage));
      }
    }
    arrived.sort(Comparator.comparingInt(Arrival::end));
    arrivals.addAll(arrived);
    underWay = still;
    knownSteps = steps;
  }

  private static Arrival arrival(Passage passage) {
    return new Arrival(
        passage.content().from().number() - 1,
        passage.content().to().number() - 1,
        passage.sentStep(),
        passage.endStep());
  }

  // Backwards through the arrivals: whatever can widen the past at a step arrives at that step or
  // later, so each group of arrivals of one step is looked at once, until it widens nothing.
  private List<Integer> past(Passage message) {
    Integer[] last = new Integer[servers];
    Arrays.fill(last, CausalCone.NEVER_BEFORE);
    last[message.content().from().number() - 1] = message.sentStep();
    int high = countUpTo(message.sentStep());
    while (high > 0) {
      int low = countUpTo(arrivals.get(high - 1).end() - 1);
      boolean wider = true;
      while (wider) {
        wider = false;
        for (Arrival arrival : arrivals.subList(low, high)) {
          if (arrival.end() <= last[arrival.to()] && last[arrival.from()] < arrival.sent()) {
            last[arrival.from()] = arrival.sent();
            wider = true;
          }
        }
      }
      high = low;
    }
    return List.of(last);
  }

  private List<Integer> future(Passage message) {
    Integer[] first = new Integer[servers];
    Arrays.fill(first, CausalCone.NEVER_AFTER);
    if (!message.arrived()) {
      return List.of(first);
    }
    first[message.content().to().number() - 1] = message.endStep();
    int low = countUpTo(message.endStep() - 1);
    while (low < arrivals.size()) {
      int high = countUpTo(arrivals.get(low).end());
      boolean wider = true;
      while (wider) {
        wider = false;
        for (Arrival arrival : arrivals.subList(low, high)) {
          if (arrival.sent() >= first[arrival.from()] && first[arrival.to()] > arrival.end()) {
            first[arrival.to()] = arrival.end();
            wider = true;
          }
        }
      }
      low = high;
    }
    return List.of(first);
  }

  private int countUpTo(int step) {
    int low = 0;
    int high = arrivals.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (arrivals.get(middle).end() <= step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
