package paxoscope.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/** Finds the overtakings of a growing run. Used under the lock of its trace. */
final class OvertakingIndex {

  private final Membership membership;
  private final Map<ProposalNumber, Set<ServerId>> asked = new HashMap<>();
  private final Map<ProposalNumber, Set<ServerId>> refusedBy = new HashMap<>();
  private final Set<ProposalNumber> stopped = new HashSet<>();
  private final List<Overtaking> overtakings = new ArrayList<>();
  private final Numbers steps = new Numbers();

  OvertakingIndex(Membership membership) {
    this.membership = membership;
  }

  /** Something has begun to wait: of an Accept it is then known whom its proposer asks. */
  void waits(Outbound content) {
    if (content instanceof Message.Accept accept) {
      asked.computeIfAbsent(accept.number(), _ -> new TreeSet<>()).add(accept.to());
    }
  }

  /** Takes in what a step tells, after everything that began to wait in it. */
  void add(TraceStep step, ClusterState after) {
    if (step.decision() instanceof Decision.Restart) {
      forget();
    }
    for (NodeEvent event : step.events()) {
      if (event.kind() == NodeEvent.Kind.RESTARTED) {
        // Its numbers begin anew, so those of before are other proposals.
        forget();
      }
      if (event.kind() == NodeEvent.Kind.REFUSED
          && event.message().orElse(null) instanceof Message.Accept accept) {
        refused(accept, event, after);
      }
    }
  }

  private void forget() {
    asked.clear();
    refusedBy.clear();
    stopped.clear();
  }

  private void refused(Message.Accept accept, NodeEvent event, ClusterState after) {
    ProposalNumber number = accept.number();
    Set<ServerId> acceptors = after.acceptances().getOrDefault(accept.proposal(), Set.of());
    // Whoever has accepted it may refuse a copy that comes late, and has accepted it all the same.
    if (stopped.contains(number) || acceptors.contains(event.node())) {
      return;
    }
    Set<ServerId> refusers = refusedBy.computeIfAbsent(number, _ -> new TreeSet<>());
    refusers.add(event.node());
    // Where no gate has shown them, any server may have been asked.
    Set<ServerId> all = asked.getOrDefault(number, Set.copyOf(membership.servers()));
    long possible = all.stream().filter(server -> !refusers.contains(server)).count();
    if (possible < membership.majority() && event.state().promised().isPresent()) {
      stopped.add(number);
      asked.remove(number);
      refusedBy.remove(number);
      overtakings.add(new Overtaking(after.cursor(), number, event.state().promised().get()));
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
