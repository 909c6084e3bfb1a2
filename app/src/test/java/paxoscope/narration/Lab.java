package paxoscope.narration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.DurableState;
import paxoscope.protocol.Input;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Output;
import paxoscope.protocol.Participant;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Rule;
import paxoscope.protocol.Rules;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Step;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.TraceStep;

/** Five participants of the real protocol in one thread, which report as nodes do. */
public final class Lab {

  public static final ServerId S1 = new ServerId(1);
  public static final ServerId S2 = new ServerId(2);
  public static final ServerId S3 = new ServerId(3);
  public static final ServerId S4 = new ServerId(4);
  public static final ServerId S5 = new ServerId(5);

  public final RecordedTrace trace;
  private final int size;
  private final Rules rules;
  private final Map<ServerId, Participant> alive = new HashMap<>();
  private final Map<ServerId, DurableState> disks = new HashMap<>();
  private final Map<ServerId, Integer> sequences = new HashMap<>();
  private final List<NodeEvent> events = new ArrayList<>();
  private int items;

  public Lab() {
    this(5, Rules.ALL);
  }

  Lab(int size, Rules rules) {
    this.size = size;
    this.rules = rules;
    this.trace =
        new RecordedTrace(
            new RunHeader(
                "r1",
                "",
                "",
                Map.of(),
                Optional.of(S1),
                Optional.of(new ServerId(size)),
                IntStream.range(8000, 8000 + size).boxed().toList()));
    for (ServerId server : new Membership(size).servers()) {
      start(server, DurableState.INITIAL);
    }
  }

  static Lab without(Rule rule) {
    return new Lab(5, Rules.ALL.without(rule));
  }

  private void start(ServerId server, DurableState durable) {
    alive.put(server, Participant.start(server, new Membership(size), rules, durable));
  }

  // What a test does

  public Lab propose(ServerId server, String value, int round, ServerId... to) {
    return propose(server, value, round, 10, to);
  }

  public Lab propose(ServerId server, String value, int round, int attempts, ServerId... to) {
    ProposeOptions options =
        new ProposeOptions(
            attempts,
            ProposeOptions.Backoff.NONE,
            Set.of(to),
            round == 0 ? Optional.empty() : Optional.of(round));
    Value wanted = new Value(value);
    if (!alive.containsKey(server)) {
      return step(
          new Decision.Propose(server, wanted, options),
          Optional.empty(),
          TraceStep.Outcome.UNREACHABLE);
    }
    report(server, NodeEvent.Kind.PROPOSED, Optional.empty(), Optional.of(wanted), "");
    input(server, new Input.Propose(++items, wanted, options));
    return done(new Decision.Propose(server, wanted, options), Optional.empty());
  }

  /** Delivers the first held item of this kind between these two, of the highest number. */
  public Lab deliver(Outbound.Kind kind, ServerId from, ServerId to) {
    HeldItem item = held(kind, from, to);
    Outbound content = item.content();
    TraceStep.Outcome outcome = TraceStep.Outcome.DONE;
    if (alive.containsKey(content.to())) {
      handle(content);
    } else {
      outcome = TraceStep.Outcome.UNREACHABLE;
      unanswered(content);
    }
    Decision decision =
        content.leg() == Leg.TIMER
            ? new Decision.Fire(item.name())
            : new Decision.Deliver(item.name());
    return step(decision, Optional.of(content), outcome);
  }

  /** Delivers a request and its answer. */
  public Lab exchange(Outbound.Kind kind, ServerId from, ServerId to) {
    deliver(kind, from, to);
    Message reply = (Message) lastHeld();
    return deliver(reply.kind(), reply.from(), reply.to());
  }

  public Lab unknown(Outbound.Kind kind, ServerId from, ServerId to) {
    HeldItem item = held(kind, from, to);
    report(item.owner(), NodeEvent.Kind.UNKNOWN, Optional.of(item.content()), Optional.empty(), "");
    unanswered(item.content());
    return step(
        new Decision.Deliver(item.name()), Optional.of(item.content()), TraceStep.Outcome.UNKNOWN);
  }

