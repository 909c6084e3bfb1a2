package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import paxoscope.journal.Delivery;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Outbound.Kind;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;

class GateTest {

  private final TestCluster cluster = TestCluster.onHold(3);

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void aGateOnHoldKeepsRequestsAndTimers() {
    cluster.propose(1, "x");

    List<Held> prepares = cluster.held(1, 3, Kind.PREPARE);
    List<Held> timers = cluster.held(1, 1, Kind.TIME_OUT);

    assertEquals(List.of("S1-1-1", "S1-1-2", "S1-1-3"), prepares.stream().map(Held::id).toList());
    assertEquals(Optional.of(2000), timers.getFirst().delayMillis());
    assertEquals(Optional.empty(), prepares.getFirst().delayMillis());
    assertEquals(4, cluster.node(1).status().held());
    assertEquals(Optional.empty(), cluster.node(2).status().promised());
  }

  @Test
  void aDeliveredRequestIsHandledAndItsReplyIsInTheGateOfTheCaller() {
    cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);

    Delivery delivery = cluster.deliver(1, Kind.PREPARE, 1, 2);

    String reply = cluster.idOf(1, Kind.PROMISE, 2, 1);
    assertEquals(new Delivery(Delivery.Outcome.HANDLED, List.of(reply)), delivery);
    assertEquals(Optional.of(ProposalNumber.parse("1.1")), cluster.node(2).status().promised());
  }

  @Test
  void aDeliveredReplyTellsWhatItHasPutIntoTheGate() {
    cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);
    cluster.exchange(1, Kind.PREPARE, 1);
    cluster.deliver(1, Kind.PREPARE, 1, 2);

    Delivery delivery = cluster.deliver(1, Kind.PROMISE, 2, 1);

    assertEquals(Delivery.Outcome.HANDLED, delivery.outcome());
    assertEquals(4, delivery.caused().size(), "three Accepts and a time-out");
    assertEquals(3, cluster.held(1, Kind.ACCEPT).size());
    assertEquals(1, cluster.held(1, Kind.TIME_OUT).size(), "the first one is over");
  }

  @Test
  void theSameIdGetsTheSameAnswerAgain() {
    cluster.propose(1, "x");
    String id = cluster.held(1, 3, Kind.PREPARE).getFirst().id();

    Delivery first = cluster.deliver(1, id);
    Delivery second = cluster.deliver(1, id);

    assertEquals(first, second);
    assertEquals(1, cluster.held(1, Kind.PROMISE).size());
  }

  @Test
  void anUnknownIdIsAFault() {
    NodeFault fault = assertThrows(NodeFault.class, () -> cluster.deliver(1, "S1-1-99"));

    assertEquals(NodeFault.Code.NO_SUCH_ITEM, fault.code());
    assertEquals(
        "The gate of S1 holds no item 'S1-1-99': it has left, was dropped, or never was there.",
        fault.getMessage());
  }

  @Test
  void anUnreachableReceiverIsToldToTheProposer() {
    cluster.kill(2);
    cluster.kill(3);
    CompletableFuture<ProposeReply> reply =
        cluster.propose(
            1, "x", new ProposeOptions(1, ProposeOptions.Backoff.NONE, Set.of(), Optional.empty()));
    cluster.held(1, 3, Kind.PREPARE);

    assertEquals(Delivery.Outcome.UNREACHABLE, cluster.deliver(1, Kind.PREPARE, 1, 2).outcome());
    assertEquals(Delivery.Outcome.UNREACHABLE, cluster.deliver(1, Kind.PREPARE, 1, 3).outcome());

    assertEquals(
        new ProposeReply(
            false, Optional.empty(), "Proposal 1.1 got no answer to its Prepare from S2, S3."),
        TestCluster.get(reply));
    assertEquals(
        List.of(
            Optional.of(NodeEvent.CallOutcome.UNREACHABLE),
            Optional.of(NodeEvent.CallOutcome.UNREACHABLE)),
        outcomesAtS1());
  }

  private List<Optional<NodeEvent.CallOutcome>> outcomesAtS1() {
    return cluster.events(1, NodeEvent.Kind.UNKNOWN).stream()
        .map(event -> event.details().outcome())
        .toList();
  }

  @Test
  void aRefusedCallIsHandledAndToldApartFromOneWithoutAnAnswer() {
    cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);
    cluster.node(2).restart(Optional.of(TestCluster.meta("new")));

    Delivery delivery = cluster.deliver(1, Kind.PREPARE, 1, 2);

    assertEquals(new Delivery(Delivery.Outcome.HANDLED, List.of()), delivery);
    assertEquals(List.of(Optional.of(NodeEvent.CallOutcome.REFUSED)), outcomesAtS1());
  }

  @Test
  void aCallWithoutAnAnswerIsUnknownAlthoughItWasHandled() {
    cluster.loseAnswersOf(2);
    cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);

    Delivery delivery = cluster.deliver(1, Kind.PREPARE, 1, 2);

    assertEquals(new Delivery(Delivery.Outcome.UNKNOWN, List.of()), delivery);
    assertTrue(cluster.node(2).status().promised().isPresent());
    assertEquals("S2 did not answer.", cluster.events(1, NodeEvent.Kind.UNKNOWN).getFirst().note());
    assertEquals(List.of(Optional.of(NodeEvent.CallOutcome.UNKNOWN)), outcomesAtS1());
  }

  @Test
  void aDroppedMessageIsLostAndNobodyIsTold() {
    cluster.propose(1, "x");
    String id = cluster.held(1, 3, Kind.PREPARE).get(1).id();

    cluster.node(1).drop(id, Optional.of(TestCluster.meta("")));
    cluster.node(1).drop(id, Optional.of(TestCluster.meta("")));

    assertEquals(2, cluster.held(1, Kind.PREPARE).size());
    assertEquals(1, cluster.events(1, NodeEvent.Kind.DROPPED).size());
    assertEquals(Optional.empty(), cluster.node(2).status().promised());
    assertEquals(0, cluster.held(1, Kind.RETRY).size());
    assertThrows(NodeFault.class, () -> cluster.deliver(1, id));
  }

  @Test
  void aTimerCanNeitherBeLostNorDoubled() {
    cluster.propose(1, "x");
    String id = cluster.held(1, 1, Kind.TIME_OUT).getFirst().id();

    NodeFault drop =
        assertThrows(NodeFault.class, () -> cluster.node(1).drop(id, Optional.empty()));
    NodeFault twice =
        assertThrows(NodeFault.class, () -> cluster.node(1).duplicate(id, Optional.empty()));

    assertEquals(NodeFault.Code.BAD_PARAMETER, drop.code());
    assertEquals("'S1-1-4' is a timer: only a message can be doubled.", twice.getMessage());
  }

  @Test
  void aCopyWaitsRightBehindItsOriginalAndChangesNothing() {
    cluster.propose(1, "x");
    String id = cluster.held(1, 3, Kind.PREPARE).getFirst().id();

    String copy = cluster.node(1).duplicate(id, Optional.of(TestCluster.meta("")));

    assertEquals(
        List.of("S1-1-1", "S1-1-5", "S1-1-2", "S1-1-3", "S1-1-4"),
        cluster.node(1).held().stream().map(Held::id).toList());
    assertEquals("S1-1-5", copy);
    NodeEvent event = cluster.events(1, NodeEvent.Kind.DUPLICATED).getFirst();
    assertEquals(Optional.of(copy), event.itemId());
    assertEquals(Delivery.Outcome.HANDLED, cluster.deliver(1, id).outcome());
    assertEquals(Delivery.Outcome.HANDLED, cluster.deliver(1, copy).outcome());
    assertEquals(2, cluster.held(1, Kind.PROMISE).size());
  }

  @Test
  void theSameTokenMakesOneCopyAlsoAfterItHasLeft() {
    cluster.propose(1, "x");
    List<Held> prepares = cluster.held(1, 3, Kind.PREPARE);
    String id = prepares.getFirst().id();
    Optional<NodeApi.Meta> meta = Optional.of(TestCluster.meta(""));

    String copy = cluster.node(1).duplicate(id, meta, Optional.of("a"));
    cluster.deliver(1, copy);
    cluster.deliver(1, id);

    assertEquals(copy, cluster.node(1).duplicate(id, meta, Optional.of("a")));
    assertEquals(2, cluster.held(1, Kind.PREPARE).size());
    NodeFault other =
        assertThrows(
            NodeFault.class,
            () -> cluster.node(1).duplicate(prepares.get(1).id(), meta, Optional.of("a")));
    assertEquals(
        "This token was given for 'S1-1-1', not for 'S1-1-2': take another one.",
        other.getMessage());
  }

  @Test
  void openingTheGateReleasesEverything() {
    CompletableFuture<ProposeReply> reply = cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);
    cluster.deliver(1, Kind.PREPARE, 1, 1);

    cluster.node(1).gateMode(GateMode.OPEN, Optional.empty());

    assertEquals("Value 'x' has been updated and committed.", TestCluster.get(reply).message());
    assertEquals(List.of(), cluster.node(1).held());
    for (int server = 1; server <= 3; server++) {
      assertEquals("x", cluster.node(server).status().fileContents());
    }
  }

  @Test
  void inAnOpenGateADeliveredRequestIsAnsweredWhenItsReplyIsHandled() {
    cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);
    cluster.node(1).gateDelay(1_000, Optional.of(TestCluster.meta("")));
    cluster.node(1).gateMode(GateMode.OPEN, Optional.empty());
    cluster.node(1).gateDelay(0, Optional.of(TestCluster.meta("")));

    Delivery delivery = cluster.deliver(1, Kind.PREPARE, 1, 2);

    assertEquals(1, delivery.caused().size());
    assertFalse(
        cluster.node(1).held().stream()
            .anyMatch(item -> item.id().equals(delivery.caused().getFirst())));
    assertEquals(
        1,
        cluster.events(1).stream()
            .filter(event -> event.kind() == NodeEvent.Kind.HANDLED)
            .filter(event -> event.itemId().equals(Optional.of(delivery.caused().getFirst())))
            .count());
  }

  @Test
  void aDelayedGateLetsMessagesGoWhenTheirTimeHasCome() {
    cluster.node(1).gateMode(GateMode.OPEN, Optional.empty());
    cluster.node(1).gateDelay(500, Optional.of(TestCluster.meta("")));
    CompletableFuture<ProposeReply> reply = cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);

    cluster.pass(1, 499);
    assertEquals(3, cluster.held(1, Kind.PREPARE).size());
    for (Kind kind : List.of(Kind.PROMISE, Kind.ACCEPTED)) {
      cluster.pass(1, 500);
      cluster.held(1, 3, kind);
      cluster.pass(1, 500);
    }
    cluster.held(1, 3, Kind.COMMIT);
    cluster.pass(1, 500);

    assertTrue(TestCluster.get(reply).ok());
  }

  @Test
  void aTimeOutLeavesTimeForTheDelayOfTheGate() {
    cluster.node(1).gateMode(GateMode.OPEN, Optional.empty());
    cluster.node(1).gateDelay(1_500, Optional.of(TestCluster.meta("")));
    CompletableFuture<ProposeReply> reply = cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);

    for (Kind replies : List.of(Kind.PROMISE, Kind.ACCEPTED)) {
      cluster.pass(1, 1_500);
      cluster.held(1, 3, replies);
      cluster.pass(1, 1_500);
    }
    cluster.held(1, 3, Kind.COMMIT);
    cluster.pass(1, 1_500);

    assertEquals("1.1", TestCluster.get(reply).chosen().orElseThrow().number().toString());
    assertEquals(List.of(), cluster.events(1, NodeEvent.Kind.TIMER));
  }

  @Test
  void onHoldNoClockRunsAndATimerFiresOnlyWhenItIsDelivered() {
    cluster.propose(1, "x");
    String id = cluster.held(1, 1, Kind.TIME_OUT).getFirst().id();

    cluster.pass(1, 1_000_000);
    assertEquals(0, cluster.held(1, Kind.RETRY).size());
    Delivery fired = cluster.deliver(1, id);

    assertEquals(1, fired.caused().size());
    Held retry = cluster.held(1, 1, Kind.RETRY).getFirst();
    assertTrue(retry.delayMillis().orElseThrow() <= 50);
    cluster.deliver(1, retry.id());
    assertEquals(6, cluster.held(1, Kind.PREPARE).size());
    assertEquals(
        List.of(Kind.TIME_OUT, Kind.RETRY),
        cluster.events(1, NodeEvent.Kind.TIMER).stream()
            .map(event -> event.message().orElseThrow().kind())
            .toList());
  }

  @Test
  void timersRunAgainWhenTheGateOpensAndStopWhenItCloses() {
    cluster.propose(1, "x");
    for (Held item : cluster.held(1, 3, Kind.PREPARE)) {
      cluster.node(1).drop(item.id(), Optional.of(TestCluster.meta("")));
    }
    cluster.node(1).gateMode(GateMode.OPEN, Optional.empty());
    cluster.pass(1, 1_999);
    cluster.node(1).gateMode(GateMode.HOLD, Optional.empty());
    cluster.pass(1, 10_000);
    assertEquals(1, cluster.held(1, Kind.TIME_OUT).size());
    cluster.node(1).gateMode(GateMode.OPEN, Optional.empty());

    cluster.pass(1, 2_000);

    assertEquals(1, cluster.events(1, NodeEvent.Kind.TIMER).size());
  }

  @Test
  void aGateFullOfLargeValuesTakesNoFurtherProposal() {
    String large = "v".repeat(Value.MAXIMUM_BYTES);
    int fitting = OutboundGate.CAPACITY_CHARACTERS / Value.MAXIMUM_BYTES / 3;
    int copies = 3 * (fitting + 1) - 1;
    cluster.propose(1, large);
    cluster.held(1, 3, Kind.PREPARE);
    cluster.exchange(1, Kind.PREPARE, 1);
    cluster.exchange(1, Kind.PREPARE, 2);
    String accept = cluster.held(1, 3, Kind.ACCEPT).getFirst().id();

    NodeFault full =
        assertThrows(
            NodeFault.class,
            () -> {
              for (int i = 0; i < copies; i++) {
                cluster.node(1).duplicate(accept, Optional.empty());
              }
            });

    assertEquals(NodeFault.Code.NOT_AVAILABLE, full.code());
    assertThrows(CompletionException.class, () -> TestCluster.get(cluster.propose(1, "x")));
    cluster.node(1).restart(Optional.empty());
    cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);
  }

  @Test
  void theTextsOfACallThatBroughtNoAnswerCanBeReadToo() {
    cluster.kill(2);
    cluster.loseAnswersOf(3);
    cluster.propose(1, "x");
    for (Held prepare : cluster.held(1, 3, Kind.PREPARE).subList(1, 3)) {
      cluster.deliver(1, prepare.id());

      assertEquals(
          Optional.of(new NodeApi.Exchange("<Prepare>", Optional.empty())),
          cluster.node(1).exchange(prepare.id()));
    }
  }

  @Test
  void theTextsOfACallCanBeReadByTheIdsOfItsRequestAndItsReply() {
    cluster.propose(1, "x");
    String request = cluster.held(1, 3, Kind.PREPARE).getFirst().id();
    assertEquals(Optional.empty(), cluster.node(1).exchange(request));

    String reply = cluster.deliver(1, request).caused().getFirst();

    assertEquals("<Prepare>", cluster.node(1).exchange(request).orElseThrow().request());
    assertEquals(cluster.node(1).exchange(request), cluster.node(1).exchange(reply));
  }
}
