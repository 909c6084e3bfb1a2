package paxoscope.protocol;

import java.util.Optional;

/** A message between two servers, named as in the papers (PMS sections 2.2 and 2.3). */
public sealed interface Message extends Outbound {

  /** What a proposer sends, and an acceptor or learner handles. */
  sealed interface Request extends Message {
    @Override
    default Leg leg() {
      return Leg.REQUEST;
    }
  }

  /** What an acceptor answers, and a proposer handles. */
  sealed interface Reply extends Message {
    @Override
    default Leg leg() {
      return Leg.REPLY;
    }
  }

  /**
   * Phase 1a: "promise me this number, and tell me what you have accepted".
   *
   * @param from the proposer
   * @param to the acceptor
   * @param number the number to promise
   */
  record Prepare(ServerId from, ServerId to, ProposalNumber number) implements Request {
    @Override
    public Kind kind() {
      return Kind.PREPARE;
    }
  }

  /**
   * Phase 1b: the promise not to accept anything numbered lower.
   *
   * @param from the acceptor
   * @param to the proposer
   * @param number the number promised
   * @param accepted the highest-numbered proposal that the acceptor has accepted, if any
   */
  record Promise(ServerId from, ServerId to, ProposalNumber number, Optional<Proposal> accepted)
      implements Reply {
    @Override
    public Kind kind() {
      return Kind.PROMISE;
    }
  }

  /**
   * Phase 2a: the request to accept a proposal.
   *
   * @param from the proposer
   * @param to the acceptor
   * @param proposal what to accept
   */
  record Accept(ServerId from, ServerId to, Proposal proposal) implements Request {
    @Override
    public ProposalNumber number() {
      return proposal.number();
    }

    @Override
    public Kind kind() {
      return Kind.ACCEPT;
    }
  }

  /**
   * Phase 2b: the acceptor has accepted.
   *
   * @param from the acceptor
   * @param to the proposer
   * @param number the number of the accepted proposal
   */
  record Accepted(ServerId from, ServerId to, ProposalNumber number) implements Reply {
    @Override
    public Kind kind() {
      return Kind.ACCEPTED;
    }
  }

  /**
   * A refusal: the acceptor has promised a higher number (PMS section 2.2 allows an acceptor to
   * inform the proposer, so that it abandons its proposal).
   *
   * @param from the acceptor
   * @param to the proposer
   * @param number the number that was refused
   * @param refused what was refused: {@link Outbound.Kind#PREPARE} or {@link Outbound.Kind#ACCEPT}
   * @param promised the higher number that stands in the way
   */
  record Nack(
      ServerId from, ServerId to, ProposalNumber number, Kind refused, ProposalNumber promised)
      implements Reply {
    /**
     * Checks what was refused, and that the promise explains it.
     *
     * @throws IllegalArgumentException if it is neither a Prepare nor an Accept, or if the number
     *     promised is not higher than the one refused
     */
    public Nack {
      if (refused != Kind.PREPARE && refused != Kind.ACCEPT) {
        throw new IllegalArgumentException("A " + refused + " cannot be refused.");
      }
      if (!promised.isHigherThan(number)) {
        throw new IllegalArgumentException(
            "A promise of %s is no reason to refuse %s.".formatted(promised, number));
      }
    }

    @Override
    public Kind kind() {
      return Kind.NACK;
    }
  }

  /**
   * The chosen value, told to a learner (PMS section 2.3).
   *
   * @param from the proposer that knows the value to be chosen
   * @param to the learner
   * @param proposal the proposal that was chosen
   */
  record Commit(ServerId from, ServerId to, Proposal proposal) implements Request {
    @Override
    public ProposalNumber number() {
      return proposal.number();
    }

    @Override
    public Kind kind() {
      return Kind.COMMIT;
    }
  }
}
