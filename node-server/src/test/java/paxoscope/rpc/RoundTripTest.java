package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.journal.Delivery;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ProtocolViolation;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;

/** Every method through real sockets: what goes in at one side comes out whole at the other. */
class RoundTripTest {

  private static final NodeApi.Meta SENDER = new NodeApi.Meta("run-7", 41, Optional.of(1), 3, "");
  private static final NodeApi.Meta DRIVER =
      new NodeApi.Meta("", 0, Optional.empty(), 0, "the teacher's window");

  private final RecordingNode node = new RecordingNode();
  private RunningServer server;
  private NodeClient client;

  @BeforeEach
  void start() {
    server = new RunningServer(node);
    client = server.client();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void assertOnlyCall(String method, Object... parameters) {
    assertEquals(List.of(RecordingNode.Call.of(method, parameters)), node.calls());
  }

  static Stream<List<Message>> requestsAndTheirReplies() {
    var prepare = new Message.Prepare(Samples.S1, Samples.S2, Samples.LOW);
    var accept = new Message.Accept(Samples.S1, Samples.S2, Samples.X);
    var adopted = new Proposal(ProposalNumber.parse("2.4"), new Value("old"));
    return Stream.of(
        List.of(
            prepare, new Message.Promise(Samples.S2, Samples.S1, Samples.LOW, Optional.empty())),
        List.of(
            prepare,
            new Message.Promise(Samples.S2, Samples.S1, Samples.LOW, Optional.of(adopted))),
        List.of(
            prepare,
            new Message.Nack(
                Samples.S2, Samples.S1, Samples.LOW, Outbound.Kind.PREPARE, Samples.HIGH)),
        List.of(accept, new Message.Accepted(Samples.S2, Samples.S1, Samples.LOW)),
        List.of(
            accept,
            new Message.Nack(
                Samples.S2, Samples.S1, Samples.LOW, Outbound.Kind.ACCEPT, Samples.HIGH)));
  }

  @ParameterizedTest
  @MethodSource("requestsAndTheirReplies")
  void a_nodes_request_and_its_reply_arrive_whole(List<Message> pair) {
    Message reply = pair.getLast();
    ProposalNumber promised = reply instanceof Message.Nack nack ? nack.promised() : Samples.LOW;
    var answer = new NodeApi.Answer(List.of(reply), Optional.of(promised), 42);
    node.answering("handle", answer);

    assertEquals(answer, client.handle(pair.getFirst(), Optional.of(SENDER)));
    assertOnlyCall("handle", pair.getFirst(), Optional.of(SENDER));
  }

  @Test
  void a_commit_is_answered_without_a_message() {
    var commit = new Message.Commit(Samples.S1, Samples.S2, Samples.X);
    var answer = new NodeApi.Answer(List.of(), Optional.of(Samples.HIGH), 42);
    node.answering("handle", answer);

    assertEquals(answer, client.handle(commit, Optional.of(SENDER)));
    assertOnlyCall("handle", commit, Optional.of(SENDER));
  }

  @Test
  void the_texts_of_a_call_are_the_ones_on_the_wire() {
    var prepare = new Message.Prepare(Samples.S1, Samples.S2, Samples.LOW);
    var promise = new Message.Promise(Samples.S2, Samples.S1, Samples.LOW, Optional.empty());
    var answer = new NodeApi.Answer(List.of(promise), Optional.of(Samples.LOW), 42);
    node.answering("handle", answer);

    String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    var exchange =
        new NodeApi.Exchange(
            head
                + "<methodCall><methodName>paxos.prepare</methodName><params>"
                + "<param><value>3.1</value></param><param><value><struct>"
                + "<member><name>run</name><value>run-7</value></member>"
                + "<member><name>clock</name><value><int>41</int></value></member>"
                + "<member><name>sender</name><value><int>1</int></value></member>"
                + "<member><name>incarnation</name><value><int>3</int></value></member>"
                + "</struct></value></param></params></methodCall>",
            Optional.of(
                head
                    + "<methodResponse><params><param><value><struct>"
                    + "<member><name>ok</name><value><boolean>1</boolean></value></member>"
                    + "<member><name>promised</name><value>3.1</value></member>"
                    + "<member><name>clock</name><value><int>42</int></value></member>"
                    + "</struct></value></param></params></methodResponse>"));
    List<NodeApi.Exchange> wire = new ArrayList<>();
    assertEquals(answer, client.handleRecorded(prepare, Optional.of(SENDER), wire::add));
    assertEquals(List.of(exchange), wire);
  }

  @Test
  void the_texts_of_a_refused_call_are_told_too() {
    node.answering("handle", new NodeFault(NodeFault.Code.OTHER_RUN, "Ignored: of another run."));
    List<NodeApi.Exchange> wire = new ArrayList<>();

    assertThrows(
        NodeFault.class,
        () -> client.handleRecorded(Samples.MESSAGES.getFirst(), Optional.of(SENDER), wire::add));

    assertTrue(wire.getFirst().request().contains("paxos.prepare"), wire::toString);
    assertTrue(wire.getFirst().response().orElseThrow().contains("faultCode"), wire::toString);
  }

  static List<Message> messages() {
    return Samples.MESSAGES;
  }

  @ParameterizedTest
  @MethodSource("messages")
  void any_message_can_be_handed_over_by_somebody_else(Message message) {
    var replies = List.copyOf(Samples.MESSAGES);
    var answer = new NodeApi.Answer(replies, Optional.empty(), 7);
    node.answering("handle", answer);

    assertEquals(answer, client.handle(message, Optional.of(DRIVER)));
    assertEquals(answer, client.handle(message, Optional.empty()));
    assertEquals(
        List.of(
            RecordingNode.Call.of("handle", message, Optional.of(DRIVER)),
            RecordingNode.Call.of("handle", message, Optional.empty())),
        node.calls());
  }

  @Test
  void a_message_that_is_handed_over_tells_where_it_comes_from() {
    Message message = Samples.MESSAGES.getFirst();
    var answer = new NodeApi.Answer(List.of(), Optional.empty(), 7);
    node.answering("handle", answer);
    var named = new NodeApi.Origin(Optional.of("run-6"), Optional.of(2));
    var unnamed = new NodeApi.Origin(Optional.of(""), Optional.of(2));

    for (NodeApi.Origin origin : List.of(named, unnamed)) {
      assertEquals(answer, client.handle(message, origin, Optional.of(DRIVER)));
    }
    assertEquals(
        List.of(
            RecordingNode.Call.of("handle", message, named, Optional.of(DRIVER)),
            RecordingNode.Call.of("handle", message, unnamed, Optional.of(DRIVER))),
        node.calls());
  }

  @Test
  void a_caller_says_whom_it_takes_the_node_for() {
    Message message = Samples.MESSAGES.getFirst();
    NodeApi.Meta meta = DRIVER.to(new NodeApi.Addressee(2, 5));
    var answer = new NodeApi.Answer(List.of(), Optional.empty(), 7);
    node.answering("handle", answer);

    assertEquals(answer, client.handle(message, Optional.of(meta)));
    assertOnlyCall("handle", message, Optional.of(meta));
  }

  @Test
  void a_proposal_and_its_options_arrive_whole() {
    var reply = new ProposeReply(true, Optional.of(Samples.Y), "Value 'Y' has been updated.");
    node.answering("propose", reply);
    var options =
        new ProposeOptions(
            3,
            ProposeOptions.Backoff.NONE,
            Set.of(Samples.S1, Samples.S2, Samples.S5),
            Optional.of(17));

    assertEquals(reply, client.propose(new Value("X"), options, Optional.of(DRIVER)));
    assertOnlyCall("propose", new Value("X"), options, Optional.of(DRIVER));
  }

  @Test
  void a_failed_proposal_carries_its_reason() {
    var reply = new ProposeReply(false, Optional.empty(), "Proposal 3.1 was refused by S3.");
    node.answering("propose", reply);

    assertEquals(reply, client.propose(new Value("X"), ProposeOptions.DEFAULT, Optional.empty()));
    assertOnlyCall("propose", new Value("X"), ProposeOptions.DEFAULT, Optional.empty());
  }

  static List<NodeState> states() {
    return List.of(Samples.FRESH_STATE, Samples.FULL_STATE);
  }

  @ParameterizedTest
  @MethodSource("states")
  void a_state_arrives_whole(NodeState state) {
    node.answering("status", state);

    assertEquals(state, client.status());
  }

  @ParameterizedTest
  @EnumSource(NodeEvent.Kind.class)
  void an_event_of_each_kind_arrives_whole(NodeEvent.Kind kind) {
    List<NodeEvent> events = new ArrayList<>();
    events.add(Samples.event(9, kind, Optional.empty()));
    Samples.MESSAGES.forEach(message -> events.add(Samples.event(10, kind, Optional.of(message))));
    events.add(
        Samples.event(
            12, kind, Optional.of(new Timer(Outbound.Kind.TIME_OUT, Samples.S2, Samples.LOW, 2))));
    EventBatch batch = Samples.batch(events);
    node.answering("events", batch);

    assertEquals(batch, client.events(8, 250, Optional.of(3)));
    assertOnlyCall("events", 8, 250, Optional.of(3));
  }

  @Test
  void events_with_large_values_come_in_several_answers_without_a_gap() {
    Value large = new Value("v".repeat(Value.MAXIMUM_BYTES));
    List<NodeEvent> events =
        IntStream.rangeClosed(1, 60)
            .mapToObj(
                sequence ->
                    Samples.event(
                        sequence,
                        NodeEvent.Kind.HANDLED,
                        Optional.of(
                            new Message.Accept(
                                Samples.S1, Samples.S2, new Proposal(Samples.LOW, large)))))
            .toList();
    node.answering("events", new EventBatch(3, 99, 60, false, 0, events));

    EventBatch first = client.events(0, 0, Optional.empty());

    assertTrue(first.more());
    assertEquals(events.subList(0, first.events().size()), first.events());
    assertEquals(first.events().getLast().sequence(), first.next());
    assertOnlyCall("events", 0, 0, Optional.empty());
  }

  @Test
  void a_restart_names_its_run_or_none() {
    client.restart(Optional.of(SENDER));
    client.restart(Optional.empty());

    assertEquals(
        List.of(
            RecordingNode.Call.of("restart", Optional.of(SENDER)),
            RecordingNode.Call.of("restart", Optional.empty())),
        node.calls());
  }

  @Test
  void the_gates_mode_is_set_with_a_lease_or_without() {
    var lease = new NodeApi.Lease("the teacher's window", 5000);
    client.gateMode(GateMode.HOLD, Optional.of(lease));
    client.gateMode(GateMode.OPEN, Optional.empty());
    client.gateLease(new NodeApi.Lease("the teacher's window", 0));
    client.gateDelay(250, Optional.of(DRIVER));

    assertEquals(
        List.of(
            RecordingNode.Call.of("gateMode", GateMode.HOLD, Optional.of(lease)),
            RecordingNode.Call.of("gateMode", GateMode.OPEN, Optional.empty()),
            RecordingNode.Call.of("gateLease", new NodeApi.Lease("the teacher's window", 0)),
            RecordingNode.Call.of("gateDelay", 250, Optional.of(DRIVER))),
        node.calls());
  }

  @Test
  void held_items_of_each_kind_arrive_whole_and_in_order() {
    List<Held> items = new ArrayList<>();
    Samples.MESSAGES.forEach(
        message -> items.add(Samples.held("3-" + (items.size() + 1), message)));
    for (Outbound.Kind kind : List.of(Outbound.Kind.RETRY, Outbound.Kind.TIME_OUT)) {
      items.add(Samples.held("t-" + kind, new Timer(kind, Samples.S2, Samples.LOW, 4)));
    }
    items.add(new Held("bare", Samples.S2, Samples.MESSAGES.getFirst(), Optional.empty(), "", 1));
    node.answering("held", new RecordingNode.HeldItems(items));

    assertEquals(items, client.held());
  }

  @ParameterizedTest
  @EnumSource(Delivery.Outcome.class)
  void a_delivery_tells_its_outcome_and_what_it_caused(Delivery.Outcome outcome) {
    var delivery = new Delivery(outcome, List.of("3-8", "3-9"));
    node.answering("deliver", delivery);

    assertEquals(delivery, client.deliver("3-7", Optional.of(DRIVER)));
    assertOnlyCall("deliver", "3-7", Optional.of(DRIVER));
  }

  @Test
  void messages_are_dropped_and_doubled_by_id() {
    node.answering("duplicate", "3-10");

    client.drop("3-7", Optional.of(DRIVER));
    assertEquals("3-10", client.duplicate("3-8", Optional.empty()));
    assertEquals("3-10", client.duplicate("3-8", Optional.of(DRIVER), Optional.of("once")));
    assertEquals(
        List.of(
            RecordingNode.Call.of("drop", "3-7", Optional.of(DRIVER)),
            RecordingNode.Call.of("duplicate", "3-8", Optional.empty()),
            RecordingNode.Call.of("duplicate", "3-8", Optional.of(DRIVER), "once")),
        node.calls());
  }

  @Test
  void the_texts_of_an_item_arrive_whole_or_not_at_all() {
    var exchange = new NodeApi.Exchange("<a>\n  &amp; ]]></a>", Optional.of("<b/>"));
    assertEquals(Optional.empty(), client.exchange("3-7"));
    node.answering("exchange", exchange);
    assertEquals(Optional.of(exchange), client.exchange("3-7"));
    var unanswered = new NodeApi.Exchange("<a/>", Optional.empty());
    node.answering("exchange", unanswered);
    assertEquals(Optional.of(unanswered), client.exchange("3-7"));
  }

  @ParameterizedTest
  @EnumSource(NodeFault.Code.class)
  void a_fault_keeps_its_code_and_text(NodeFault.Code code) {
    node.answering("restart", new NodeFault(code, "Sicher nicht: 5 < 6 & \"so\"."));

    NodeFault fault = assertThrows(NodeFault.class, () -> client.restart(Optional.empty()));

    assertEquals(code, fault.code());
    assertEquals("Sicher nicht: 5 < 6 & \"so\".", fault.getMessage());
  }

  @Test
  void a_protocol_violation_arrives_as_such() {
    node.answering("handle", new ProtocolViolation("3.1 carries X already, not Y."));

    NodeFault fault =
        assertThrows(
            NodeFault.class, () -> client.handle(Samples.MESSAGES.getFirst(), Optional.of(SENDER)));

    assertEquals(NodeFault.Code.PROTOCOL_VIOLATION, fault.code());
    assertEquals("3.1 carries X already, not Y.", fault.getMessage());
  }

  @Test
  void many_threads_share_one_client() throws InterruptedException {
    node.answering("duplicate", "copy");
    List<Thread> threads =
        IntStream.range(0, 16)
            .mapToObj(
                thread ->
                    Thread.startVirtualThread(
                        () ->
                            IntStream.range(0, 20)
                                .forEach(
                                    call ->
                                        client.duplicate(thread + "-" + call, Optional.empty()))))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(
        IntStream.range(0, 16 * 20).mapToObj(call -> call / 20 + "-" + call % 20).sorted().toList(),
        node.calls().stream()
            .map(call -> call.parameters().getFirst().toString())
            .sorted()
            .toList());
  }
}
