package paxoscope.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import paxoscope.journal.NodeEvent;
import paxoscope.narration.Words;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * Writes a run as a log that the visualizer ShiViz reads with its usual expression: for each event
 * a line that says what happened, and one with the server and its vector clock (Mattern 1989).
 */
public final class ShiVizLog {

  private final Trace trace;
  private final Map<ServerId, Map<ServerId, Integer>> clocks = new HashMap<>();
  private final Map<Integer, Map<ServerId, Integer>> sent = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private ShiVizLog(Trace trace) {
    this.trace = trace;
  }

  /**
   * Writes a run.
   *
   * @param trace the run
   * @return the text of the log
   */
  public static String of(Trace trace) {
    ShiVizLog log = new ShiVizLog(trace);
    for (int number = 1; number <= trace.size(); number++) {
      log.step(number);
    }
    return String.join("\n", log.lines) + (log.lines.isEmpty() ? "" : "\n");
  }

  private void step(int number) {
    TraceStep step = trace.step(number);
    List<Passage> passages = passages(number);
    List<Passage> arriving =
        new ArrayList<>(
            passages.stream()
                .filter(passage -> passage.endStep() == number && passage.arrived())
                .toList());
    List<Passage> leaving =
        new ArrayList<>(passages.stream().filter(passage -> passage.sentStep() == number).toList());
    for (NodeEvent event : step.events()) {
      switch (event.kind()) {
        case HANDLED, REFUSED, IGNORED ->
            event
                .message()
                .ifPresent(
                    item -> {
                      Passage came = take(arriving, item);
                      happened(
                          item.to(),
                          said(event, item),
                          came == null ? null : sent.get(came.serial()));
                    });
        case HELD ->
            event
                .message()
                .ifPresent(
                    item -> {
                      Passage leaves = take(leaving, item);
                      happened(item.from(), "sends " + Words.arrow(item), null);
                      if (leaves != null) {
                        sent.put(leaves.serial(), new TreeMap<>(clocks.get(item.from())));
                      }
                    });
        case STARTED, RESTARTED, PROPOSED, TIMER, DECIDED, COMMITTED, ANSWERED ->
            happened(event.node(), event.kind().wireName(), null);
        case DROPPED, DUPLICATED, UNKNOWN, EXTERNAL -> {
          // These happen to messages on their way, not at a server.
        }
      }
    }
  }

  private List<Passage> passages(int number) {
    return trace.passagesBetween(number, number);
  }

  private static Passage take(List<Passage> passages, Outbound item) {
    for (Passage passage : passages) {
      if (passage.content().equals(item)) {
        passages.remove(passage);
        return passage;
      }
    }
    return null;
  }

  private static String said(NodeEvent event, Outbound item) {
    return event.kind().wireName() + " " + Words.arrow(item) + " from " + item.from();
  }

  private void happened(ServerId server, String what, Map<ServerId, Integer> before) {
    Map<ServerId, Integer> clock = clocks.computeIfAbsent(server, _ -> new TreeMap<>());
    if (before != null) {
      before.forEach((other, count) -> clock.merge(other, count, Math::max));
    }
    clock.merge(server, 1, Integer::sum);
    lines.add(what);
    lines.add(
        server
            + " "
            + clock.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}")));
  }
}
