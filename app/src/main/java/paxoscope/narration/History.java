package paxoscope.narration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;
import paxoscope.trace.Decision;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * What a trace tells, up to one step, of the rounds and of when each thing happened. It reads the
 * events of the nodes and adds nothing to them.
 */
final class History {

  private record At(ServerId server, ProposalNumber number) {}

  private final int majority;
  private final Map<ProposalNumber, Round> rounds = new TreeMap<>();
  private final Map<ServerId, Optional<Value>> nextWanted = new HashMap<>();
  private final Map<At, Integer> promised = new HashMap<>();
  private final Map<At, Integer> accepted = new HashMap<>();
  private final Map<At, Integer> heardOf = new HashMap<>();
  private int chosenStep;

  private History(int majority) {
    this.majority = majority;
  }

  /** Reads the steps 1 to {@code last}. */
  static History upTo(Trace trace, int last) {
    History history = new History(trace.header().membership().majority());
    for (int number = 1; number <= last; number++) {
      history.read(trace.step(number), number);
    }
    return history;
  }

  /** The round of a number, if its beginning was seen and it has not died with its server. */
  Optional<Round> round(ProposalNumber number) {
    return Optional.ofNullable(rounds.get(number));
  }

  /** The step in which a server promised (or, by accepting, came to) a number; 0 if not seen. */
  int promiseStep(ServerId server, ProposalNumber number) {
    return promised.getOrDefault(new At(server, number), 0);
  }

  /** The step in which a server accepted a number; 0 if not seen. */
  int acceptStep(ServerId server, ProposalNumber number) {
    return accepted.getOrDefault(new At(server, number), 0);
  }

  /** The step in which a first proposal had been accepted by a majority; 0 if not seen. */
  int chosenStep() {
    return chosenStep;
  }

  /** A number of a round that a server has heard of from another server. */
  Optional<ProposalNumber> heardFromOthers(ServerId server, int round) {
    return heardOf.keySet().stream()
        .filter(at -> at.server().equals(server) && at.number().round() == round)
        .map(At::number)
        .filter(number -> !number.server().equals(server))
        .max(ProposalNumber::compareTo);
  }

  /** The step in which a server first heard of a number; 0 if not seen. */
  int heardStep(ServerId server, ProposalNumber number) {
    return heardOf.getOrDefault(new At(server, number), 0);
  }

  private void read(TraceStep step, int number) {
    if (step.decision() instanceof Decision.Restart) {
      forgetAll();
    }
    step.events().forEach(event -> read(event, number));
  }

  private void forgetAll() {
    rounds.clear();
    nextWanted.clear();
    promised.clear();
    accepted.clear();
    heardOf.clear();
    chosenStep = 0;
  }

  private void read(NodeEvent event, int step) {
    switch (event.kind()) {
      case STARTED -> endRoundsOf(event.node());
      case RESTARTED -> forget(event.node());
      case PROPOSED -> nextWanted.put(event.node(), event.value());
      case TIMER -> event.message().ifPresent(this::readTimer);
      case HELD -> event.message().ifPresent(message -> readHeld(message, step));
      case HANDLED -> event.message().ifPresent(message -> readHandled(message, step));
      case IGNORED,
          REFUSED,
          DROPPED,
          DUPLICATED,
          UNKNOWN,
          DECIDED,
          COMMITTED,
          ANSWERED,
          EXTERNAL -> {
        // These tell of no round and of no promise; who needs them reads the step itself.
      }
    }
    if (isReceipt(event)) {
      event.message().ifPresent(message -> hear(event.node(), message, step));
    }
  }

  private static boolean isReceipt(NodeEvent event) {
    return switch (event.kind()) {
      case HANDLED, REFUSED, IGNORED -> true;
      case STARTED,
          PROPOSED,
          HELD,
          DROPPED,
          DUPLICATED,
          TIMER,
          UNKNOWN,
          DECIDED,
          COMMITTED,
          ANSWERED,
          RESTARTED,
          EXTERNAL ->
          false;
    };
  }

  private void endRoundsOf(ServerId server) {
    rounds.keySet().removeIf(number -> number.server().equals(server));
    nextWanted.remove(server);
  }

  private void forget(ServerId server) {
    endRoundsOf(server);
    promised.keySet().removeIf(at -> at.server().equals(server));
    accepted.keySet().removeIf(at -> at.server().equals(server));
    heardOf.keySet().removeIf(at -> at.server().equals(server));
  }

  private void readTimer(Outbound item) {
    if (item instanceof Timer timer && timer.kind() == Outbound.Kind.RETRY) {
      nextWanted.put(timer.from(), round(timer.number()).flatMap(round -> round.wanted));
    }
  }

  private void readHeld(Outbound item, int step) {
    switch (item) {
      case Message.Prepare prepare -> begun(prepare).asked.add(prepare.to());
      case Message.Accept accept ->
          round(accept.number())
              .filter(round -> round.acceptsStep == 0)
              .ifPresent(
                  round -> {
                    round.acceptsStep = step;
                    round.proposed = Optional.of(accept.proposal().value());
                  });
      case Message.Commit commit ->
          round(commit.number())
              .filter(round -> round.commitsStep == 0)
              .ifPresent(round -> round.commitsStep = step);
      case Timer timer when timer.kind() == Outbound.Kind.RETRY ->
          round(timer.number()).ifPresent(round -> round.failedStep = step);
      case Message.Reply _, Timer _ -> {
        // A reply in the gate has not arrived; a time-out in the gate has not passed.
      }
    }
  }

  private Round begun(Message.Prepare prepare) {
    return rounds.computeIfAbsent(
        prepare.number(),
        number -> new Round(number, nextWanted.getOrDefault(prepare.from(), Optional.empty())));
  }

  private void readHandled(Outbound item, int step) {
    switch (item) {
      case Message.Prepare prepare ->
          promised.putIfAbsent(new At(prepare.to(), prepare.number()), step);
      case Message.Accept accept -> readAcceptance(accept, step);
      case Message.Promise promise ->
          round(promise.number())
              .ifPresent(round -> round.promises.put(promise.from(), promise.accepted()));
      case Message.Accepted reply ->
          round(reply.number()).ifPresent(round -> round.accepted.add(reply.from()));
      case Message.Nack nack ->
          round(nack.number())
              .map(
                  round ->
                      nack.refused() == Outbound.Kind.PREPARE
                          ? round.refusedPrepare
                          : round.refusedAccept)
              .ifPresent(refusals -> refusals.add(nack.from()));
      case Message.Commit _ -> {
        // The state of the cluster tells what is committed where.
      }
      case Timer timer -> readTimer(timer);
    }
  }

  private void readAcceptance(Message.Accept accept, int step) {
    At place = new At(accept.to(), accept.number());
    promised.putIfAbsent(place, step);
    accepted.putIfAbsent(place, step);
    Set<ServerId> servers = new HashSet<>();
    accepted.keySet().stream()
        .filter(at -> at.number().equals(accept.number()))
        .forEach(at -> servers.add(at.server()));
    if (chosenStep == 0 && servers.size() >= majority) {
      chosenStep = step;
    }
  }

  private void hear(ServerId server, Outbound item, int step) {
    heardOf.putIfAbsent(new At(server, item.number()), step);
    Optional<ProposalNumber> mentioned =
        switch (item) {
          case Message.Promise promise -> promise.accepted().map(Proposal::number);
          case Message.Nack nack -> Optional.of(nack.promised());
          case Message.Request _, Message.Accepted _, Timer _ -> Optional.empty();
        };
    mentioned.ifPresent(number -> heardOf.putIfAbsent(new At(server, number), step));
  }
}
