package paxoscope.director;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;

/**
 * Nodes of different runs ignore each other's messages. That happens to one that was down while the
 * others were restarted by a program that has ended since.
 */
public final class OneRun {

  private OneRun() {}

  /**
   * Which servers are in another run than most of those that answer.
   *
   * @param states what the servers tell that answer
   * @return the others, in ascending order; empty if all are in one run
   */
  public static List<ServerId> strangers(List<NodeState> states) {
    Map<String, List<ServerId>> byRun = new TreeMap<>();
    states.forEach(
        state -> byRun.computeIfAbsent(state.run(), _ -> new ArrayList<>()).add(state.server()));
    List<ServerId> most =
        byRun.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    return states.stream()
        .map(NodeState::server)
        .filter(it -> !most.contains(it))
        .sorted()
        .toList();
  }

  /**
   * What to say of them.
   *
   * @param strangers servers that are in another run than the rest
   * @return one line
   */
  public static String told(List<ServerId> strangers) {
    String names = String.join(", ", strangers.stream().map(ServerId::toString).toList());
    return names
        + (strangers.size() == 1 ? " is" : " are")
        + " in another run than the other servers, and they ignore each other: write restart, and"
        + " all begin anew together.";
  }

  static void require(Cluster cluster) {
    List<NodeState> states =
        AtOnce.ask(
                cluster,
                new Membership(cluster.ports().size()).servers(),
                server -> stateOf(cluster, server))
            .stream()
            .flatMap(Optional::stream)
            .toList();
    List<ServerId> strangers = strangers(states);
    if (!strangers.isEmpty()) {
      throw new ClusterException(told(strangers), null);
    }
  }

  private static Optional<NodeState> stateOf(Cluster cluster, ServerId server) {
    try {
      return cluster.status(server);
    } catch (ClusterException _) {
      // Whatever is at its address is no node of this cluster, and in no run.
      return Optional.empty();
    }
  }
}
