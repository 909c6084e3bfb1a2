package paxoscope.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A proposer at work on one client's value. It goes through rounds until one succeeds or its
 * attempts are used up; each round has a number of its own. It does not choose numbers: the {@link
 * Participant} does, because it must never use one twice.
 *
 * @param ticket the client's proposal
 * @param wanted the value that the client asked for
 * @param attempts how many rounds may be tried
 * @param asked the servers that get a Prepare and an Accept
 * @param attempt which round this is, from 1
 * @param number the number of this round
 * @param phase what it waits for
 * @param told the highest-numbered accepted proposal that a promise of this round told of
 * @param proposed the value of this round's Accepts; empty in phase 1
 * @param granted who has granted this phase's request
 * @param refusals the refusals of this phase, in order of arrival
 * @param unanswered the servers from which no answer to this phase's request will come
 */
public record Proposer(
    int ticket,
    Value wanted,
    int attempts,
    Set<ServerId> asked,
    int attempt,
    ProposalNumber number,
    Phase phase,
    Optional<Proposal> told,
    Optional<Value> proposed,
    Set<ServerId> granted,
    List<Message.Nack> refusals,
    Set<ServerId> unanswered) {

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
    /** Its attempts are used up. */
    GAVE_UP
  }

  /**
   * What an input has done to a proposer.
   *
   * @param next the state afterwards
   * @param outputs what is to be done now
   */
  public record Change(Proposer next, List<Output> outputs) {}

  /** Keeps own copies. */
  public Proposer {
    asked = ServerSets.copyOf(asked);
    granted = ServerSets.copyOf(granted);
    unanswered = ServerSets.copyOf(unanswered);
    refusals = List.copyOf(refusals);
  }

  /**
   * Phase 1a (PMS section 2.2): ask for promises under a fresh number.
   *
   * @param ticket the client's proposal
   * @param value the value that the client asked for
   * @param attempts how many rounds may be tried
   * @param asked the servers to ask
   * @param number the number of the first round
   * @return the proposer and its Prepares
   */
  static Change begin(
      int ticket, Value value, int attempts, Set<ServerId> asked, ProposalNumber number) {
    return new Proposer(
            ticket,
            value,
            attempts,
            asked,
            1,
            number,
            Phase.PREPARING,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            List.of(),
            Set.of())
        .prepare();
  }

  /**
   * The next round, under a fresh number.
   *
   * @param higher the number of the new round
   * @return the proposer and its Prepares
   */
  Change beginNextRound(ProposalNumber higher) {
    return new Proposer(
            ticket,
            wanted,
            attempts,
            asked,
            attempt + 1,
            higher,
            Phase.PREPARING,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            List.of(),
            Set.of())
        .prepare();
  }

  private Change prepare() {
    List<Output> outputs = new ArrayList<>();
    for (ServerId acceptor : asked) {
      outputs.add(new Output.Send(new Message.Prepare(number.server(), acceptor, number)));
    }
    outputs.add(new Output.StartTimer(timer(Outbound.Kind.TIME_OUT)));
    return new Change(this, outputs);
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
        withAnswer(
            phase,
            higher(told, promise.accepted()),
            proposed,
            ServerSets.with(granted, promise.from()));
    return Optional.of(
        next.granted.size() < quorum ? next.unchanged() : next.sendAccepts(rules));
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
            ? told.map(Proposal::value).orElse(wanted)
            : wanted;
    Proposer next =
        new Proposer(
            ticket,
            wanted,
            attempts,
            asked,
            attempt,
            number,
            Phase.ACCEPTING,
            told,
            Optional.of(value),
            Set.of(),
            List.of(),
            Set.of());
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output.CancelTimer(timer(Outbound.Kind.TIME_OUT)));
    Proposal proposal = new Proposal(number, value);
    for (ServerId acceptor : asked) {
      outputs.add(new Output.Send(new Message.Accept(number.server(), acceptor, proposal)));
    }
    outputs.add(new Output.StartTimer(timer(Outbound.Kind.TIME_OUT)));
    return new Change(next, outputs);
  }

  /**
   * An acceptance. With a quorum of them the proposal is chosen (PMS section 2.1).
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
    Proposer next =
        withAnswer(phase, told, proposed, ServerSets.with(granted, accepted.from()));
    return Optional.of(
        next.granted.size() < quorum ? next.unchanged() : next.sendCommits(membership));
  }

  private Change sendCommits(Membership membership) {
    Proposal chosen = new Proposal(number, proposed.orElseThrow());
    Proposer next = withAnswer(Phase.DECIDED, told, proposed, granted);
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output.CancelTimer(timer(Outbound.Kind.TIME_OUT)));
    outputs.add(new Output.Decided(ticket, wanted, chosen));
    for (ServerId learner : membership.servers()) {
      outputs.add(new Output.Send(new Message.Commit(number.server(), learner, chosen)));
    }
    return new Change(next, outputs);
  }

  /**
   * A refusal. The round fails once its quorum is out of reach (PMS section 2.3: a proposer may
   * abandon its proposal; it is a good idea once a higher number has begun).
   *
   * @param nack a refusal of this round
   * @param quorum how many answers are needed
   * @return the change; empty if it comes too late to matter
   */
  Optional<Change> handle(Message.Nack nack, int quorum) {
    if (!isAwaited(nack.from()) || nack.refused() != requestOfPhase()) {
      return Optional.empty();
    }
    List<Message.Nack> more = new ArrayList<>(refusals);
    more.add(nack);
    return Optional.of(withFailures(more, unanswered).failIfOutOfReach(quorum));
  }

  /**
   * A request to which no answer will come.
   *
   * @param request a request of this round
   * @param quorum how many answers are needed
   * @return the change; empty if it comes too late to matter
   */
  Optional<Change> handleUnanswered(Message.Request request, int quorum) {
    if (!isAwaited(request.to()) || request.kind() != requestOfPhase()) {
      return Optional.empty();
    }
    return Optional.of(
        withFailures(refusals, ServerSets.with(unanswered, request.to()))
            .failIfOutOfReach(quorum));
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
    List<ServerId> silent = asked.stream().filter(this::isAwaited).toList();
    Set<ServerId> all = new TreeSet<>(unanswered);
    all.addAll(silent);
    return Optional.of(withFailures(refusals, all).fail(List.of()));
  }

  private Change failIfOutOfReach(int quorum) {
    int reachable = asked.size() - refusals.size() - unanswered.size();
    return reachable >= quorum
        ? unchanged()
        : fail(List.of(new Output.CancelTimer(timer(Outbound.Kind.TIME_OUT))));
  }

  private Change fail(List<Output> before) {
    List<Output> outputs = new ArrayList<>(before);
    if (attempt >= attempts) {
      outputs.add(new Output.GaveUp(ticket, failure()));
      return new Change(withPhase(Phase.GAVE_UP), outputs);
    }
    outputs.add(new Output.StartTimer(timer(Outbound.Kind.RETRY)));
    return new Change(withPhase(Phase.WAITING), outputs);
  }

  /**
   * Gives up although attempts are left: there is no higher round to try.
   *
   * @return the change
   */
  Change giveUp() {
    return new Change(
        withPhase(Phase.GAVE_UP), List.of(new Output.GaveUp(ticket, failure())));
  }

  private Failure failure() {
    Outbound.Kind failed =
        proposed.isPresent() ? Outbound.Kind.ACCEPT : Outbound.Kind.PREPARE;
    return new Failure(number, failed, refusals, unanswered, attempt);
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
    return asked.contains(server)
        && !granted.contains(server)
        && !unanswered.contains(server)
        && refusals.stream().noneMatch(nack -> nack.from().equals(server));
  }

  // Null outside the two phases that have requests under way: then no kind equals it.
  private Outbound.Kind requestOfPhase() {
    return switch (phase) {
      case PREPARING -> Outbound.Kind.PREPARE;
      case ACCEPTING -> Outbound.Kind.ACCEPT;
      case WAITING, DECIDED, GAVE_UP -> null;
    };
  }

  private Timer timer(Outbound.Kind kind) {
    return new Timer(kind, number.server(), number, attempt);
  }

  private Change unchanged() {
    return new Change(this, List.of());
  }

  private Proposer withPhase(Phase other) {
    return withAnswer(other, told, proposed, granted);
  }

  private Proposer withAnswer(
      Phase newPhase,
      Optional<Proposal> newTold,
      Optional<Value> newProposed,
      Collection<ServerId> newGranted) {
    return new Proposer(
        ticket,
        wanted,
        attempts,
        asked,
        attempt,
        number,
        newPhase,
        newTold,
        newProposed,
        ServerSets.copyOf(newGranted),
        refusals,
        unanswered);
  }

  private Proposer withFailures(
      List<Message.Nack> newRefusals, Collection<ServerId> newUnanswered) {
    return new Proposer(
        ticket,
        wanted,
        attempts,
        asked,
        attempt,
        number,
        phase,
        told,
        proposed,
        granted,
        newRefusals,
        ServerSets.copyOf(newUnanswered));
  }
}