  public Lab drop(Outbound.Kind kind, ServerId from, ServerId to) {
    HeldItem item = held(kind, from, to);
    event(item.owner(), NodeEvent.Kind.DROPPED, item);
    return done(new Decision.Drop(item.name()), Optional.of(item.content()));
  }

  public Lab duplicate(Outbound.Kind kind, ServerId from, ServerId to) {
    HeldItem item = held(kind, from, to);
    report(
        item.owner(), NodeEvent.Kind.DUPLICATED, Optional.of(item.content()), Optional.empty(), "");
    return done(new Decision.Duplicate(item.name()), Optional.of(item.content()));
  }

  public Lab resend(Outbound.Kind kind, ServerId from, ServerId to) {
    HeldItem item = held(kind, from, to);
    handle(item.content());
    return done(new Decision.Resend(item.name()), Optional.of(item.content()));
  }

  public Lab crash(ServerId server) {
    disks.put(server, alive.remove(server).durable());
    return done(new Decision.Crash(server), Optional.empty());
  }

  public Lab recover(ServerId server) {
    start(server, disks.get(server));
    report(server, NodeEvent.Kind.STARTED, Optional.empty(), Optional.empty(), "");
    return done(new Decision.Recover(server), Optional.empty());
  }

  public Lab decided(Decision decision) {
    return done(decision, Optional.empty());
  }

  public Lab restart() {
    for (ServerId server : new Membership(size).servers()) {
      start(server, DurableState.INITIAL);
      report(server, NodeEvent.Kind.RESTARTED, Optional.empty(), Optional.empty(), "");
    }
    return done(new Decision.Restart("r2"), Optional.empty());
  }

  Lab ignored(Message message, String note) {
    report(message.to(), NodeEvent.Kind.IGNORED, Optional.of(message), Optional.empty(), note);
    return observed();
  }

  /** Lets a server handle a message that is in no gate, without a step. */
  public Lab act(Message message) {
    handle(message);
    return this;
  }

  Lab tell(ServerId server, NodeEvent.Kind kind, String note) {
    report(server, kind, Optional.empty(), Optional.empty(), note);
    return this;
  }

  Lab tell(NodeEvent.Kind kind, Outbound message) {
    report(message.from(), kind, Optional.of(message), Optional.empty(), "");
    return this;
  }

  /** Makes all that was reported since the last step into one that nobody here decided. */
  public Lab observed() {
    return done(new Decision.Observed(), Optional.empty());
  }

  Lab step(Decision decision, Optional<Outbound> subject, TraceStep.Outcome outcome) {
    trace.append(new TraceStep(decision, subject, "", "", outcome, events));
    events.clear();
    return this;
  }

  Narration narrate() {
    return new Narrator().narrate(trace, trace.size());
  }

  StepKind kind() {
    return Narrator.tell(trace, trace.size()).kind();
  }

  String console() {
    return new Narrator().console(trace, trace.size());
  }

  public HeldItem held(Outbound.Kind kind, ServerId from, ServerId to) {
    return trace.at(trace.size()).held().stream()
        .filter(item -> item.content().kind() == kind)
        .filter(item -> item.content().from().equals(from) && item.content().to().equals(to))
        .reduce((one, other) -> isHigher(other, one) ? other : one)
        .orElseThrow(() -> new AssertionError("no " + kind + " " + from + " > " + to + " is held"));
  }

  private static boolean isHigher(HeldItem one, HeldItem other) {
    return one.content().number().isHigherThan(other.content().number());
  }

  // What a node does

  private Lab done(Decision decision, Optional<Outbound> subject) {
    return step(decision, subject, TraceStep.Outcome.DONE);
  }

  private Outbound lastHeld() {
    return trace.at(trace.size()).held().getLast().content();
  }

