package paxoscope.diagram;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
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
    int step = trace.chosenStep();
    ClusterState then = trace.at(step);
    return then.chosen()
        .map(
            proposal ->
                new ChosenMoment(step, proposal, new TreeSet<>(then.acceptances().get(proposal))));
  }
}
