package paxoscope.trace;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/**
 * Whose promises the proposals of two proposers have had, once a majority had given them. Any two
 * majorities share a server: that is why the later proposer cannot overlook the earlier one.
 *
 * @param first the majority of the lower number, if there is one
 * @param second the majority of the higher number, if two proposers have one
 */
public record Quorums(Optional<Quorum> first, Optional<Quorum> second) {

  /**
   * The servers that have ever promised a proposal's number, at least a majority of them all.
   *
   * @param number the number
   * @param servers the servers
   */
  public record Quorum(ProposalNumber number, Set<ServerId> servers) {}

  /**
   * Looks for them at one moment: the last number of each proposer that a majority has promised,
   * and of these the two highest.
   *
   * @param trace the run
   * @param cursor the moment
   * @return the majorities
   */
  public static Quorums at(Trace trace, int cursor) {
    int majority = trace.header().membership().majority();
    TreeMap<ServerId, Quorum> latest = new TreeMap<>();
    promises(trace, cursor)
        .forEach(
            (number, servers) -> {
              if (servers.size() >= majority) {
                latest.put(
                    number.server(), new Quorum(number, Collections.unmodifiableSet(servers)));
              }
            });
    List<Quorum> highest =
        latest.values().stream().sorted(Comparator.comparing(Quorum::number).reversed()).toList();
    return highest.size() < 2
        ? new Quorums(highest.stream().findFirst(), Optional.empty())
        : new Quorums(Optional.of(highest.get(1)), Optional.of(highest.get(0)));
  }

  // Whoever accepts a proposal without having been asked before has promised its number, too.
  private static Map<ProposalNumber, Set<ServerId>> promises(Trace trace, int cursor) {
    Map<ProposalNumber, Set<ServerId>> promises = new TreeMap<>();
    for (TraceStep step : trace.steps().subList(0, cursor)) {
      for (NodeEvent event : step.events()) {
        if (event.kind() == NodeEvent.Kind.RESTARTED) {
          promises.values().forEach(servers -> servers.remove(event.node()));
        }
        event
            .state()
            .promised()
            .ifPresent(
                number -> promises.computeIfAbsent(number, _ -> new TreeSet<>()).add(event.node()));
      }
    }
    return promises;
  }

  /**
   * The servers in both majorities.
   *
   * @return at least one if there are two majorities
   */
  public Set<ServerId> shared() {
    Set<ServerId> shared = new TreeSet<>(first.map(Quorum::servers).orElse(Set.of()));
    shared.retainAll(second.map(Quorum::servers).orElse(Set.of()));
    return shared;
  }

  /**
   * Those that a server is in.
   *
   * @param server a server
   * @return none, one or both
   */
  public List<Quorum> of(ServerId server) {
    return Stream.concat(first.stream(), second.stream())
        .filter(quorum -> quorum.servers().contains(server))
        .toList();
  }
}
