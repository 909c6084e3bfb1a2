package paxoscope.node;

import java.util.Optional;
import paxoscope.protocol.Acceptor;
import paxoscope.protocol.DurableState;
import paxoscope.protocol.Learner;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.Value;

/** States to store. */
final class StoredStates {

  private StoredStates() {}

  /** A state whose parts all have the same round, so that a mixture of two would show. */
  static StoredState ofRound(int round) {
    return of(round, "value of " + round);
  }

  /** The same with a value of so many characters, so that a record has many pages. */
  static StoredState ofRound(int round, int characters) {
    return of(round, (round + " ").repeat(characters).substring(0, characters));
  }

  private static StoredState of(int round, String value) {
    return with(new Proposal(ProposalNumber.parse(round + ".1"), new Value(value)), round);
  }

  /** A state as large as any. */
  static StoredState largest(char letter) {
    String text = String.valueOf(letter).repeat(Value.MAXIMUM_BYTES);
    return with(new Proposal(ProposalNumber.parse("2147483647.99"), new Value(text)), 1);
  }

  private static StoredState with(Proposal proposal, int round) {
    DurableState durable =
        new DurableState(
            new Acceptor(Optional.of(proposal.number()), Optional.of(proposal)),
            new Learner(Optional.of(proposal)),
            round);
    return new StoredState(durable, "r".repeat(StoredState.MAXIMUM_RUN_LENGTH), round);
  }
}
