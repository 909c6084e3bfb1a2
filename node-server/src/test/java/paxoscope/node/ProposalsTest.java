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
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound.Kind;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeFault;

class ProposalsTest {

  private static final ProposeOptions ONCE =
      new ProposeOptions(1, ProposeOptions.Backoff.NONE, Set.of(), Optional.empty());

  private static Optional<Proposal> chosen(String number, String value) {
    return Optional.of(new Proposal(ProposalNumber.parse(number), new Value(value)));
  }

  @Test
  void anOpenClusterChoosesTheValueAndEveryFileHoldsIt() {
    try (TestCluster cluster = TestCluster.open(5)) {
      ProposeReply reply = TestCluster.get(cluster.propose(2, "123"));

      assertEquals(
          new ProposeReply(
              true, chosen("1.2", "123"), "Value '123' has been updated and committed."),
          reply);
      for (int server = 1; server <= 5; server++) {
        assertEquals("123", cluster.node(server).status().fileContents());
      }
    }
  }

  @Test
  void aSecondValueIsToldThatAnotherWasChosen() {
    try (TestCluster cluster = TestCluster.open(3)) {
      TestCluster.get(cluster.propose(1, "123"));

      ProposeReply reply = TestCluster.get(cluster.propose(3, "456"));

      assertEquals(
          new ProposeReply(
              true,
              chosen("2.3", "123"),
              "Value '123' has been updated and committed. It was already chosen; '456' is"
                  + " not."),
          reply);
    }
  }

  @Test
  void withAnOpenGateTheProposalsOfANodeNeverOvertakeEachOther() {
    try (TestCluster cluster = TestCluster.open(3)) {
      List<CompletableFuture<ProposeReply>> replies =
          IntStream.range(0, 20).mapToObj(i -> cluster.propose(1, "v" + i, ONCE)).toList();

      Set<String> values =
          replies.stream()
              .map(reply -> TestCluster.get(reply).chosen().orElseThrow().value().text())
              .collect(Collectors.toSet());

      assertEquals(1, values.size());
      // A late Accept of one that is over may be refused by the next; but none begins before that.
      Set<NodeEvent.Kind> ends = Set.of(NodeEvent.Kind.PROPOSED, NodeEvent.Kind.ANSWERED);
      List<NodeEvent.Kind> seen =
          cluster.events(1).stream().map(NodeEvent::kind).filter(ends::contains).toList();
      assertTrue(seen.size() > 20, seen::toString);
      for (int i = 0; i < seen.size(); i++) {
        assertEquals(i % 2 == 0 ? NodeEvent.Kind.PROPOSED : NodeEvent.Kind.ANSWERED, seen.get(i));
      }
    }
  }

  @Test
  void withTheGateOnHoldEachProposalBeginsAtOnce() {
    try (TestCluster cluster = TestCluster.onHold(3)) {
      cluster.propose(1, "x");
      cluster.held(1, 3, Kind.PREPARE);
      cluster.propose(1, "y");

      List<Held> prepares = cluster.held(1, 6, Kind.PREPARE);

      assertEquals("1.1", prepares.getFirst().content().number().toString());
      assertEquals("2.1", prepares.getLast().content().number().toString());
    }
  }

  @Test
  void proposalsThatWaitForTheirTurnBeginWhenTheGateIsHeld() {
    try (TestCluster cluster = TestCluster.open(3)) {
      cluster.node(1).gateDelay(1_000, Optional.empty());
      cluster.propose(1, "x");
      cluster.held(1, 3, Kind.PREPARE);
      cluster.propose(1, "y");

      cluster.node(1).gateMode(GateMode.HOLD, Optional.empty());

      cluster.held(1, 6, Kind.PREPARE);
    }
  }

  @Test
  void theAnswerComesWhenTheOwnCommitIsHandledWhileOthersWaitInTheGate() {
    try (TestCluster cluster = TestCluster.onHold(3)) {
      CompletableFuture<ProposeReply> reply = cluster.propose(1, "x");
      decideOnHold(cluster);
      assertFalse(reply.isDone());
      cluster.deliver(1, Kind.COMMIT, 1, 2);
      assertFalse(reply.isDone());

      cluster.deliver(1, Kind.COMMIT, 1, 1);

      assertEquals("Value 'x' has been updated and committed.", TestCluster.get(reply).message());
      assertEquals(1, cluster.held(1, Kind.COMMIT).size());
      assertEquals("", cluster.node(3).status().fileContents());
    }
  }

