package paxoscope.narration;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;
import paxoscope.trace.Mentions;
import paxoscope.trace.Trace;

/**
 * What a trace tells, up to one step, of the rounds and of when each thing happened. It reads the
 * events of the nodes and adds nothing to them; which steps to read, the trace's index tells.
 *
 * @param trace the run
 * @param last the last step that counts
 */
record History(Trace trace, int last) {

  /** The round of a number, if its beginning was seen and it has not died with its server. */
  Optional<Round> round(ProposalNumber number) {
    ServerId owner = number.server();
    int begin =
        Math.max(
            latest(owner, NodeEvent.Kind.STARTED, last),
            latest(owner, NodeEvent.Kind.RESTARTED, last));
    Round round = null;
    for (int step : from(begin, trace.stepsAbout(number, last))) {
      for (NodeEvent event : trace.step(step).events()) {
        if (endsRounds(event, owner)) {
          round = null;
        } else if (round == null) {
          round = begun(event, number, step).orElse(null);
        } else if (event.message().filter(item -> item.number().equals(number)).isPresent()) {
          read(round, event.kind(), event.message().get(), step);
        }
      }
    }
    return Optional.ofNullable(round);
  }

  private static boolean endsRounds(NodeEvent event, ServerId owner) {
    return event.node().equals(owner)
        && (event.kind() == NodeEvent.Kind.STARTED || event.kind() == NodeEvent.Kind.RESTARTED);
  }

  private Optional<Round> begun(NodeEvent event, ProposalNumber number, int step) {
    return event
        .message()
        .filter(_ -> event.kind() == NodeEvent.Kind.HELD)
        .filter(item -> item instanceof Message.Prepare && item.number().equals(number))
        .map(
            prepare -> {
              Round round = new Round(number, wanted(event, step));
              round.asked.add(prepare.to());
              return round;
            });
  }

  // A server works on one proposal after another: each of its rounds is for the value that its
  // client has asked for last.
  private Optional<Value> wanted(NodeEvent begin, int step) {
    int asked = latest(begin.node(), NodeEvent.Kind.PROPOSED, step);
    if (asked == 0 || asked < latest(begin.node(), NodeEvent.Kind.RESTARTED, step)) {
      return Optional.empty();
    }
    List<NodeEvent> events = trace.step(asked).events();
    int until = asked == step ? events.indexOf(begin) : events.size();
    return events.subList(0, until).stream()
        .filter(event -> event.kind() == NodeEvent.Kind.PROPOSED)
        .filter(event -> event.node().equals(begin.node()))
        .reduce((_, later) -> later)
        .flatMap(NodeEvent::value);
  }

  private static void read(Round round, NodeEvent.Kind kind, Outbound item, int step) {
    switch (kind) {
      case HELD -> readHeld(round, item, step);
      case HANDLED -> readHandled(round, item);
      case STARTED,
          PROPOSED,
          REFUSED,
          IGNORED,
          DROPPED,
          DUPLICATED,
          TIMER,
          UNKNOWN,
          DECIDED,
          COMMITTED,
          ANSWERED,
          RESTARTED,
          EXTERNAL -> {
        // These tell nothing of a round; who needs them reads the step itself.
      }
    }
  }

  private static void readHeld(Round round, Outbound item, int step) {
    switch (item) {
      case Message.Prepare prepare -> round.asked.add(prepare.to());
      case Message.Accept accept when round.acceptsStep == 0 -> {
        round.acceptsStep = step;
        round.proposed = Optional.of(accept.proposal().value());
      }
      case Message.Commit _ when round.commitsStep == 0 -> round.commitsStep = step;
      case Timer timer when timer.kind() == Outbound.Kind.RETRY -> round.failedStep = step;
      case Message.Accept _, Message.Commit _, Message.Reply _, Timer _ -> {
        // A reply in the gate has not arrived; a time-out in the gate has not passed.
      }
    }
  }

