package paxoscope.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.DurableState;
import paxoscope.protocol.Input;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Output;
import paxoscope.protocol.Participant;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ProtocolViolation;
import paxoscope.protocol.Step;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;

/**
 * What a node does, one thing after another on its mailbox's thread: let the participant handle an
 * input, make the new state durable, write down what happened, and only then let messages go.
 */
final class NodeCore implements Traffic.Receiver {

  private final NodeSettings settings;
  private final AcceptorStore store;
  private final Journal journal;
  private final OutboundGate gate;
  private final Traffic traffic;
  private final GateLease lease;
  private final Admission admission;
  private final ClientProposals clients = new ClientProposals();
  private final ClientAnswers answers = new ClientAnswers(clients, this::record);
  private Participant participant;
  private StoredState stored;

  /**
   * What a core works with.
   *
   * @param store its disk, with the state of this incarnation
   * @param journal what it writes down
   * @param alarms its clock
   * @param courier its way to the nodes
   */
  record Surroundings(AcceptorStore store, Journal journal, Alarms alarms, Courier courier) {}

  NodeCore(NodeSettings settings, Surroundings surroundings) {
    this.settings = settings;
    this.store = surroundings.store();
    this.journal = surroundings.journal();
    this.stored = store.state();
    this.participant = participant(stored.durable());
    this.gate = new OutboundGate(settings.self(), stored.incarnation(), settings.gate());
    this.traffic =
        new Traffic(
            settings.self(),
            stored,
            gate,
            new Traffic.Surroundings(
                surroundings.courier(), surroundings.alarms(), journal, this::record, this));
    this.lease = new GateLease(surroundings.alarms(), this::open);
    this.admission = new Admission(journal, this::record);
  }

  private Participant participant(DurableState durable) {
    return Participant.start(settings.self(), settings.membership(), settings.rules(), durable);
  }

  private void open() {
    traffic.setMode(GateMode.OPEN);
  }

  Traffic traffic() {
    return traffic;
  }

  OutboundGate gate() {
    return gate;
  }

  GateLease lease() {
    return lease;
  }

  /** The last thing of every task: what an open gate lets go leaves, and whoever waits is told. */
  void finish() {
    do {
      traffic.settle();
    } while (answers.committed(traffic::isCommitSettled, participant.learner()) | beginWaiting());
    traffic.answer();
  }

  /** Writes down that the process has started. */
  void started() {
    record(Journal.Entry.of(NodeEvent.Kind.STARTED, ""));
  }

  NodeState state() {
    Optional<Proposal> committed = participant.learner().committed();
    return state(committed.map(proposal -> proposal.value().text()).orElse(""));
  }

  private NodeState state(String fileContents) {
    return new NodeState(
        settings.self(),
        settings.membership().size(),
        settings.port(),
        stored.incarnation(),
        stored.run(),
        participant.acceptor().promised(),
        participant.acceptor().accepted(),
        participant.learner().committed(),
        fileContents,
        gate.mode(),
        gate.size(),
        lease.holder(),
        settings.version(),
        settings.rules().switchedOff());
  }

  /** The state with what is in the committed file at this moment. */
  NodeState status() {
    try {
      return state(XmlCharacters.carried(store.committedFileContents()));
    } catch (IOException e) {
      throw new NodeFault(
          NodeFault.Code.INTERNAL, "The committed file cannot be read: " + IoReason.of(e) + ".");
    }
  }

  void record(Journal.Entry entry) {
    journal.append(entry, state());
  }

  Admission admission() {
    return admission;
  }

  NodeApi.Answer handle(Message message, NodeApi.Origin origin, Optional<NodeApi.Meta> meta) {
    admission.meet(
        meta, Journal.Entry.of(NodeEvent.Kind.EXTERNAL, message, "A caller outside any run."));
    Journal.Entry ignored = Journal.Entry.of(NodeEvent.Kind.IGNORED, message, "");
    admission.requireRun(meta, stored.run(), ignored);
    admission.requireRun(origin, stored.run(), ignored);
    if (message instanceof Message.Reply && isOfAnotherIncarnation(origin)) {
      record(
          ignored.withNote(
              "It answers incarnation %d of this server, which is over; this is incarnation %d."
                  .formatted(origin.incarnation().orElseThrow(), stored.incarnation())));
      return answer(List.of());
    }
    Step step;
    try {
      step = stepOrFault(new Input.Received(message));
    } catch (NodeFault fault) {
      record(ignored.withNote(fault.getMessage()));
      throw fault;
    }
    List<Message> replies =
        carryOut(step, Journal.Entry.of(kindOf(step), message, noteOn(step.verdict())));
    return answer(replies);
  }

  private boolean isOfAnotherIncarnation(NodeApi.Origin origin) {
    return origin.incarnation().filter(theirs -> theirs != stored.incarnation()).isPresent();
  }

  private NodeApi.Answer answer(List<Message> replies) {
    return new NodeApi.Answer(replies, participant.acceptor().promised(), journal.clock());
  }

