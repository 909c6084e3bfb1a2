package paxoscope.director;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.ServerId;

/**
 * Finds in what nodes have done what belongs to the run they are in now. A restart that names a run
 * wipes out all that was before, so whoever comes later is not shown it.
 */
final class CurrentRun {

  private CurrentRun() {}

  /**
   * Leaves out what a node did before it came into the run of the latest event. All of it stays if
   * that run has no name, and of a node that is in another run.
   *
   * @param events in the order in which they happened
   * @return the rest, in the same order
   */
  static List<NodeEvent> of(List<NodeEvent> events) {
    Optional<String> run = latestRun(events);
    if (run.isEmpty()) {
      return events;
    }
    Map<ServerId, Integer> begins = new HashMap<>();
    for (NodeEvent event : events) {
      if (event.kind() == NodeEvent.Kind.RESTARTED) {
        if (event.state().run().equals(run.get())) {
          begins.put(event.node(), event.sequence());
        } else {
          begins.remove(event.node());
        }
      }
    }
    return events.stream()
        .filter(event -> event.sequence() > begins.getOrDefault(event.node(), 0))
        .toList();
  }

  private static Optional<String> latestRun(List<NodeEvent> events) {
    return events.stream()
        .max(Comparator.comparingInt(NodeEvent::clock))
        .map(event -> event.state().run())
        .filter(run -> !run.isEmpty());
  }
}
