package paxoscope.trace;

import java.util.List;
import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Outbound;

/**
 * One step of a run: a decision, and everything the nodes did because of it.
 *
 * @param decision what was decided
 * @param subject the message or timer that the decision was about, where there is one
 * @param column the column of the box diagram ("t1") that the scenario puts it in; empty for none
 * @param caption the scenario's own words for this step; empty for none
 * @param outcome what became of it
 * @param events what the nodes report, in the order in which it happened
 */
public record TraceStep(
    Decision decision,
    Optional<Outbound> subject,
    String column,
    String caption,
    Outcome outcome,
    List<NodeEvent> events) {

  /** Keeps an own copy. */
  public TraceStep {
    events = List.copyOf(events);
  }

  /** What became of a decision. */
  public enum Outcome {
    /** It was carried out. */
    DONE,
    /** Its receiver was not there. */
    UNREACHABLE,
    /** No answer came: it may have been carried out. */
    UNKNOWN
  }
}
