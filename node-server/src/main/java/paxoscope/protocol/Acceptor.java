package paxoscope.protocol;

import java.util.Optional;

/**
 * An acceptor: what it has promised and what it has accepted. It decides nothing and knows nothing
 * of what is chosen; it only keeps its promises.
 *
 * @param promised the highest number promised; never goes down
 * @param accepted the highest-numbered proposal accepted
 */
public record Acceptor(Optional<ProposalNumber> promised, Optional<Proposal> accepted) {

  /** An acceptor that has promised and accepted nothing. */
  public static final Acceptor INITIAL = new Acceptor(Optional.empty(), Optional.empty());

  /**
   * What an acceptor has made of a request.
   *
   * @param next the state afterwards, the same if it refused
   * @param reply the answer to the proposer
   */
  public record Answer(Acceptor next, Message.Reply reply) {}

  /**
   * Phase 1b (PMS section 2.2): promise the number and tell of what was accepted, unless a higher
   * number is promised. An equal number is promised again: it is the same request, come twice.
   *
   * @param prepare the request
   * @param rules which rules hold
   * @return a Promise, or a Nack that names the higher number
   */
  public Answer handle(Message.Prepare prepare, Rules rules) {
    ProposalNumber number = prepare.number();
    if (hasPromisedMoreThan(number) && rules.hold(Rule.PROMISE_NOTHING_LOWER)) {
      return refuse(prepare);
    }
    Message.Promise promise = new Message.Promise(prepare.to(), prepare.from(), number, accepted);
    return new Answer(new Acceptor(Optional.of(number), accepted), promise);
  }

  /**
   * Phase 2b, rule P1a (PMS section 2.2): accept unless a higher number is promised.
   *
   * @param accept the request
   * @param rules which rules hold
   * @return an Accepted, or a Nack that names the higher number
   * @throws ProtocolViolation if the number was accepted before with another value
   */
  public Answer handle(Message.Accept accept, Rules rules) {
    Proposal proposal = accept.proposal();
    accepted.ifPresent(before -> requireSameValue(before, proposal));
    if (hasPromisedMoreThan(proposal.number()) && rules.hold(Rule.KEEP_THE_PROMISE)) {
      return refuse(accept);
    }
    ProposalNumber highest =
        hasPromisedMoreThan(proposal.number()) ? promised.get() : proposal.number();
    Message.Accepted reply = new Message.Accepted(accept.to(), accept.from(), proposal.number());
    return new Answer(new Acceptor(Optional.of(highest), Optional.of(proposal)), reply);
  }

  private boolean hasPromisedMoreThan(ProposalNumber number) {
    return promised.isPresent() && promised.get().isHigherThan(number);
  }

  private Answer refuse(Message.Request request) {
    return new Answer(
        this,
        new Message.Nack(
            request.to(),
            request.from(),
            request.number(),
            request.kind(),
            promised.orElseThrow()));
  }

  // PMS section 2.2: different proposals have different numbers. This is no rule that could be
  // switched off: whoever breaks it is no proposer of this protocol, and there is nothing to be
  // shown of it.
  private static void requireSameValue(Proposal before, Proposal proposal) {
    if (before.number().equals(proposal.number()) && !before.value().equals(proposal.value())) {
      throw new ProtocolViolation(
          "Proposal %s was accepted with another value: a number never carries two values."
              .formatted(proposal.number()));
    }
  }
}