  private static void decideOnHold(TestCluster cluster) {
    cluster.held(1, 3, Kind.PREPARE);
    cluster.exchange(1, Kind.PREPARE, 1);
    cluster.exchange(1, Kind.PREPARE, 2);
    cluster.exchange(1, Kind.ACCEPT, 1);
    cluster.exchange(1, Kind.ACCEPT, 2);
    cluster.held(1, 3, Kind.COMMIT);
  }

  @Test
  void theAnswerSaysSoIfTheOwnCommitIsLost() {
    try (TestCluster cluster = TestCluster.onHold(3)) {
      CompletableFuture<ProposeReply> reply = cluster.propose(1, "x");
      decideOnHold(cluster);

      cluster.node(1).drop(cluster.idOf(1, Kind.COMMIT, 1, 1), Optional.empty());

      assertEquals(
          "Value 'x' is chosen, but this server's own Commit was lost: its file lacks it.",
          TestCluster.get(reply).message());
    }
  }

  @Test
  void aRefusedProposalNamesWhoRefusedItAndWhy() {
    try (TestCluster cluster = TestCluster.onHold(3)) {
      CompletableFuture<ProposeReply> blocked = cluster.propose(1, "x", ONCE);
      cluster.held(1, 3, Kind.PREPARE);
      cluster.exchange(1, Kind.PREPARE, 1);
      cluster.exchange(1, Kind.PREPARE, 2);
      cluster.propose(
          3, "y", new ProposeOptions(1, ProposeOptions.Backoff.NONE, Set.of(), Optional.of(4)));
      cluster.held(3, 3, Kind.PREPARE);
      cluster.deliver(3, Kind.PREPARE, 3, 2);
      cluster.deliver(3, Kind.PREPARE, 3, 3);

      cluster.exchange(1, Kind.ACCEPT, 2);
      cluster.exchange(1, Kind.ACCEPT, 3);

      assertEquals(
          new ProposeReply(
              false,
              Optional.empty(),
              "Proposal 1.1 was refused by S2, which has promised 4.3; S3, which has promised"
                  + " 4.3."),
          TestCluster.get(blocked));
      assertEquals(
          2,
          cluster.events(2, NodeEvent.Kind.REFUSED).size()
              + cluster.events(3, NodeEvent.Kind.REFUSED).size());
    }
  }

  @Test
  void aRoundThatWasUsedIsAFault() {
    try (TestCluster cluster = TestCluster.open(3)) {
      TestCluster.get(cluster.propose(1, "x"));
      CompletableFuture<ProposeReply> again =
          cluster.propose(
              1, "y", new ProposeOptions(1, ProposeOptions.Backoff.NONE, Set.of(), Optional.of(1)));

      CompletionException thrown =
          assertThrows(CompletionException.class, () -> TestCluster.get(again));

      NodeFault fault = (NodeFault) thrown.getCause();
      assertEquals(NodeFault.Code.BAD_PARAMETER, fault.code());
      assertTrue(fault.getMessage().startsWith("Round 1 is not above"), fault.getMessage());
      assertTrue(TestCluster.get(cluster.propose(1, "z")).ok(), "the next one is not held up");
    }
  }

  @Test
  void aRoundUsedBeforeACrashIsNeverUsedAgain() {
    try (TestCluster cluster = TestCluster.onHold(3)) {
      cluster.propose(1, "x");
      cluster.held(1, 3, Kind.PREPARE);
      cluster.kill(1);
      cluster.start(1);

      cluster.propose(1, "y");

      List<Held> prepares = cluster.held(1, 3, Kind.PREPARE);
      assertEquals("2.1", prepares.getFirst().content().number().toString());
      assertEquals("S1-2-1", prepares.getFirst().id());
      assertEquals(2, cluster.node(1).status().incarnation());
    }
  }

  @Test
  void onlyTheServersThatWereNamedAreAsked() {
    try (TestCluster cluster = TestCluster.onHold(3)) {
      cluster.propose(
          1,
          "x",
          new ProposeOptions(
              1,
              ProposeOptions.Backoff.NONE,
              Set.of(new ServerId(2), new ServerId(3)),
              Optional.of(3)));

      List<Held> prepares = cluster.held(1, 2, Kind.PREPARE);

      assertEquals(
          List.of("S2", "S3"),
          prepares.stream().map(item -> item.content().to().toString()).toList());
      assertEquals("3.1", prepares.getFirst().content().number().toString());
    }
  }

