package paxoscope.narration;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/** What the journal tells of one round of a proposer. Grows while {@link History} reads. */
final class Round {

  final ProposalNumber number;
  final Optional<Value> wanted;
  final Set<ServerId> asked = new TreeSet<>();
  final TreeMap<ServerId, Optional<Proposal>> promises = new TreeMap<>();
  final Set<ServerId> refusedPrepare = new TreeSet<>();
  final Set<ServerId> refusedAccept = new TreeSet<>();
  final Set<ServerId> accepted = new TreeSet<>();
  Optional<Value> proposed = Optional.empty();

  /** The step in which its Accepts were sent, 0 if they were not. */
  int acceptsStep;

  /** The step in which its Commits were sent, 0 if they were not. */
  int commitsStep;

  /** The step in which it failed, 0 if it did not. */
  int failedStep;

  Round(ProposalNumber number, Optional<Value> wanted) {
    this.number = number;
    this.wanted = wanted;
  }

  /** The highest-numbered proposal that its promises told of, so far. */
  Optional<Proposal> told() {
    return promises.values().stream()
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Proposal::number));
  }

  /** The first server that told of a proposal. */
  Optional<ServerId> tellerOf(Proposal proposal) {
    return promises.entrySet().stream()
        .filter(entry -> entry.getValue().equals(Optional.of(proposal)))
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }

  /** Who has refused in the phase it is in. */
  Set<ServerId> refusals() {
    return acceptsStep == 0 ? refusedPrepare : refusedAccept;
  }

  /** Who was asked but has not answered in the phase it is in. */
  Set<ServerId> silent() {
    Set<ServerId> silent = new TreeSet<>(asked);
    silent.removeAll(refusals());
    silent.removeAll(acceptsStep == 0 ? promises.keySet() : accepted);
    return silent;
  }
}
