package paxoscope.rpc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Rule;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;

/** Things of a cluster of five to send over a wire; the node under test is S2. */
final class Samples {

  static final Membership FIVE = new Membership(5);
  static final ServerId S1 = new ServerId(1);
  static final ServerId S2 = new ServerId(2);
  static final ServerId S5 = new ServerId(5);
  static final ProposalNumber LOW = ProposalNumber.parse("3.1");
  static final ProposalNumber HIGH = ProposalNumber.parse("4.5");
  static final Proposal X = new Proposal(LOW, new Value("X"));
  static final Proposal Y = new Proposal(HIGH, new Value("Y"));

  /** Every kind of message, addressed to S2; numbers fit their direction as far as they can. */
  static final List<Message> MESSAGES =
      List.of(
          new Message.Prepare(S1, S2, LOW),
          new Message.Accept(S1, S2, X),
          new Message.Commit(S5, S2, Y),
          new Message.Promise(S5, S2, ProposalNumber.parse("7.2"), Optional.empty()),
          new Message.Promise(S1, S2, ProposalNumber.parse("7.2"), Optional.of(X)),
          new Message.Accepted(S1, S2, ProposalNumber.parse("7.2")),
          new Message.Nack(S1, S2, ProposalNumber.parse("3.2"), Outbound.Kind.PREPARE, HIGH),
          new Message.Nack(S1, S2, ProposalNumber.parse("3.2"), Outbound.Kind.ACCEPT, HIGH));

  static final NodeState FRESH_STATE =
      new NodeState(
          S2,
          5,
          8001,
          1,
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          GateMode.OPEN,
          0,
          Optional.empty(),
          "0.1.0",
          Set.of());

  static final NodeState FULL_STATE =
      new NodeState(
          S2,
          5,
          8001,
          3,
          "run-7",
          Optional.of(HIGH),
          Optional.of(X),
          Optional.of(Y),
          "Y",
          GateMode.HOLD,
          2,
          Optional.of("the teacher's window"),
          "0.1.0",
          Set.of(Rule.KEEP_THE_PROMISE, Rule.QUORUM_IS_A_MAJORITY));

  private Samples() {}

  static Held held(String id, Outbound content) {
    Optional<Integer> delay = content instanceof Timer ? Optional.of(120) : Optional.empty();
    return new Held(id, S2, content, delay, "run-7", 3);
  }

  static NodeEvent event(int sequence, NodeEvent.Kind kind, Optional<Outbound> message) {
    return new NodeEvent(
        S2,
        3,
        sequence,
        sequence + 40,
        1_732_358_400_123L,
        kind,
        message,
        message.map(_ -> "m" + sequence),
        message.map(_ -> X.value()),
        message.isPresent() ? "Promised 4.5 before." : "",
        sequence % 2 == 0 ? FRESH_STATE : FULL_STATE,
        message.map(Samples::details).orElse(NodeEvent.Details.NONE));
  }

  private static NodeEvent.Details details(Outbound message) {
    ProposeOptions options =
        new ProposeOptions(3, ProposeOptions.Backoff.NONE, Set.of(S1, S2, S5), Optional.of(17));
    return message instanceof Timer
        ? new NodeEvent.Details(Optional.empty(), Optional.of(120), Optional.empty())
        : new NodeEvent.Details(
            Optional.of(options), Optional.empty(), Optional.of(NodeEvent.CallOutcome.UNREACHABLE));
  }

  static EventBatch batch(List<NodeEvent> events) {
    return new EventBatch(3, 99, 12, false, 4, events);
  }
}
