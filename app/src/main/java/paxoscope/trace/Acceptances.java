package paxoscope.trace;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;

/**
 * All acceptances ever told, and what they make chosen: the first proposal that a majority has
 * accepted (PMS section 2.1).
 *
 * @param by who has accepted each proposal
 * @param acceptors who has accepted anything
 * @param chosen what is chosen, if anything
 */
record Acceptances(
    PMap<Proposal, Set<ServerId>> by, Set<ServerId> acceptors, Optional<Proposal> chosen) {

  private static final Comparator<Proposal> BY_NUMBER =
      Comparator.comparing(Proposal::number).thenComparing(proposal -> proposal.value().text());

  static final Acceptances NONE =
      new Acceptances(TreePMap.empty(BY_NUMBER), Set.of(), Optional.empty());

  /** These and one more. */
  Acceptances and(Proposal proposal, ServerId acceptor, int majority) {
    Set<ServerId> its = Sets.with(by.getOrDefault(proposal, Set.of()), acceptor);
    return new Acceptances(
        by.plus(proposal, its),
        Sets.with(acceptors, acceptor),
        chosen.or(() -> Optional.of(proposal).filter(_ -> its.size() >= majority)));
  }
}
