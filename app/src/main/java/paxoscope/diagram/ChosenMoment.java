package paxoscope.diagram;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Trace;

/**
 * When a value was chosen.
 *
 * @param step the step in which a majority was reached
 * @param proposal what was chosen
 * @param servers the majority
 */
record ChosenMoment(int step, Proposal proposal, SortedSet<ServerId> servers) {

  static Optional<ChosenMoment> of(Trace trace) {
    int size = trace.size();
    return trace.at(size).chosen().flatMap(proposal -> find(trace, size, proposal));
  }

  private static Optional<ChosenMoment> find(Trace trace, int size, Proposal proposal) {
    SortedSet<ServerId> servers = new TreeSet<>();
    for (int step : trace.stepsAbout(proposal.number(), size)) {
      for (NodeEvent event : trace.step(step).events()) {
        if (event.kind() == NodeEvent.Kind.HANDLED
            && event.message().orElse(null) instanceof Message.Accept accept
            && accept.proposal().equals(proposal)) {
          servers.add(event.node());
        }
      }
      if (servers.size() >= trace.header().membership().majority()) {
        return Optional.of(new ChosenMoment(step, proposal, servers));
      }
    }
    return Optional.empty();
  }
}
