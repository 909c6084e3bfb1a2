package paxoscope.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/**
 * Finds the overtakings of a growing run. Used under the lock of its trace.
 *
 * <p>An acceptor that has promised a higher number will refuse the Accept, whenever it comes (PMS
 * section 2.2, P1a): so it is the promise that settles it, and the refusal only tells the proposer.
 */
final class OvertakingIndex {

  /** A proposal whose Accepts are on their way. */
  private static final class Contender {
    private final Message.Accept accept;
    private final Set<ServerId> asked = new TreeSet<>();

    Contender(Message.Accept accept) {
      this.accept = accept;
    }
  }

  private final Membership membership;
  private final NavigableMap<ProposalNumber, Contender> contenders = new TreeMap<>();
  private final NavigableSet<ProposalNumber> touched = new TreeSet<>();
  private final Set<ProposalNumber> stopped = new HashSet<>();
  private final List<Overtaking> overtakings = new ArrayList<>();
  private final Numbers steps = new Numbers();

  OvertakingIndex(Membership membership) {
    this.membership = membership;
  }

  /** Something has begun to wait: of an Accept it is then known whom its proposer asks. */
  void waits(Outbound content) {
    if (content instanceof Message.Accept accept) {
      contender(accept).asked.add(accept.to());
      touched.add(accept.number());
    }
  }

  private Contender contender(Message.Accept accept) {
    return contenders.computeIfAbsent(accept.number(), _ -> new Contender(accept));
  }

  /** Takes in what a step tells, after everything that began to wait in it. */
  void add(TraceStep step, ClusterState before, ClusterState after) {
    if (step.decision() instanceof Decision.Restart) {
      forget();
    }
    for (NodeEvent event : step.events()) {
      if (event.kind() == NodeEvent.Kind.RESTARTED) {
        // Its numbers begin anew, so those of before are other proposals.
        forget();
      }
      if (event.kind() == NodeEvent.Kind.REFUSED
          && event.message().orElse(null) instanceof Message.Accept accept
          && !contenders.containsKey(accept.number())) {
        // Where no gate has shown them, any server may have been asked.
        contender(accept).asked.addAll(membership.servers());
      }
      touch(event.node(), before, after);
    }
    touched.forEach(number -> settle(number, after));
    touched.clear();
  }

  private void forget() {
    contenders.clear();
    touched.clear();
    stopped.clear();
  }

  /** A promise matters to the proposals that it has passed by. */
  private void touch(ServerId server, ClusterState before, ClusterState after) {
    Optional<ProposalNumber> then = before.server(server).promised();
    Optional<ProposalNumber> now = after.server(server).promised();
    if (now.isPresent() && then.isEmpty()) {
      touched.addAll(contenders.headMap(now.get(), false).keySet());
    } else if (now.isPresent() && now.get().isHigherThan(then.get())) {
      touched.addAll(contenders.subMap(then.get(), true, now.get(), false).keySet());
    }
  }

  private void settle(ProposalNumber number, ClusterState after) {
    Contender contender = contenders.get(number);
    if (contender == null || stopped.contains(number)) {
      return;
    }
    // Whoever has accepted it may promise more, and has accepted it all the same.
    Set<ServerId> acceptors =
        after.acceptances().getOrDefault(contender.accept.proposal(), Set.of());
    List<ProposalNumber> higher =
        contender.asked.stream()
            .filter(server -> !acceptors.contains(server))
            .flatMap(server -> after.server(server).promised().stream())
            .filter(promised -> promised.isHigherThan(number))
            .sorted()
            .toList();
    if (contender.asked.size() - higher.size() < membership.majority() && !higher.isEmpty()) {
      stopped.add(number);
      contenders.remove(number);
      overtakings.add(new Overtaking(after.cursor(), number, higher.getLast()));
      steps.add(after.cursor());
    }
  }

  int countUpTo(int cursor) {
    return steps.countUpTo(cursor);
  }

  Overtaking get(int place) {
    return overtakings.get(place - 1);
  }
}
