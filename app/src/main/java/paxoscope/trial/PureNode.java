package paxoscope.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import paxoscope.director.ClusterException;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.DurableState;
import paxoscope.protocol.Input;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Output;
import paxoscope.protocol.Participant;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Rules;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Step;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;

/**
 * A node without process, disk or network: a participant, a gate that holds, and a journal. Not
 * safe for several threads; {@link PureCluster} lets one in at a time.
 */
final class PureNode {

  final ServerId self;
  final Map<String, Held> gate = new LinkedHashMap<>();
  final List<NodeEvent> journal = new ArrayList<>();
  GateMode mode = GateMode.OPEN;
  boolean alive = true;
  int incarnation = 1;
  int clock;
  private final Membership membership;
  private final int port;
  private final Map<Integer, Client> clients = new LinkedHashMap<>();
  private Participant participant;
  private DurableState disk = DurableState.INITIAL;
  private String run = "";
  private int lastId;
  private int lastTicket;

  private record Client(
      Value wanted, CompletableFuture<ProposeReply> reply, Optional<Proposal> chosen) {}

  PureNode(ServerId self, Membership membership, int port) {
    this.self = self;
    this.membership = membership;
    this.port = port;
    this.participant = Participant.start(self, membership, Rules.ALL, disk);
    report(NodeEvent.Kind.STARTED, Optional.empty(), Optional.empty(), Optional.empty(), "");
  }

  NodeState state() {
    Optional<Proposal> committed = participant.learner().committed();
    return new NodeState(
        self,
        membership.size(),
        port,
        incarnation,
        run,
        participant.acceptor().promised(),
        participant.acceptor().accepted(),
        committed,
        committed.map(proposal -> proposal.value().text()).orElse(""),
        mode,
        gate.size(),
        Optional.empty(),
        "pure",
        Set.of());
  }

  private void report(
      NodeEvent.Kind kind,
      Optional<Outbound> message,
      Optional<String> itemId,
      Optional<Value> value,
      String note) {
    clock++;
    journal.add(
        new NodeEvent(
            self,
            incarnation,
            journal.size() + 1,
            clock,
            0,
            kind,
            message,
            itemId,
            value,
            note,
            state()));
  }

  private void report(NodeEvent.Kind kind, Held item) {
    report(kind, Optional.of(item.content()), Optional.of(item.id()), Optional.empty(), "");
  }

  void restart(String newRun) {
    run = newRun;
    gate.clear();
    disk = DurableState.INITIAL;
    participant = Participant.start(self, membership, Rules.ALL, disk);
    for (Client client : clients.values()) {
      client.reply().complete(new ProposeReply(false, Optional.empty(), "restarted"));
    }
    clients.clear();
    report(NodeEvent.Kind.RESTARTED, Optional.empty(), Optional.empty(), Optional.empty(), "");
  }

  void crash() {
    alive = false;
    gate.clear();
    clients
        .values()
        .forEach(client -> client.reply().completeExceptionally(PureCluster.down(self)));
    clients.clear();
  }

  void start() {
    alive = true;
    incarnation++;
    clock = 0;
    mode = GateMode.OPEN;
    journal.clear();
    participant = Participant.start(self, membership, Rules.ALL, disk);
    report(NodeEvent.Kind.STARTED, Optional.empty(), Optional.empty(), Optional.empty(), "");
  }

  CompletableFuture<ProposeReply> propose(Value value, ProposeOptions options) {
    CompletableFuture<ProposeReply> reply = new CompletableFuture<>();
    int ticket = ++lastTicket;
    Step step;
    try {
      step = participant.handle(new Input.Propose(ticket, value, options));
    } catch (IllegalArgumentException wrong) {
      reply.completeExceptionally(
          new ClusterException(self + " refused: " + wrong.getMessage(), wrong));
      return reply;
    }
    clients.put(ticket, new Client(value, reply, Optional.empty()));
    advance(step);
    report(NodeEvent.Kind.PROPOSED, Optional.empty(), Optional.empty(), Optional.of(value), "");
    step.outputs().forEach(this::carryOut);
    return reply;
  }

