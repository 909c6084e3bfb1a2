package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import paxoscope.journal.Delivery;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound.Kind;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;

class RunsAndDriversTest {

  private final TestCluster cluster = TestCluster.onHold(3);

  @AfterEach
  void stop() {
    cluster.close();
  }

  private static Message.Prepare prepare(int from, int to, String number) {
    return new Message.Prepare(new ServerId(from), new ServerId(to), ProposalNumber.parse(number));
  }

  @Test
  void aMessageOfAnotherRunIsRefusedAndChangesNothing() {
    cluster.node(2).restart(Optional.of(TestCluster.meta("new")));
    NodeState before = cluster.node(2).status();

    NodeFault fault =
        assertThrows(
            NodeFault.class,
            () ->
                cluster.node(2).handle(prepare(1, 2, "1.1"), Optional.of(TestCluster.meta("old"))));

    assertEquals(NodeFault.Code.OTHER_RUN, fault.code());
    assertEquals(before, cluster.node(2).status());
    assertEquals(
        "It is of run 'old', and this node is in run 'new'.",
        cluster.events(2, NodeEvent.Kind.IGNORED).getFirst().note());
  }

  private static Optional<NodeApi.Meta> nodeIn(String run) {
    return Optional.of(new NodeApi.Meta(run, 0, Optional.of(1), 1, ""));
  }

  @Test
  void aDriverThatNamesNoRunIsTaken() {
    cluster.node(2).restart(Optional.of(TestCluster.meta("new")));

    cluster.node(2).handle(prepare(1, 2, "1.1"), Optional.of(TestCluster.meta("")));

    assertTrue(cluster.node(2).status().promised().isPresent());
  }

  @Test
  void aNodeInNoNamedRunCannotReachIntoANamedOne() {
    cluster.node(2).restart(Optional.of(TestCluster.meta("new")));

    NodeFault fault =
        assertThrows(
            NodeFault.class, () -> cluster.node(2).handle(prepare(1, 2, "1.1"), nodeIn("")));

    assertEquals(NodeFault.Code.OTHER_RUN, fault.code());
    assertEquals(
        "Ignored: It is of no named run, and this node is in run 'new'.", fault.getMessage());
    assertEquals(Optional.empty(), cluster.node(2).status().promised());
  }

  @Test
  void aNamedRunCannotReachIntoANodeThatIsInNone() {
    for (Optional<NodeApi.Meta> meta :
        List.of(nodeIn("old"), Optional.of(TestCluster.meta("old")))) {
      NodeFault fault =
          assertThrows(NodeFault.class, () -> cluster.node(2).handle(prepare(1, 2, "1.1"), meta));

      assertEquals(NodeFault.Code.OTHER_RUN, fault.code());
      assertEquals(
          "Ignored: It is of run 'old', and this node is in no named run.", fault.getMessage());
    }
    assertEquals(Optional.empty(), cluster.node(2).status().promised());
  }

  @Test
  void whatAServerSentBeforeANamedRunBeganCannotBreakAgreementInIt() {
    cluster.propose(2, "OLD", round(2));
    cluster.held(2, 3, Kind.PREPARE);
    cluster.exchange(2, Kind.PREPARE, 1);
    cluster.exchange(2, Kind.PREPARE, 3);
    cluster.held(2, 3, Kind.ACCEPT);
    for (int server : List.of(1, 3)) {
      cluster.node(server).restart(Optional.of(TestCluster.meta("NEW")));
      cluster.node(server).gateMode(GateMode.OPEN, Optional.empty());
    }
    assertEquals(
        "NEW", TestCluster.get(cluster.propose(1, "NEW")).chosen().orElseThrow().value().text());

    for (int server : List.of(1, 3)) {
      cluster.deliver(2, Kind.ACCEPT, 2, server);
    }

    assertEquals(
        List.of("1.1", "1.1"),
        List.of(1, 3).stream()
            .map(server -> cluster.node(server).status().accepted().orElseThrow().number())
            .map(ProposalNumber::toString)
            .toList());
  }

  private static ProposeOptions round(int first) {
    return new ProposeOptions(1, ProposeOptions.Backoff.NONE, Set.of(), Optional.of(first));
  }

  private static NodeApi.Origin origin(String run, int incarnation) {
    return new NodeApi.Origin(Optional.of(run), Optional.of(incarnation));
  }

  @Test
  void aMessageThatSaysItIsOfAnotherRunIsRefusedWhoeverBringsIt() {
    cluster.node(2).restart(Optional.of(TestCluster.meta("new")));

    for (String old : List.of("", "old")) {
      for (Optional<NodeApi.Meta> meta :
          List.of(Optional.of(TestCluster.meta("new")), Optional.<NodeApi.Meta>empty())) {
        NodeFault fault =
            assertThrows(
                NodeFault.class,
                () -> cluster.node(2).handle(prepare(1, 2, "1.1"), origin(old, 1), meta));
        assertEquals(NodeFault.Code.OTHER_RUN, fault.code());
      }
    }
    assertEquals(Optional.empty(), cluster.node(2).status().promised());
    cluster.node(2).handle(prepare(1, 2, "1.1"), origin("new", 1), Optional.empty());
    assertTrue(cluster.node(2).status().promised().isPresent());
  }

