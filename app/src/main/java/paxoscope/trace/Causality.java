package paxoscope.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What caused what in a run: "happened before" (Lamport 1978), from the order of steps on each
 * server and from the messages between them. The record tells the order between servers by steps
 * only, so what one server does in one step counts as one moment. Whether a server really looked at
 * a message before it sent the next is not asked: it could have.
 *
 * <p>A question looks at the arrivals before, or after, the message asked about, as long as they
 * can still tell something new. Not safe for use by several threads.
 */
public final class Causality {

  private final Trace trace;
  private final int servers;
  private List<Integer> arrivals = List.of();

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
    arrivals = trace.arrivals();
    Passage message = trace.passage(serial);
    return new CausalCone(message, past(message), future(message));
  }

  // Backwards through the arrivals: whatever can widen the past at a step arrives at that step or
  // later, so each group of arrivals of one step is looked at once, until it widens nothing. What
  // arrives before the last step of every server cannot widen it any more.
  private List<Integer> past(Passage message) {
    Integer[] last = new Integer[servers];
    Arrays.fill(last, CausalCone.NEVER_BEFORE);
    last[from(message)] = message.sentStep();
    int high = countUpTo(message.sentStep());
    while (high > 0 && end(high - 1) > Collections.min(Arrays.asList(last))) {
      int low = high;
      List<Passage> group = new ArrayList<>();
      while (low > 0 && end(low - 1) == end(high - 1)) {
        low--;
        group.add(arrival(low));
      }
      boolean wider = true;
      while (wider) {
        wider = false;
        for (Passage arrival : group) {
          if (arrival.endStep() <= last[to(arrival)] && last[from(arrival)] < arrival.sentStep()) {
            last[from(arrival)] = arrival.sentStep();
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
    first[to(message)] = message.endStep();
    int low = countUpTo(message.endStep() - 1);
    while (low < arrivals.size() && end(low) < Collections.max(Arrays.asList(first))) {
      int high = low;
      List<Passage> group = new ArrayList<>();
      while (high < arrivals.size() && end(high) == end(low)) {
        group.add(arrival(high));
        high++;
      }
      boolean wider = true;
      while (wider) {
        wider = false;
        for (Passage arrival : group) {
          if (arrival.sentStep() >= first[from(arrival)]
              && first[to(arrival)] > arrival.endStep()) {
            first[to(arrival)] = arrival.endStep();
            wider = true;
          }
        }
      }
      low = high;
    }
    return List.of(first);
  }

  private static int from(Passage message) {
    return message.content().from().number() - 1;
  }

  private static int to(Passage message) {
    return message.content().to().number() - 1;
  }

  private Passage arrival(int place) {
    return trace.passage(arrivals.get(place));
  }

  private int end(int place) {
    return arrival(place).endStep();
  }

  private int countUpTo(int step) {
    int low = 0;
    int high = arrivals.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(middle) <= step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
