package paxoscope.director;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.TraceStep;

/**
 * Makes steps of what the nodes did without being directed: one for each thing that entered a node.
 */
final class ObservedSteps {

  private static final int NONE = -1;

  private ObservedSteps() {}

  static List<TraceStep> of(List<NodeEvent> events) {
    List<List<NodeEvent>> groups = new ArrayList<>();
    Map<ServerId, Integer> open = new HashMap<>();
    Map<ServerId, Integer> latest = new HashMap<>();
    for (NodeEvent event : events) {
      ServerId cause = cause(event);
      int group = open.getOrDefault(cause, NONE);
      // What happened at one node stays in its order, whatever it belongs to.
      if (group < latest.getOrDefault(event.node(), 0) || enters(event.kind())) {
        group = groups.size();
        groups.add(new ArrayList<>());
        open.put(cause, group);
      }
      groups.get(group).add(event);
      latest.put(event.node(), group);
    }
    return groups.stream().map(ObservedSteps::step).toList();
  }

  /**
   * Where the thing happened that led to an event. A reply enters the gate of the node that called,
   * but it was made where the request was handled.
   */
  private static ServerId cause(NodeEvent event) {
    boolean madeElsewhere =
        event.kind() == NodeEvent.Kind.HELD
            && event.message().filter(item -> item.leg() == Leg.REPLY).isPresent();
    return madeElsewhere ? event.message().orElseThrow().from() : event.node();
  }

  private static boolean enters(NodeEvent.Kind kind) {
    return switch (kind) {
      case STARTED, PROPOSED, HANDLED, REFUSED, IGNORED, TIMER, UNKNOWN, RESTARTED, EXTERNAL ->
          true;
      case HELD, DROPPED, DUPLICATED, DECIDED, COMMITTED, ANSWERED -> false;
    };
  }

  private static TraceStep step(List<NodeEvent> group) {
    return new TraceStep(
        new Decision.Observed(),
        group.stream().flatMap(event -> event.message().stream()).findFirst(),
        "",
        "",
        TraceStep.Outcome.DONE,
        group);
  }

  /**
   * A step for a node that does not answer without anybody here having killed it. Whether it has
   * died, is stopped or is cut off, nobody here can know.
   */
  static TraceStep gone(ServerId server) {
    return told(
        new Decision.Crash(server),
        TraceStep.Outcome.UNKNOWN,
        server + " does not answer any more.");
  }

  /** A step for a node whose process has ended without anybody here having ended it. */
  static TraceStep died(ServerId server) {
    return told(
        new Decision.Crash(server),
        TraceStep.Outcome.DONE,
        "The process of " + server + " has ended by itself, or somebody else has ended it.");
  }

  /** A step for a node that answers again and has nothing to tell: it was stopped, or cut off. */
  static TraceStep back(ServerId server) {
    return told(new Decision.Resume(server), TraceStep.Outcome.DONE, server + " answers again.");
  }

  /** A step for an item that somebody had delivered before, to a server that is gone since. */
  static TraceStep left(HeldItem item) {
    return new TraceStep(
        new Decision.Deliver(item.name()),
        Optional.of(item.content()),
        "",
        "It had been delivered before; what %s did with it, nobody can tell now."
            .formatted(item.content().to()),
        TraceStep.Outcome.UNKNOWN,
        List.of());
  }

  /** A step that tells of a gap: a node has done more than its journal remembers. */
  static TraceStep missed(ServerId server, int events) {
    return told(
        new Decision.Observed(),
        TraceStep.Outcome.DONE,
        "%d events of %s are missing here: it had forgotten them before it was asked."
            .formatted(events, server));
  }

  private static TraceStep told(Decision decision, TraceStep.Outcome outcome, String words) {
    return new TraceStep(decision, Optional.empty(), "", words, outcome, List.of());
  }
}