  @Test
  void aReplyToAnEarlierIncarnationIsIgnoredAndShownAsSuch() {
    cluster.kill(1);
    cluster.start(1);
    cluster.propose(1, "x");
    String number = cluster.held(1, 3, Kind.PREPARE).getFirst().content().number().toString();
    Message.Promise promise =
        new Message.Promise(
            new ServerId(2), new ServerId(1), ProposalNumber.parse(number), Optional.empty());

    NodeApi.Answer answer =
        cluster.node(1).handle(promise, origin("", 1), Optional.of(TestCluster.meta("")));

    assertEquals(List.of(), answer.replies());
    assertEquals(
        "It answers incarnation 1 of this server, which is over; this is incarnation 2.",
        cluster.events(1, NodeEvent.Kind.IGNORED).getFirst().note());
    cluster.node(1).handle(promise, origin("", 2), Optional.of(TestCluster.meta("")));
    assertEquals(1, cluster.events(1, NodeEvent.Kind.HANDLED).size());
  }

  @Test
  void nodesThatAreRestartedWithoutARunOneByOneWorkTogether() {
    for (int server = 1; server <= 3; server++) {
      cluster.node(server).restart(Optional.of(TestCluster.meta("lecture")));
    }
    for (int server = 1; server <= 3; server++) {
      cluster.node(server).restart(Optional.empty());
      cluster.node(server).gateMode(GateMode.OPEN, Optional.empty());
    }

    assertTrue(TestCluster.get(cluster.propose(1, "x")).ok());
  }

  @Test
  void aCallerWithoutMetaIsAlwaysTakenAndShown() {
    cluster.node(2).restart(Optional.of(TestCluster.meta("new")));

    NodeApi.Answer answer = cluster.node(2).handle(prepare(1, 2, "1.1"), Optional.empty());

    assertEquals(1, answer.replies().size());
    assertEquals(
        List.of(
            NodeEvent.Kind.STARTED,
            NodeEvent.Kind.RESTARTED,
            NodeEvent.Kind.EXTERNAL,
            NodeEvent.Kind.HANDLED),
        cluster.events(2).stream().map(NodeEvent::kind).toList());
  }

  @Test
  void aMessageForAnotherServerIsAFaultAndChangesNothing() {
    NodeFault fault =
        assertThrows(
            NodeFault.class, () -> cluster.node(2).handle(prepare(1, 3, "1.1"), Optional.empty()));

    assertEquals(NodeFault.Code.BAD_PARAMETER, fault.code());
    assertEquals(Optional.empty(), cluster.node(2).status().promised());
  }

  @Test
  void aSecondCommittedValueIsALoudFault() {
    cluster.node(2).handle(commit(2, "1.1", "x"), Optional.of(TestCluster.meta("")));

    NodeFault fault =
        assertThrows(
            NodeFault.class, () -> cluster.node(2).handle(commit(2, "2.1", "y"), Optional.empty()));

    assertEquals(NodeFault.Code.PROTOCOL_VIOLATION, fault.code());
    assertTrue(fault.getMessage().startsWith("Agreement is broken"), fault.getMessage());
    assertEquals("x", cluster.node(2).status().fileContents());
    assertEquals(fault.getMessage(), cluster.events(2, NodeEvent.Kind.IGNORED).getFirst().note());
  }

  private static Message.Commit commit(int to, String number, String value) {
    return new Message.Commit(
        new ServerId(1),
        new ServerId(to),
        new Proposal(ProposalNumber.parse(number), new Value(value)));
  }

  @Test
  void aRestartForgetsEverythingAndAnswersWhoWaits() {
    CompletableFuture<ProposeReply> reply = cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);
    cluster.exchange(1, Kind.PREPARE, 1);
    cluster.node(1).handle(commit(1, "1.1", "x"), Optional.of(TestCluster.meta("")));

    cluster.node(1).restart(Optional.of(TestCluster.meta("second")));