  private static void readHandled(Round round, Outbound item) {
    switch (item) {
      case Message.Promise promise -> round.promises.put(promise.from(), promise.accepted());
      case Message.Accepted reply -> round.accepted.add(reply.from());
      case Message.Nack nack when nack.refused() == Outbound.Kind.PREPARE ->
          round.refusedPrepare.add(nack.from());
      case Message.Nack nack -> round.refusedAccept.add(nack.from());
      case Message.Request _, Timer _ -> {
        // What acceptors and learners do with a round is no part of it.
      }
    }
  }

  /** The step in which a server promised (or, by accepting, came to) a number; 0 if not seen. */
  int promiseStep(ServerId server, ProposalNumber number) {
    return first(
        server,
        trace.stepsAbout(number, last),
        event ->
            handled(event, server, number)
                    .filter(item -> item instanceof Message.Request)
                    .isPresent()
                && !(event.message().get() instanceof Message.Commit));
  }

  /** The step in which a server accepted a number; 0 if not seen. */
  int acceptStep(ServerId server, ProposalNumber number) {
    return first(
        server,
        trace.stepsAbout(number, last),
        event ->
            handled(event, server, number)
                .filter(item -> item instanceof Message.Accept)
                .isPresent());
  }

  private static Optional<Outbound> handled(
      NodeEvent event, ServerId server, ProposalNumber number) {
    return event
        .message()
        .filter(_ -> event.kind() == NodeEvent.Kind.HANDLED)
        .filter(item -> item.to().equals(server) && item.number().equals(number));
  }

  /** The step in which a first proposal had been accepted by a majority; 0 if not seen. */
  int chosenStep() {
    return trace.chosenStep() <= last ? trace.chosenStep() : 0;
  }

  /** A number of a round that a server has heard of from another server. */
  Optional<ProposalNumber> heardFromOthers(ServerId server, int round) {
    return trace.header().membership().servers().stream()
        .filter(other -> round > 0 && !other.equals(server))
        .map(other -> new ProposalNumber(round, other))
        .filter(number -> heardStep(server, number) > 0)
        .max(ProposalNumber::compareTo);
  }

  /** The step in which a server first heard of a number; 0 if not seen. */
  int heardStep(ServerId server, ProposalNumber number) {
    int addressed =
        first(
            server,
            trace.stepsAbout(number, last),
            event ->
                received(event, server).filter(item -> item.number().equals(number)).isPresent());
    int mentioned =
        first(
            server,
            trace.mentionsOf(number, last),
            event ->
                received(event, server)
                    .flatMap(Mentions::in)
                    .filter(other -> other.equals(number))
                    .isPresent());
    return addressed == 0 || mentioned == 0
        ? Math.max(addressed, mentioned)
        : Math.min(addressed, mentioned);
  }

  private static Optional<Outbound> received(NodeEvent event, ServerId server) {
    boolean receipt =
        switch (event.kind()) {
          case HANDLED, REFUSED, IGNORED -> event.node().equals(server);
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
    return event.message().filter(_ -> receipt);
  }

  /** The first of the steps with such an event since the server has last forgotten everything. */
  private int first(ServerId server, List<Integer> steps, Predicate<NodeEvent> wanted) {
    int forgotten = latest(server, NodeEvent.Kind.RESTARTED, last);
    for (int step : from(forgotten, steps)) {
      boolean found = false;
      for (NodeEvent event : trace.step(step).events()) {
        boolean forgets = event.kind() == NodeEvent.Kind.RESTARTED && event.node().equals(server);
        found = !forgets && (found || wanted.test(event));
      }
      if (found) {
        return step;
      }
    }
    return 0;
  }

  private int latest(ServerId server, NodeEvent.Kind kind, int until) {
    List<Integer> steps = trace.stepsWith(server, kind, until);
    return steps.isEmpty() ? 0 : steps.getLast();
  }

  private static List<Integer> from(int begin, List<Integer> steps) {
    int place = Collections.binarySearch(steps, begin);
    return steps.subList(place < 0 ? -place - 1 : place, steps.size());
  }
}