  /** Handles a request and gives the replies. */
  List<Message> handle(Message message) {
    boolean knew = participant.learner().committed().isPresent();
    Step step = participant.handle(new Input.Received(message));
    advance(step);
    report(kindOf(step), Optional.of(message), Optional.empty(), Optional.empty(), "");
    if (!knew && participant.learner().committed().isPresent()) {
      report(
          NodeEvent.Kind.COMMITTED,
          Optional.of(message),
          Optional.empty(),
          participant.learner().committed().map(Proposal::value),
          "");
    }
    List<Message> replies = new ArrayList<>();
    for (Output output : step.outputs()) {
      if (output instanceof Output.Send(Message.Reply reply)) {
        replies.add(reply);
      } else {
        carryOut(output);
      }
    }
    return replies;
  }

  /** A reply that has come back, or a timer that has fired. */
  void arrive(Held item) {
    boolean timer = item.content() instanceof Timer;
    Step step =
        participant.handle(
            switch (item.content()) {
              case Message message -> new Input.Received(message);
              case Timer wait -> new Input.TimerFired(wait);
            });
    advance(step);
    boolean fired = timer && step.verdict() == Step.Verdict.HANDLED;
    report(fired ? NodeEvent.Kind.TIMER : kindOf(step), item);
    step.outputs().forEach(this::carryOut);
  }

  void unreachable(Held item, Message.Request request) {
    report(
        NodeEvent.Kind.UNKNOWN,
        Optional.of(item.content()),
        Optional.of(item.id()),
        Optional.empty(),
        request.to() + " is not running.");
    Step step = participant.handle(new Input.Unanswered(request));
    advance(step);
    step.outputs().forEach(this::carryOut);
  }

  void drop(String id) {
    report(NodeEvent.Kind.DROPPED, gate.remove(id));
  }

  String duplicate(String id) {
    Held copy = held(gate.get(id).content());
    gate.put(copy.id(), copy);
    report(NodeEvent.Kind.DUPLICATED, copy);
    return copy.id();
  }

  void put(Outbound content) {
    Held item = held(content);
    gate.put(item.id(), item);
    report(NodeEvent.Kind.HELD, item);
  }

  private Held held(Outbound content) {
    lastId++;
    String id = self + "-" + incarnation + "-" + lastId;
    return new Held(id, self, content, Optional.empty(), run, incarnation);
  }

  private static NodeEvent.Kind kindOf(Step step) {
    return switch (step.verdict()) {
      case HANDLED -> NodeEvent.Kind.HANDLED;
      case REFUSED -> NodeEvent.Kind.REFUSED;
      case IGNORED -> NodeEvent.Kind.IGNORED;
    };
  }

  private void advance(Step step) {
    participant = step.next();
    disk = participant.durable();
  }

  private void carryOut(Output output) {
    switch (output) {
      case Output.Send send -> put(send.message());
      case Output.StartTimer start -> put(start.timer());
      case Output.CancelTimer cancel ->
          gate.values().stream()
              .filter(item -> item.content().equals(cancel.timer()))
              .findFirst()
              .ifPresent(item -> drop(item.id()));
      case Output.Decided decided -> {
        clients.computeIfPresent(
            decided.ticket(),
            (_, client) ->
                new Client(client.wanted(), client.reply(), Optional.of(decided.chosen())));
        report(
            NodeEvent.Kind.DECIDED,
            Optional.empty(),
            Optional.empty(),
            Optional.of(decided.chosen().value()),
            "");
      }
      case Output.GaveUp gaveUp ->
          answer(
              gaveUp.ticket(),
              new ProposeReply(false, Optional.empty(), gaveUp.failure().describe()));
    }
  }

  /** Answers the clients whose value is chosen and whose own Commit does not wait any more. */
  void answerCommitted() {
    for (int ticket : List.copyOf(clients.keySet())) {
      clients
          .get(ticket)
          .chosen()
          .filter(chosen -> gate.values().stream().noneMatch(item -> isOwnCommit(item, chosen)))
          .ifPresent(chosen -> answer(ticket, new ProposeReply(true, Optional.of(chosen), "done")));
    }
  }

  private boolean isOwnCommit(Held item, Proposal chosen) {
    return item.content() instanceof Message.Commit commit
        && commit.proposal().equals(chosen)
        && commit.to().equals(self);
  }

  private void answer(int ticket, ProposeReply reply) {
    Client client = clients.remove(ticket);
    report(
        NodeEvent.Kind.ANSWERED,
        Optional.empty(),
        Optional.empty(),
        reply.chosen().map(Proposal::value),
        reply.message());
    client.reply().complete(reply);
  }
}