  private void handle(Outbound content) {
    ServerId to = content.to();
    Participant before = alive.get(to);
    Input input =
        switch (content) {
          case Message message -> new Input.Received(message);
          case Timer timer -> new Input.TimerFired(timer);
        };
    Step step = before.handle(input);
    alive.put(to, step.next());
    report(to, verdict(content, step.verdict()), Optional.of(content), Optional.empty(), "");
    if (content instanceof Message.Commit commit) {
      committed(commit, before);
    }
    carryOut(to, step);
  }

  private static NodeEvent.Kind verdict(Outbound content, Step.Verdict verdict) {
    return switch (verdict) {
      case HANDLED -> content instanceof Timer ? NodeEvent.Kind.TIMER : NodeEvent.Kind.HANDLED;
      case REFUSED -> NodeEvent.Kind.REFUSED;
      case IGNORED -> NodeEvent.Kind.IGNORED;
    };
  }

  private void committed(Message.Commit commit, Participant before) {
    Optional<Value> value = Optional.of(commit.proposal().value());
    if (before.learner().committed().isEmpty()) {
      report(commit.to(), NodeEvent.Kind.COMMITTED, Optional.of(commit), value, "");
    }
    if (commit.from().equals(commit.to())) {
      report(commit.from(), NodeEvent.Kind.ANSWERED, Optional.empty(), value, "It is done.");
    }
  }

  private void unanswered(Outbound content) {
    if (content instanceof Message.Request request && alive.containsKey(request.from())) {
      input(request.from(), new Input.Unanswered(request));
    }
  }

  private void input(ServerId server, Input input) {
    Step step = alive.get(server).handle(input);
    alive.put(server, step.next());
    carryOut(server, step);
  }

  private void carryOut(ServerId server, Step step) {
    for (Output output : step.outputs()) {
      switch (output) {
        case Output.Send send -> hold(send.message());
        case Output.StartTimer start -> hold(start.timer());
        case Output.CancelTimer _ -> {
          // The fold drops timers that fire; one that is cancelled stays in the picture here.
        }
        case Output.Decided decided ->
            report(
                server,
                NodeEvent.Kind.DECIDED,
                Optional.empty(),
                Optional.of(decided.chosen().value()),
                "");
        case Output.GaveUp gaveUp ->
            report(
                server,
                NodeEvent.Kind.ANSWERED,
                Optional.empty(),
                Optional.empty(),
                gaveUp.failure().describe());
      }
    }
  }

  private void hold(Outbound item) {
    ServerId owner = item.leg() == Leg.REPLY ? item.to() : item.from();
    if (alive.containsKey(owner)) {
      report(owner, NodeEvent.Kind.HELD, Optional.of(item), Optional.empty(), "");
    }
  }

  private void event(ServerId node, NodeEvent.Kind kind, HeldItem item) {
    events.add(
        new NodeEvent(
            node,
            1,
            next(node),
            next(node),
            0,
            kind,
            Optional.of(item.content()),
            Optional.of(item.gateId()),
            Optional.empty(),
            "",
            state(node)));
  }

  private int next(ServerId node) {
    return sequences.merge(node, 1, Integer::sum);
  }

  private void report(
      ServerId node,
      NodeEvent.Kind kind,
      Optional<Outbound> message,
      Optional<Value> value,
      String note) {
    boolean enters = kind == NodeEvent.Kind.HELD || kind == NodeEvent.Kind.DUPLICATED;
    Optional<String> id = enters ? Optional.of("i" + ++items) : Optional.empty();
    int sequence = next(node);
    events.add(
        new NodeEvent(node, 1, sequence, sequence, 0, kind, message, id, value, note, state(node)));
  }

  private NodeState state(ServerId server) {
    Participant participant = alive.get(server);
    return new NodeState(
        server,
        5,
        7999 + server.number(),
        1,
        "r1",
        participant.acceptor().promised(),
        participant.acceptor().accepted(),
        participant.learner().committed(),
        participant.learner().committed().map(Proposal::value).map(Value::text).orElse(""),
        GateMode.HOLD,
        0,
        Optional.empty(),
        "test",
        rules.switchedOff());
  }

  /** Who is alive, in ascending order. */
  Set<ServerId> alive() {
    return new TreeSet<>(alive.keySet());
  }
}
