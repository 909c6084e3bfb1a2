package paxoscope.journal;

import java.util.List;

/**
 * An answer to {@code node.events}.
 *
 * @param incarnation the node's incarnation
 * @param clock the node's logical clock now
 * @param next what to ask for {@code since} the next time
 * @param more whether further events are there already
 * @param missed how many events before the first one the bounded journal has lost; 0 for none
 * @param events in order of their sequence; may be empty
 */
public record EventBatch(
    int incarnation, int clock, int next, boolean more, int missed, List<NodeEvent> events) {

  /** Keeps an own copy. */
  public EventBatch {
    events = List.copyOf(events);
  }
}