  @Test
  void aReplyToAnEarlierIncarnationIsIgnoredAndShown() {
    try (TestCluster cluster = TestCluster.onHold(3)) {
      cluster.propose(1, "x");
      cluster.held(1, 3, Kind.PREPARE);
      cluster.deliver(1, Kind.PREPARE, 1, 2);
      Message late = (Message) cluster.held(1, Kind.PROMISE).getFirst().content();
      cluster.kill(1);
      cluster.start(1);

      cluster.node(1).handle(late, Optional.of(TestCluster.meta("")));

      NodeEvent ignored = cluster.events(1, NodeEvent.Kind.IGNORED).getFirst();
      assertEquals(Optional.of(late), ignored.message());
      assertEquals("It came too late to matter.", ignored.note());
    }
  }

  @Test
  void soManyClientsMayWaitThatConnectionsAreLeftForOthers() {
    try (TestCluster cluster = TestCluster.onHold(3)) {
      for (int client = 1; client <= 256; client++) {
        cluster.propose(1, "x");
      }
      cluster.held(1, 3 * 256, Kind.PREPARE);

      CompletionException refused =
          assertThrows(
              CompletionException.class, () -> TestCluster.get(cluster.propose(1, "one more")));

      assertEquals(
          "This node works on 256 proposals already: try again later.",
          refused.getCause().getMessage());
    }
  }

  private static ProposeReply proposeAfterAnotherCommitAt(int server) {
    try (TestCluster cluster = TestCluster.open(3)) {
      Message.Commit other =
          new Message.Commit(
              new ServerId(2), new ServerId(server), chosen("9.2", "other").orElseThrow());
      cluster.node(server).handle(other, Optional.empty());

      return TestCluster.get(cluster.propose(1, "x"));
    }
  }

  @Test
  void whoProposesIsToldThatAgreementIsBrokenHere() {
    assertEquals(
        new ProposeReply(
            false,
            Optional.empty(),
            "Agreement is broken: 'x' (proposal 10.1) is chosen, but this server has committed"
                + " 'other' (proposal 9.2)."),
        proposeAfterAnotherCommitAt(1));
  }

  @Test
  void whoProposesIsToldThatAgreementIsBrokenElsewhere() {
    assertEquals(
        new ProposeReply(
            false,
            Optional.empty(),
            "S3 refuses the Commit of proposal 1.1. Agreement is broken: the value committed here"
                + " is 'other' (proposal 9.2), not 'x' (proposal 1.1)."),
        proposeAfterAnotherCommitAt(3));
  }

  @Test
  void aMinorityDownDoesNotStopAnOpenCluster() {
    try (TestCluster cluster = TestCluster.open(5)) {
      cluster.kill(4);
      cluster.kill(5);

      assertTrue(TestCluster.get(cluster.propose(1, "x")).ok());
      // The answer waits for no acceptor beyond a majority: its Prepare may be on its way still.
      for (Kind request : List.of(Kind.PREPARE, Kind.ACCEPT, Kind.COMMIT)) {
        for (int down : List.of(4, 5)) {
          cluster.awaitEvent(1, event -> isUnknown(event, request, down));
        }
      }
    }
  }

  private static boolean isUnknown(NodeEvent event, Kind request, int receiver) {
    return event.kind() == NodeEvent.Kind.UNKNOWN
        && event
            .message()
            .filter(message -> message.kind() == request && message.to().number() == receiver)
            .isPresent();
  }

  @Test
  void theRoundsOfOneProposalAreWaitedForWithAWindowThatDoubles() {
    RandomGenerator highest =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new AssertionError("not asked for");
          }

          @Override
          public int nextInt(int bound) {
            return bound - 1;
          }
        };
    assertEquals(
        List.of(50, 100, 200, 400, 800, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000),
        IntStream.rangeClosed(1, 13)
            .map(attempt -> Backoff.millis(ProposeOptions.Backoff.RANDOM, attempt, highest))
            .boxed()
            .toList());
    assertEquals(0, Backoff.millis(ProposeOptions.Backoff.NONE, 50, highest));
    assertEquals(1_000, Backoff.millis(ProposeOptions.Backoff.NONE, 51, highest));
  }
}
