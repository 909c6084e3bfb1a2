package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.journal.GateMode;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeFault;
import paxoscope.rpc.NodeInaccessible;
import paxoscope.rpc.NodeSilent;
import paxoscope.rpc.NodeUnreachable;
import paxoscope.rpc.TlsFile;

class NodeClusterTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S2 = new ServerId(2);

  private final FakeNode first = new FakeNode(1);
  private final FakeNode second = new FakeNode(2);
  private final List<String> kept = new ArrayList<>();
  private final NodeCluster cluster =
      new NodeCluster(
          List.of(new NodeAddress("127.0.0.1", 8000), new NodeAddress("127.0.0.1", 8001)),
          List.of(first, second),
          new RecordingKeeper(),
          "me",
          () -> kept.add("disconnect"));

  private final class RecordingKeeper implements NodeKeeper {
    @Override
    public void crash(ServerId server) {
      kept.add("crash " + server);
    }

    @Override
    public boolean hasEnded(ServerId server) {
      return false;
    }

    @Override
    public void recover(ServerId server) {
      kept.add("recover " + server);
    }

    @Override
    public Optional<String> commandToRecover(ServerId server) {
      return Optional.empty();
    }

    @Override
    public void pause(ServerId server) {
      kept.add("pause " + server);
    }

    @Override
    public void resume(ServerId server) {
      kept.add("resume " + server);
    }

    @Override
    public Optional<String> commandToPause(ServerId server, boolean pause) {
      return Optional.empty();
    }

    @Override
    public void close() {
      kept.add("close");
    }
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  private String errorOf(RuntimeException problem) {
    second.failure = Optional.of(problem);
    return assertThrows(ClusterException.class, () -> cluster.held(S2)).getMessage();
  }

  @Test
  void aNodeIsCalledByItsNumber() {
    cluster.drop(S2, "7");
    assertEquals(List.of(), first.calls);
    assertEquals(List.of("drop 7"), second.calls);
  }

  @Test
  void aCallCarriesTheRunOfTheLastRestartAndARisingClock() {
    cluster.restart(S1, "r1");
    cluster.deliver(S1, "7");
    cluster.deliver(S2, "8");
    assertEquals(List.of("restart r1@1 by me", "deliver 7 r1@2 by me"), first.calls);
    assertEquals(List.of("deliver 8 @3 by me"), second.calls);
  }

  @Test
  void theClockNeverFallsBehindWhatTheNodesHaveTold() {
    first.clock = 40;
    cluster.events(S1, 0, Optional.empty(), 0);
    cluster.deliver(S2, "8");
    second.clock = 90;
    cluster.handle(new Message.Prepare(S1, S2, new ProposalNumber(1, S1)));
    cluster.deliver(S1, "9");
    assertEquals(List.of("deliver 8 @41 by me", "handle @42 by me"), second.calls);
    assertEquals("deliver 9 @91 by me", first.calls.getLast());
  }

  @Test
  void aRunThatANodeTellsOfIsTakenOver() {
    first.run = "theirs";
    cluster.status(S1);
    cluster.deliver(S1, "7");
    assertEquals("deliver 7 theirs@1 by me", first.calls.getLast());
  }

  @Test
  void holdingAGateTakesALeaseAndOpeningItGivesItUp() {
    cluster.gate(S1, GateMode.HOLD);
    cluster.gate(S1, GateMode.OPEN);
    assertEquals(List.of("hold me " + Leases.LEASE_MILLIS, "open me 0"), first.calls);
  }

  @Test
  void closingOpensTheGatesThatAreStillHeldAndThenEndsTheProcesses() {
    cluster.gate(S1, GateMode.HOLD);
    cluster.close();
    assertEquals("open me 0", first.calls.getLast());
    assertEquals(List.of(), second.calls);
    assertEquals(List.of("close", "disconnect"), kept);
  }

  @Test
  void aRecoveredNodeIsHeldAgainIfItWasHeldBefore() {
    cluster.gate(S1, GateMode.HOLD);
    first.calls.clear();
    cluster.recover(S1);
    cluster.recover(S2);
    assertEquals(List.of("recover S1", "recover S2"), kept);
    assertEquals(List.of("hold me " + Leases.LEASE_MILLIS), first.calls);
    assertEquals(List.of(), second.calls);
  }

  @Test
  void aProposalIsAnsweredLater() {
    ProposeReply reply = cluster.propose(S1, new Value("x"), ProposeOptions.DEFAULT).join();
    assertEquals(new ProposeReply(true, Optional.empty(), "done"), reply);
  }

  @Test
  void aProposalToADeadNodeFailsWithTheSameClearLine() {
    first.failure = Optional.of(new NodeUnreachable("refused", null));
    CompletionException failed =
        assertThrows(
            CompletionException.class,
            () -> cluster.propose(S1, new Value("x"), ProposeOptions.DEFAULT).join());
    assertEquals(
        "S1 (127.0.0.1:8000) is not running; bring it back with: recover 8000",
        failed.getCause().getMessage());
  }

  @Test
  void anErrorNamesTheServerAndTheRemedy() {
    assertEquals(
        "S2 (127.0.0.1:8001) is not running; bring it back with: recover 8001",
        errorOf(new NodeUnreachable("connection refused", null)));
    assertEquals(
        "S2 (127.0.0.1:8001) was called but did not answer, so the call may have been carried"
            + " out; see: status",
        errorOf(new NodeSilent("timed out", null)));
    assertEquals(
        "S2 (127.0.0.1:8001) refused: 'you' drives this node now.",
        errorOf(new NodeFault(NodeFault.Code.DRIVEN_BY_ANOTHER, "'you' drives this node now.")));
  }

  @Test
  void aNodeThatDoesNotAnswerHasNoStatus() {
    first.failure = Optional.of(new NodeUnreachable("connection refused", null));
    assertEquals(Optional.empty(), cluster.status(S1));
    first.failure = Optional.of(new NodeSilent("timed out", null));
    assertEquals(Optional.empty(), cluster.status(S1));
  }

  @Test
  void aNodeThatCannotBeCalledIsNotTakenForOneThatIsDown() {
    RuntimeException stranger =
        new NodeInaccessible(
            NodeInaccessible.Obstacle.ANOTHER_PROGRAM, "Something else answers there.", null);
    first.failure = Optional.of(stranger);
    assertEquals(
        "S1: Something else answers there.",
        assertThrows(ClusterException.class, () -> cluster.status(S1)).getMessage());
    assertEquals("S2: Something else answers there.", errorOf(stranger));
  }

  @Test
  void aServerThatAPersonHasToStartIsShownWithWhatItsClusterTakes() {
    List<NodeAddress> three =
        List.of(
            new NodeAddress("m1", 8000), new NodeAddress("m2", 8000), new NodeAddress("m3", 8000));
    ClientAccess secured =
        new ClientAccess(
            Optional.of("s3cret"), Optional.of(new TlsFile(Path.of("trust.p12"), "password")));
    String command =
        "java -jar paxoscope-node.jar --id 2 --cluster m1:8000,m2:8000,m3:8000 --data"
            + " THE-SAME-FOLDER-AS-BEFORE";
    assertEquals(
        Optional.of(command),
        new RemoteNodes(three, List.of(), ClientAccess.LOCAL).commandToRecover(S2));
    assertEquals(
        Optional.of(command + " --secret-file ITS-SECRET-FILE --keystore ITS-KEY-STORE"),
        new RemoteNodes(three, List.of(), secured).commandToRecover(S2));
  }

  @Test
  void theXmlOfACallIsPassedOn() {
    assertEquals(Optional.of(new Cluster.Xml("<q/>", Optional.empty())), cluster.xml(S1, "7"));
  }
}