  // The participant is pure: whatever it throws, nothing has changed.
  private Step stepOrFault(Input input) {
    try {
      return participant.handle(input);
    } catch (ProtocolViolation e) {
      throw new NodeFault(NodeFault.Code.PROTOCOL_VIOLATION, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new NodeFault(NodeFault.Code.BAD_PARAMETER, e.getMessage());
    }
  }

  private static NodeEvent.Kind kindOf(Step step) {
    return switch (step.verdict()) {
      case HANDLED -> NodeEvent.Kind.HANDLED;
      case REFUSED -> NodeEvent.Kind.REFUSED;
      case IGNORED -> NodeEvent.Kind.IGNORED;
    };
  }

  private static String noteOn(Step.Verdict verdict) {
    return switch (verdict) {
      case HANDLED, REFUSED -> "";
      case IGNORED -> "It came too late to matter.";
    };
  }

  @Override
  public void arrive(OutboundGate.Item item) {
    Input input =
        switch (item.held().content()) {
          case Message message -> new Input.Received(message);
          case Timer timer -> new Input.TimerFired(timer);
        };
    try {
      Step step = stepOrFault(input);
      boolean fired = input instanceof Input.TimerFired && step.verdict() == Step.Verdict.HANDLED;
      NodeEvent.Kind kind = fired ? NodeEvent.Kind.TIMER : kindOf(step);
      carryOut(step, Journal.Entry.of(kind, item, noteOn(step.verdict())));
    } catch (NodeFault fault) {
      record(Journal.Entry.of(NodeEvent.Kind.IGNORED, item, fault.getMessage()));
    }
  }

  @Override
  public void unanswered(Message.Request request) {
    Step step = participant.handle(new Input.Unanswered(request));
    advance(step);
    step.outputs().forEach(this::carryOut);
  }

  @Override
  public void contradicted(Message.Commit commit, String reason) {
    clients.contradicted(commit, reason);
  }

  /** Durable first, then told, then sent. */
  private List<Message> carryOut(Step step, Journal.Entry entry) {
    boolean knewValue = participant.learner().committed().isPresent();
    advance(step);
    record(entry);
    if (!knewValue && participant.learner().committed().isPresent()) {
      record(
          new Journal.Entry(
              NodeEvent.Kind.COMMITTED,
              entry.message(),
              entry.itemId(),
              participant.learner().committed().map(Proposal::value),
              "",
              NodeEvent.Details.NONE));
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

  private void advance(Step step) {
    participant = step.next();
    save(new StoredState(participant.durable(), stored.run(), stored.incarnation()));
  }

  private void save(StoredState next) {
    if (!next.equals(stored)) {
      try {
        store.save(next);
      } catch (IOException e) {
        // Nobody knows what is on the disk now: the mailbox stops, and with it the node.
        throw new UncheckedIOException("The disk has failed: " + IoReason.of(e), e);
      }
      stored = next;
    }
  }

  private void carryOut(Output output) {
    switch (output) {
      case Output.Send send -> traffic.put(send.message(), Optional.empty());
      case Output.StartTimer start ->
          traffic.put(start.timer(), Optional.of(waitOf(start.timer())));
      case Output.CancelTimer cancel -> traffic.cancel(cancel.timer());
      case Output.Decided decided -> {
        clients.decided(decided.ticket(), decided.chosen());
        record(
            Journal.Entry.of(
                NodeEvent.Kind.DECIDED,
                Optional.of(decided.chosen().value()),
                "Proposal " + decided.chosen().number() + " is chosen."));
      }
      case Output.GaveUp gaveUp -> answers.gaveUp(gaveUp.ticket(), gaveUp.failure());
    }
  }

  private int waitOf(Timer timer) {
    if (timer.kind() == Outbound.Kind.TIME_OUT) {
      // Request and reply each wait that long in this gate.
      return settings.timeOutMillis() + 2 * gate.delayMillis();
    }
    ProposeOptions.Backoff backoff =
        Optional.ofNullable(participant.proposers().get(timer.number()))
            .flatMap(proposer -> clients.active(proposer.task().ticket()))
            .map(client -> client.options().backoff())
            .orElse(ProposeOptions.Backoff.RANDOM);
    return Backoff.millis(backoff, timer.attempt(), settings.random());
  }

  CompletableFuture<ProposeReply> propose(
      Value value, ProposeOptions options, Optional<NodeApi.Meta> meta) {
    Optional<Value> wanted = Optional.of(value);
    admission.meet(
        meta,
        Journal.Entry.of(NodeEvent.Kind.EXTERNAL, wanted, "A caller outside any run proposes."));
    admission.requireRun(meta, stored.run(), Journal.Entry.of(NodeEvent.Kind.IGNORED, wanted, ""));
    if (gate.isFull()) {
      throw new NodeFault(
          NodeFault.Code.NOT_AVAILABLE,
          "The gate of " + settings.self() + " is full: release something, or restart.");
    }
    return clients.add(value, options).reply();
  }

  private boolean beginWaiting() {
    Optional<ClientProposals.Client> next = clients.next(gate.mode());
    next.ifPresent(this::begin);
    return next.isPresent();
  }

  private void begin(ClientProposals.Client client) {
    try {
      Step step =
          stepOrFault(new Input.Propose(client.ticket(), client.wanted(), client.options()));
      carryOut(
          step,
          Journal.Entry.of(NodeEvent.Kind.PROPOSED, Optional.of(client.wanted()), "")
              .withOptions(client.options()));
    } catch (NodeFault fault) {
      answers.refused(client, fault);
    }
  }

  void restart(Optional<NodeApi.Meta> meta) {
    admission.meet(
        meta,
        Journal.Entry.of(NodeEvent.Kind.EXTERNAL, "A caller outside any run restarts the node."));
    String run = meta.map(NodeApi.Meta::run).orElse("");
    StoredState fresh;
    try {
      fresh = new StoredState(DurableState.INITIAL, run, stored.incarnation());
    } catch (IllegalArgumentException e) {
      throw new NodeFault(NodeFault.Code.BAD_PARAMETER, e.getMessage());
    }
    traffic.forget(run);
    participant = participant(DurableState.INITIAL);
    save(fresh);
    answers.restarted();
    record(Journal.Entry.of(NodeEvent.Kind.RESTARTED, ""));
  }

  /** Ends the wait of all who wait: the node stops. */
  void stop() {
    traffic.stop();
    answers.stopped();
    journal.close();
  }
}
