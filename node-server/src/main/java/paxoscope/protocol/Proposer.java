package paxoscope.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A proposer at work on one client's value. It goes through rounds until one succeeds or its
 * attempts are used up; each round has a number of its own. It does not choose numbers: the {@link
 * Participant} does, because it must never use one twice.
 *
 * @param task what it works on, the same in all rounds
 * @param attempt which round this is, from 1
 * @param number the number of this round
 * @param phase what it waits for
 * @param told the highest-numbered accepted proposal that a promise of this round told of
 * @param proposed the value of this round's Accepts; empty in phase 1
 * @param answers what it has heard in this phase
 */
public record Proposer(
    Task task,
    int attempt,
    ProposalNumber number,
    Phase phase,
    Optional<Proposal> told,
    Optional<Value> proposed,
    Answers answers) {

  /**
   * What a proposer works on.
   *
   * @param ticket which client's proposal it is
   * @param wanted the value that the client asked for
   * @param attempts how many rounds may be tried
   * @param asked the servers that get a Prepare and an Accept
   */
  public record Task(int ticket, Value wanted, int attempts, Set<ServerId> asked) {

    /** Keeps an own copy. */
    public Task {
      asked = ServerSets.copyOf(asked);
    }
  }

  /** What a proposer waits for. */
  public enum Phase {
    /** Phase 1: promises of a quorum. */
    PREPARING,
    /** Phase 2: acceptances of a quorum. */
    ACCEPTING,
    /** Its round has failed; it waits before the next one. */
    WAITING,
    /** It knows that its proposal is chosen. */
    DECIDED,
    /** It has tried all the rounds that it may try. */
    GAVE_UP
  }

  /**
   * What an input has done to a proposer.
   *
   * @param next the state afterwards
   * @param outputs what is to be done now
   */
  public record Change(Proposer next, List<Output> outputs) {}

  /**
   * The first round of a task.
   *
   * @param task what to work on
   * @param number a fresh number
   * @return the proposer and its Prepares
   */
  static Change begin(Task task, ProposalNumber number) {
    return prepare(task, 1, number);
  }

  /**
   * The next round.
   *
   * @param higher a fresh number
   * @return the proposer and its Prepares
   */
  Change beginNextRound(ProposalNumber higher) {
    return prepare(task, attempt + 1, higher);
  }

  // Phase 1a (PMS section 2.2): ask for promises under a fresh number. What an earlier round was
  // told is left behind: only the promises of this one speak for all proposals numbered below it.
  private static Change prepare(Task task, int attempt, ProposalNumber number) {
    Proposer next =
        new Proposer(
            task,
            attempt,
            number,
            Phase.PREPARING,
            Optional.empty(),
            Optional.empty(),
            Answers.NONE);
    List<Output> outputs = new ArrayList<>();
    for (ServerId acceptor : task.asked()) {
      outputs.add(new Output.Send(new Message.Prepare(number.server(), acceptor, number)));
    }
    outputs.add(new Output.StartTimer(next.timer(Outbound.Kind.TIME_OUT)));
    return new Change(next, outputs);
  }

  /**
   * A promise. With a quorum of them, phase 2a: P2c says which value to propose.
   *
   * @param promise a promise of this round
   * @param quorum how many promises are needed
   * @param rules which rules hold
   * @return the change; empty if it comes too late to matter
   */
  Optional<Change> handle(Message.Promise promise, int quorum, Rules rules) {
    if (phase != Phase.PREPARING || !isAwaited(promise.from())) {
      return Optional.empty();
    }
    Proposer next =
        sameRound(
            phase, higher(told, promise.accepted()), proposed, answers.withGrant(promise.from()));
    return Optional.of(
        next.answers.granted().size() < quorum ? next.waitOn() : next.sendAccepts(rules));
  }

  private static Optional<Proposal> higher(Optional<Proposal> one, Optional<Proposal> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().number().isHigherThan(other.get().number()) ? one : other;
  }

  private Change sendAccepts(Rules rules) {
    Value value =
        rules.hold(Rule.ADOPT_THE_HIGHEST_ACCEPTED)
            ? told.map(Proposal::value).orElse(task.wanted())
            : task.wanted();
    Proposal proposal = new Proposal(number, value);
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output.CancelTimer(timer(Outbound.Kind.TIME_OUT)));
    for (ServerId acceptor : task.asked()) {
      outputs.add(new Output.Send(new Message.Accept(number.server(), acceptor, proposal)));
    }
    outputs.add(new Output.StartTimer(timer(Outbound.Kind.TIME_OUT)));
    return new Change(sameRound(Phase.ACCEPTING, told, Optional.of(value), Answers.NONE), outputs);
  }

  /**
   * An acceptance. With a quorum of them the proposal is chosen (PMS section 2.2).
   *
   * @param accepted an acceptance of this round
   * @param quorum how many acceptances are needed
   * @param membership who is told the chosen value
   * @return the change; empty if it comes too late to matter
   */
  Optional<Change> handle(Message.Accepted accepted, int quorum, Membership membership) {
    if (phase != Phase.ACCEPTING || !isAwaited(accepted.from())) {
      return Optional.empty();
    }
    Proposer next = sameRound(phase, told, proposed, answers.withGrant(accepted.from()));
    return Optional.of(
        next.answers.granted().size() < quorum ? next.waitOn() : next.sendCommits(membership));
  }

  private Change sendCommits(Membership membership) {
    Proposal chosen = new Proposal(number, proposed.orElseThrow());
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output.CancelTimer(timer(Outbound.Kind.TIME_OUT)));
    outputs.add(new Output.Decided(task.ticket(), task.wanted(), chosen));
    for (ServerId learner : membership.servers()) {
      outputs.add(new Output.Send(new Message.Commit(number.server(), learner, chosen)));
    }
    return new Change(sameRound(Phase.DECIDED, told, proposed, answers), outputs);
  }

  /**
   * A refusal. The round fails once its quorum is out of reach (PMS section 2.2: a proposer may
   * abandon its proposal; it is a good idea once a higher number has begun).
   *
   * @param nack a refusal of this round
   * @param quorum how many answers are needed
   * @return the change; empty if it comes too late to matter
   */
  Optional<Change> handle(Message.Nack nack, int quorum) {
    if (!isAwaited(nack.from()) || !isUnderWay(nack.refused())) {
      return Optional.empty();
    }
    return Optional.of(
        sameRound(phase, told, proposed, answers.withRefusal(nack)).failIfOutOfReach(quorum));
  }

  /**
   * A request to which no answer is expected any more.
   *
   * @param request a request of this round
   * @param quorum how many answers are needed
   * @return the change; empty if it comes too late to matter
   */
  Optional<Change> handleUnanswered(Message.Request request, int quorum) {
    if (!isAwaited(request.to()) || !isUnderWay(request.kind())) {
      return Optional.empty();
    }
    Answers fewer = answers.withSilence(Set.of(request.to()));
    return Optional.of(sameRound(phase, told, proposed, fewer).failIfOutOfReach(quorum));
  }

  /**
   * The time-out: whoever has not answered by now counts as unanswered, and the round has failed.
   *
   * @return the change; empty if the phase is over
   */
  Optional<Change> handleTimeOut() {
    if (phase != Phase.PREPARING && phase != Phase.ACCEPTING) {
      return Optional.empty();
    }
    Answers all = answers.withSilence(task.asked());
    return Optional.of(sameRound(phase, told, proposed, all).fail(List.of()));
  }

  private Change failIfOutOfReach(int quorum) {
    int reachable = task.asked().size() - answers.failures();
    return reachable >= quorum
        ? waitOn()
        : fail(List.of(new Output.CancelTimer(timer(Outbound.Kind.TIME_OUT))));
  }

  private Change fail(List<Output> before) {
    if (attempt >= task.attempts()) {
      return giveUp(before, false);
    }
    List<Output> outputs = new ArrayList<>(before);
    outputs.add(new Output.StartTimer(timer(Outbound.Kind.RETRY)));
    return new Change(sameRound(Phase.WAITING, told, proposed, answers), outputs);
  }

  /**
   * Gives up although attempts are left: there is no higher round to try.
   *
   * @return the change
   */
  Change giveUp() {
    return giveUp(List.of(), true);
  }

  private Change giveUp(List<Output> before, boolean roundsUsedUp) {
    Outbound.Kind failed = proposed.isPresent() ? Outbound.Kind.ACCEPT : Outbound.Kind.PREPARE;
    Failure failure =
        new Failure(
            number, failed, answers.refusals(), answers.unanswered(), attempt, roundsUsedUp);
    List<Output> outputs = new ArrayList<>(before);
    outputs.add(new Output.GaveUp(task.ticket(), failure));
    return new Change(sameRound(Phase.GAVE_UP, told, proposed, answers), outputs);
  }

  /**
   * Says whether this proposer is done.
   *
   * @return true if no input can change it any more
   */
  boolean isDone() {
    return phase == Phase.DECIDED || phase == Phase.GAVE_UP;
  }

  private boolean isAwaited(ServerId server) {
    return task.asked().contains(server) && !answers.isAnswered(server);
  }

  private boolean isUnderWay(Outbound.Kind request) {
    return switch (phase) {
      case PREPARING -> request == Outbound.Kind.PREPARE;
      case ACCEPTING -> request == Outbound.Kind.ACCEPT;
      case WAITING, DECIDED, GAVE_UP -> false;
    };
  }

  private Timer timer(Outbound.Kind kind) {
    return new Timer(kind, number.server(), number, attempt);
  }

  private Change waitOn() {
    return new Change(this, List.of());
  }

  private Proposer sameRound(
      Phase newPhase, Optional<Proposal> newTold, Optional<Value> newProposed, Answers newAnswers) {
    return new Proposer(task, attempt, number, newPhase, newTold, newProposed, newAnswers);
  }
}
