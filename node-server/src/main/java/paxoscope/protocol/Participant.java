package paxoscope.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One server in all its roles: acceptor, learner, and a proposer for each client's value that it
 * works on. A pure value: {@link #handle} gives a new one. It keeps no time, draws no random number
 * and stores nothing; whoever runs it makes {@link #durable()} durable before any output leaves.
 *
 * @param self which server it is
 * @param membership the cluster
 * @param rules which rules hold
 * @param acceptor its acceptor
 * @param learner its learner
 * @param highestRoundUsed the highest round it has used as a proposer, 0 for none
 * @param highestRoundSeen the highest round it has used or heard of, 0 for none
 * @param proposers the proposals under way, by the number of their current round
 */
public record Participant(
    ServerId self,
    Membership membership,
    Rules rules,
    Acceptor acceptor,
    Learner learner,
    int highestRoundUsed,
    int highestRoundSeen,
    Map<ProposalNumber, Proposer> proposers) {

  /** Keeps an own, ordered copy of the map. */
  public Participant {
    proposers = Collections.unmodifiableMap(new TreeMap<>(proposers));
  }

  /**
   * A server as it starts, with what it remembers.
   *
   * @param self which server it is
   * @param membership the cluster
   * @param rules which rules hold
   * @param durable what it remembers; {@link DurableState#INITIAL} the first time
   * @return the participant
   * @throws IllegalArgumentException if the server is not in the cluster
   */
  public static Participant start(
      ServerId self, Membership membership, Rules rules, DurableState durable) {
    if (!membership.contains(self)) {
      throw new IllegalArgumentException(
          self + " is not in a cluster of " + membership.size() + " servers.");
    }
    int used = rules.hold(Rule.NEVER_REUSE_A_NUMBER) ? durable.highestRoundUsed() : 0;
    Participant remembering =
        new Participant(
            self, membership, rules, durable.acceptor(), durable.learner(), used, used, Map.of());
    return remembering
        .seen(durable.acceptor().promised())
        .seen(durable.learner().committed().map(Proposal::number));
  }

  /**
   * What of this state must survive a crash.
   *
   * @return the part to make durable
   */
  public DurableState durable() {
    return new DurableState(acceptor, learner, highestRoundUsed);
  }

  /**
   * Handles one input.
   *
   * @param input any input
   * @return the next state, the outputs and the verdict
   * @throws ProtocolViolation if no correct cluster could have produced the input; nothing changes
   * @throws IllegalArgumentException with one clear line if a client's request or a message does
   *     not fit this server or cluster; nothing changes
   */
  public Step handle(Input input) {
    return switch (input) {
      case Input.Received received -> receive(received.message());
      case Input.Propose propose -> propose(propose);
      case Input.TimerFired fired -> fire(fired.timer());
      case Input.Unanswered unanswered ->
          update(
              unanswered.request().number(),
              proposer -> proposer.handleUnanswered(unanswered.request(), quorum()));
    };
  }

  private Step receive(Message message) {
    requireMember(message.from());
    requireMember(message.number().server());
    if (!message.to().equals(self)) {
      throw new IllegalArgumentException(
          "This is " + self + ", but the message is for " + message.to() + ".");
    }
    requirePossible(message);
    Participant aware = seen(Optional.of(message.number()));
    return switch (message) {
      case Message.Prepare prepare -> aware.answer(acceptor.handle(prepare, rules));
      case Message.Accept accept -> aware.answer(acceptor.handle(accept, rules));
      case Message.Commit commit -> aware.learn(learner.handle(commit));
      case Message.Promise promise ->
          aware
              .seen(member(promise.accepted().map(Proposal::number)))
              .update(promise.number(), proposer -> proposer.handle(promise, quorum(), rules));
      case Message.Accepted accepted ->
          aware.update(
              accepted.number(), proposer -> proposer.handle(accepted, quorum(), membership));
      case Message.Nack nack ->
          aware
              .seen(member(Optional.of(nack.promised())))
              .update(nack.number(), proposer -> proposer.handle(nack, quorum()));
    };
  }

  // Only its own server issues a number. (A reply can be odder: its sender may lack a rule.)
  private void requirePossible(Message message) {
    if (message instanceof Message.Request && !message.from().equals(message.number().server())) {
      throw new IllegalArgumentException(
          "Proposal %s is of %s: %s cannot send its %s."
              .formatted(
                  message.number(), message.number().server(), message.from(), message.kind()));
    }
  }

  private Step answer(Acceptor.Answer answer) {
    Step.Verdict verdict =
        answer.reply() instanceof Message.Nack ? Step.Verdict.REFUSED : Step.Verdict.HANDLED;
    return new Step(
        with(answer.next(), learner), verdict, List.of(new Output.Send(answer.reply())));
  }

  private Step learn(Learner next) {
    return new Step(with(acceptor, next), Step.Verdict.HANDLED, List.of());
  }

  private Step propose(Input.Propose request) {
    Set<ServerId> asked = asked(request.options());
    int round = request.options().firstRound().orElse(nextRoundOrOverflow());
    if (round < 1) {
      throw new IllegalArgumentException("There is no round above 2147483647 to propose with.");
    }
    ProposalNumber number = new ProposalNumber(round, self);
    boolean reused = round <= highestRoundUsed && rules.hold(Rule.NEVER_REUSE_A_NUMBER);
    if (reused || proposers.containsKey(number)) {
      throw new IllegalArgumentException(
          "Round %d is not above the highest round that %s has used, %d: ask for a higher one."
              .formatted(round, self, highestRoundUsed));
    }
    return begun(
        Proposer.begin(
            new Proposer.Task(
                request.ticket(), request.value(), request.options().attempts(), asked),
            number));
  }

  private Set<ServerId> asked(ProposeOptions options) {
    if (options.to().isEmpty()) {
      return ServerSets.copyOf(membership.servers());
    }
    options.to().forEach(this::requireMember);
    if (options.to().size() < quorum()) {
      throw new IllegalArgumentException(
          "A proposal must ask at least a majority: %d of %d servers, not %d."
              .formatted(quorum(), membership.size(), options.to().size()));
    }
    return options.to();
  }

  private Step fire(Timer timer) {
    return switch (timer.kind()) {
      case TIME_OUT -> update(timer.number(), Proposer::handleTimeOut);
      case RETRY -> retry(timer);
      case PREPARE, PROMISE, ACCEPT, ACCEPTED, NACK, COMMIT ->
          throw new IllegalArgumentException("A " + timer.kind() + " is not a timer.");
    };
  }

  private Step retry(Timer timer) {
    Proposer proposer = proposers.get(timer.number());
    if (proposer == null || proposer.phase() != Proposer.Phase.WAITING) {
      return ignored();
    }
    int round = nextRoundOrOverflow();
    if (round < 1) {
      return put(proposer, proposer.giveUp());
    }
    Map<ProposalNumber, Proposer> others = new TreeMap<>(proposers);
    others.remove(timer.number());
    return with(others).begun(proposer.beginNextRound(new ProposalNumber(round, self)));
  }

  private Step begun(Proposer.Change change) {
    int round = change.next().number().round();
    return withRounds(Math.max(highestRoundUsed, round), Math.max(highestRoundSeen, round))
        .put(change.next(), change);
  }

  // Below 1 if the highest round has been seen: adding one to it would overflow.
  private int nextRoundOrOverflow() {
    return highestRoundSeen + 1;
  }

  private interface Handler {
    Optional<Proposer.Change> handle(Proposer proposer);
  }

  private Step update(ProposalNumber number, Handler handler) {
    Proposer proposer = proposers.get(number);
    if (proposer == null) {
      return ignored();
    }
    return handler.handle(proposer).map(change -> put(proposer, change)).orElse(ignored());
  }

  private Step put(Proposer before, Proposer.Change change) {
    Map<ProposalNumber, Proposer> changed = new TreeMap<>(proposers);
    changed.remove(before.number());
    if (!change.next().isDone()) {
      changed.put(change.next().number(), change.next());
    }
    return new Step(with(changed), Step.Verdict.HANDLED, new ArrayList<>(change.outputs()));
  }

  private Step ignored() {
    return new Step(this, Step.Verdict.IGNORED, List.of());
  }

  private int quorum() {
    return rules.quorum(membership);
  }

  private void requireMember(ServerId server) {
    if (!membership.contains(server)) {
      throw new IllegalArgumentException(
          "%s is not in this cluster of %d servers.".formatted(server, membership.size()));
    }
  }

  private Optional<ProposalNumber> member(Optional<ProposalNumber> number) {
    number.map(ProposalNumber::server).ifPresent(this::requireMember);
    return number;
  }

  private Participant seen(Optional<ProposalNumber> number) {
    int round = number.map(ProposalNumber::round).orElse(0);
    return withRounds(highestRoundUsed, Math.max(highestRoundSeen, round));
  }

  private Participant withRounds(int used, int seen) {
    if (used == highestRoundUsed && seen == highestRoundSeen) {
      return this;
    }
    return new Participant(self, membership, rules, acceptor, learner, used, seen, proposers);
  }

  private Participant with(Acceptor newAcceptor, Learner newLearner) {
    return new Participant(
        self,
        membership,
        rules,
        newAcceptor,
        newLearner,
        highestRoundUsed,
        highestRoundSeen,
        proposers);
  }

  private Participant with(Map<ProposalNumber, Proposer> newProposers) {
    return new Participant(
        self,
        membership,
        rules,
        acceptor,
        learner,
        highestRoundUsed,
        highestRoundSeen,
        newProposers);
  }
}