    assertEquals(new ProposeReply(false, Optional.empty(), "restarted"), TestCluster.get(reply));
    NodeState state = cluster.node(1).status();
    assertEquals(Optional.empty(), state.promised());
    assertEquals(Optional.empty(), state.accepted());
    assertEquals(Optional.empty(), state.committed());
    assertEquals("", state.fileContents());
    assertEquals(0, state.held());
    assertEquals("second", state.run());
    assertEquals(1, state.incarnation());
    cluster.propose(1, "y");
    assertEquals("1.1", cluster.held(1, 3, Kind.PREPARE).getFirst().content().number().toString());
  }

  @Test
  void anAnswerToACallFromBeforeARestartIsIgnored() {
    cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);
    cluster.holdAnswersOf(2);
    CompletableFuture<Delivery> delivery =
        cluster.later(() -> cluster.deliver(1, Kind.PREPARE, 1, 2));
    cluster.awaitEvent(2, event -> event.kind() == NodeEvent.Kind.HANDLED);

    cluster.node(1).restart(Optional.empty());
    cluster.letAnswersGo();

    assertEquals(new Delivery(Delivery.Outcome.HANDLED, List.of()), TestCluster.get(delivery));
    assertEquals(List.of(), cluster.node(1).held());
    assertEquals(
        "It answers a message from before the restart.",
        cluster.events(1, NodeEvent.Kind.IGNORED).getFirst().note());
  }

  @Test
  void theRunSurvivesACrash() {
    cluster.node(3).restart(Optional.of(TestCluster.meta("lecture")));
    cluster.kill(3);
    cluster.start(3);

    assertEquals("lecture", cluster.node(3).status().run());
  }

  @Test
  void aNameOfARunThatIsTooLongIsAFault() {
    NodeFault fault =
        assertThrows(
            NodeFault.class,
            () -> cluster.node(1).restart(Optional.of(TestCluster.meta("r".repeat(201)))));

    assertEquals("The name of a run has at most 200 characters.", fault.getMessage());
  }

  private static Optional<NodeApi.Lease> lease(String driver, int millis) {
    return Optional.of(new NodeApi.Lease(driver, millis));
  }

  @Test
  void aSecondDriverIsToldWhoDrives() {
    cluster.node(1).gateMode(GateMode.HOLD, lease("Ada", 1_000));
    Optional<NodeApi.Meta> bob = Optional.of(TestCluster.driver("Bob"));

    for (Runnable call :
        List.<Runnable>of(
            () -> cluster.node(1).gateMode(GateMode.OPEN, lease("Bob", 1_000)),
            () -> cluster.node(1).gateMode(GateMode.OPEN, Optional.empty()),
            () -> cluster.node(1).gateLease(new NodeApi.Lease("Bob", 1_000)),
            () -> cluster.node(1).gateDelay(5, bob),
            () -> cluster.node(1).deliver("S1-1-1", bob),
            () -> cluster.node(1).drop("S1-1-1", Optional.empty()),
            () -> cluster.node(1).duplicate("S1-1-1", bob),
            () -> cluster.node(1).restart(bob))) {
      NodeFault fault = assertThrows(NodeFault.class, call::run);
      assertEquals(NodeFault.Code.DRIVEN_BY_ANOTHER, fault.code());
      assertTrue(fault.getMessage().contains("'Ada'"), fault.getMessage());
    }
    assertEquals(Optional.of("Ada"), cluster.node(1).status().driver());
    assertEquals(GateMode.HOLD, cluster.node(1).status().gate());
  }

  @Test
  void aLapsedLeaseOpensTheGate() {
    cluster.node(1).gateMode(GateMode.HOLD, lease("Ada", 1_000));
    CompletableFuture<ProposeReply> reply = cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);

    cluster.pass(1, 750);
    cluster.pass(1, 250);

    assertTrue(TestCluster.get(reply).ok());
    assertEquals(Optional.empty(), cluster.node(1).status().driver());
    assertEquals(GateMode.OPEN, cluster.node(1).status().gate());
  }

  @Test
  void aNodeThatWasStoppedLeavesItsDriverTimeToRenew() {
    cluster.node(1).gateMode(GateMode.HOLD, lease("Ada", 1_000));
    cluster.pass(1, 60_000);
    assertEquals(GateMode.HOLD, cluster.node(1).status().gate());

    cluster.pass(1, 250);
    assertEquals(GateMode.OPEN, cluster.node(1).status().gate());
  }

  @Test
  void aRenewedLeaseLasts() {
    cluster.node(1).gateMode(GateMode.HOLD, lease("Ada", 1_000));
    cluster.pass(1, 900);
    cluster.node(1).gateLease(new NodeApi.Lease("Ada", 1_000));
    cluster.pass(1, 900);

    assertEquals(Optional.of("Ada"), cluster.node(1).status().driver());
    assertEquals(GateMode.HOLD, cluster.node(1).status().gate());
  }

  @Test
  void aLeaseThatIsGivenUpLeavesTheModeAsItIs() {
    cluster.node(1).gateMode(GateMode.HOLD, lease("Ada", 1_000));

    cluster.node(1).gateLease(new NodeApi.Lease("Ada", 0));
    cluster.pass(1, 10_000);

    assertEquals(Optional.empty(), cluster.node(1).status().driver());
    assertEquals(GateMode.HOLD, cluster.node(1).status().gate());
  }

  @Test
  void aHoldOfAPersonHasNoLeaseAndStays() {
    cluster.node(1).gateMode(GateMode.OPEN, Optional.empty());
    cluster.node(1).gateMode(GateMode.HOLD, Optional.empty());

    cluster.pass(1, 100_000_000);

    assertEquals(GateMode.HOLD, cluster.node(1).status().gate());
  }

  @Test
  void aLeaseNeedsANameAndASensibleTime() {
    for (NodeApi.Lease wrong :
        List.of(
            new NodeApi.Lease("", 1_000),
            new NodeApi.Lease("Ada", -1),
            new NodeApi.Lease("Ada", 600_001))) {
      NodeFault fault = assertThrows(NodeFault.class, () -> cluster.node(1).gateLease(wrong));
      assertEquals(NodeFault.Code.BAD_PARAMETER, fault.code());
    }
  }
}
