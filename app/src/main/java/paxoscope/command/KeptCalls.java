package paxoscope.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ServerId;
import paxoscope.runtext.CallText;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;

/** Asks the nodes for the texts of the calls of a run, so that they can be kept with it. */
public final class KeptCalls {

  /** A run that is looked at message by message has fewer; a long one keeps its last. */
  private static final int MOST_MESSAGES = 1_000;

  private record Call(ServerId owner, Cluster.Xml xml) {}

  private KeptCalls() {}

  /**
   * The calls of a run that its nodes still know. Blocks.
   *
   * @param cluster the nodes of the run
   * @param trace the run
   * @return one for each call, in the order of their first messages; without those of nodes that do
   *     not answer
   */
  public static List<CallText> of(Cluster cluster, Trace trace) {
    int count = trace.passageCount(trace.size());
    Set<ServerId> silent = new HashSet<>();
    Map<Call, List<String>> ids = new LinkedHashMap<>();
    for (int serial = Math.max(1, count - MOST_MESSAGES + 1); serial <= count; serial++) {
      Passage passage = trace.passage(serial);
      ServerId owner = passage.owner();
      boolean called = passage.content().leg() != Leg.TIMER && !passage.gateId().isEmpty();
      if (called && !silent.contains(owner)) {
        ask(cluster, passage, silent)
            .ifPresent(
                xml ->
                    ids.computeIfAbsent(new Call(owner, xml), _ -> new ArrayList<>())
                        .add(passage.gateId()));
      }
    }
    return ids.entrySet().stream()
        .map(
            entry ->
                new CallText(
                    entry.getKey().owner(),
                    entry.getValue(),
                    entry.getKey().xml().request(),
                    entry.getKey().xml().response()))
        .toList();
  }

  private static Optional<Cluster.Xml> ask(Cluster cluster, Passage passage, Set<ServerId> silent) {
    try {
      return cluster.xml(passage.owner(), passage.gateId());
    } catch (ClusterException _) {
      // The run is worth keeping without them.
      silent.add(passage.owner());
      return Optional.empty();
    }
  }
}
