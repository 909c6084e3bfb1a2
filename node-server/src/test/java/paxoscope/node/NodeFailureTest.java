package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound.Kind;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.NodeFault;

class NodeFailureTest {

  private final TestCluster cluster = TestCluster.onHold(3);

  @AfterEach
  void stop() {
    cluster.close();
  }

  private static Message.Prepare prepare(String number) {
    return new Message.Prepare(new ServerId(1), new ServerId(2), ProposalNumber.parse(number));
  }

  @Test
  void aNodeWhoseDiskHasFailedNeverAnswersAgain() {
    cluster.store(2).failFromNowOn();

    NodeFault first =
        assertThrows(
            NodeFault.class,
            () -> cluster.node(2).handle(prepare("1.1"), Optional.of(TestCluster.meta(""))));
    NodeFault second = assertThrows(NodeFault.class, () -> cluster.node(2).status());

    assertEquals(NodeFault.Code.NOT_AVAILABLE, first.code());
    assertEquals(NodeFault.Code.NOT_AVAILABLE, second.code());
    assertEquals("The disk has failed: no space left", cluster.awaitFailure().getMessage());
    assertFalse(cluster.hasFailed(), "the second call is told, and nothing fails twice");
  }

  @Test
  void whoWaitsForANodeThatHasFailedIsToldSo() {
    CompletableFuture<ProposeReply> reply = cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);
    cluster.store(1).failFromNowOn();

    NodeFault delivery =
        assertThrows(NodeFault.class, () -> cluster.node(1).restart(Optional.empty()));
    CompletionException proposal =
        assertThrows(CompletionException.class, () -> TestCluster.get(reply));

    assertEquals(NodeFault.Code.NOT_AVAILABLE, delivery.code());
    assertEquals(NodeFault.Code.NOT_AVAILABLE, ((NodeFault) proposal.getCause()).code());
  }

  @Test
  void noPrepareLeavesBeforeItsRoundIsOnTheDisk() {
    cluster.store(1).failFromNowOn();

    CompletionException thrown =
        assertThrows(CompletionException.class, () -> TestCluster.get(cluster.propose(1, "x")));

    assertEquals(NodeFault.Code.NOT_AVAILABLE, ((NodeFault) thrown.getCause()).code());
    assertEquals(Optional.empty(), cluster.node(2).status().promised());
  }

  @Test
  void aRefusalOrARepetitionWritesNothing() {
    cluster.node(2).handle(prepare("3.1"), Optional.of(TestCluster.meta("")));
    int saves = cluster.store(2).saves();

    cluster.node(2).handle(prepare("3.1"), Optional.of(TestCluster.meta("")));
    cluster.node(2).handle(prepare("2.1"), Optional.of(TestCluster.meta("")));

    assertEquals(saves, cluster.store(2).saves());
  }

  @Test
  void aStoppedNodeRefusesCallsAndLetsItsClientsGo() {
    CompletableFuture<ProposeReply> reply = cluster.propose(1, "x");
    cluster.held(1, 3, Kind.PREPARE);
    Node node = cluster.node(1);

    cluster.kill(1);

    assertThrows(CompletionException.class, () -> TestCluster.get(reply));
    NodeFault fault = assertThrows(NodeFault.class, node::status);
    assertEquals("This node has stopped.", fault.getMessage());
    assertFalse(cluster.hasFailed());
  }
}
