package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.journal.GateMode;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.support.FreePorts;
import paxoscope.support.Program;

/** Nodes that run already, as another person's processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteClusterIT {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S3 = new ServerId(3);

  @TempDir private static Path folder;

  private HandStartedNodes nodes;

  @BeforeAll
  void startNodes() {
    nodes = new HandStartedNodes(folder, 3);
  }

  @AfterAll
  void endNodes() {
    nodes.close();
  }

  @BeforeEach
  void forgetWhatWasBefore() {
    NodeCalls.to(nodes.addresses(), ClientAccess.LOCAL)
        .forEach(node -> node.restart(Optional.empty()));
  }

  @Test
  void aNodeThatWasToldToCrashIsDeadAndComesBackWhenAPersonStartsIt() {
    try (Cluster cluster = RemoteCluster.connect(nodes.addresses(), ClientAccess.LOCAL)) {
      assertTrue(cluster.propose(S1, new Value("kept"), ProposeOptions.DEFAULT).join().ok());
      cluster.crash(S3);
      assertEquals(Optional.empty(), cluster.status(S3));
      assertEquals(137, nodes.node(3).exitCode(), "as by kill -9");

      String command = cluster.commandToRecover(S3).orElseThrow();
      assertTrue(command.contains("--id 3"), command);
      assertTrue(command.contains(nodes.connect()), command);

      nodes.startAgain(3);
      cluster.recover(S3);
      assertEquals("kept", cluster.status(S3).orElseThrow().fileContents());
    }
  }

  @Test
  void aSecondDriverIsToldWhoDrives() {
    try (Cluster first = RemoteCluster.connect(nodes.addresses(), ClientAccess.LOCAL)) {
      first.gate(S1, GateMode.HOLD);
      try (NodeCluster second =
          new NodeCluster(
              nodes.addresses(),
              NodeCalls.to(nodes.addresses(), ClientAccess.LOCAL),
              new RemoteNodes(nodes.addresses(), List.of(), ClientAccess.LOCAL),
              "another",
              () -> {})) {
        String message =
            assertThrows(ClusterException.class, () -> second.gate(S1, GateMode.HOLD)).getMessage();
        assertTrue(message.contains(NodeCalls.driverName()), message);
      }
      first.gate(S1, GateMode.OPEN);
    }
  }

  @Test
  void serversInTheWrongOrderAreRefused() {
    List<NodeAddress> wrong = nodes.addresses().reversed();
    String message =
        assertThrows(ClusterException.class, () -> RemoteCluster.connect(wrong, ClientAccess.LOCAL))
            .getMessage();
    assertEquals(
        "The node at "
            + wrong.get(0)
            + " is S3, but stands in place 1 of 3: name all servers of the cluster, S1 first.",
        message);
  }

  @Test
  void addressesWithoutAnyNodeAreNamedWithTheRemedy() {
    int port = FreePorts.inARow(1).getFirst();
    String message =
        assertThrows(
                ClusterException.class,
                () ->
                    RemoteCluster.connect(
                        List.of(new NodeAddress("127.0.0.1", port)), ClientAccess.LOCAL))
            .getMessage();
    assertTrue(message.contains("No node answers at 127.0.0.1:" + port), message);
    assertTrue(message.contains("start the nodes first"), message);
  }

  /** As where calls are forwarded to a machine that has gone. */
  @Test
  void aPlaceThatTakesCallsAndAnswersNoneIsDownBesideNodesThatAnswer() throws Exception {
    nodes.node(3).handle().destroyForcibly();
    nodes.node(3).exitCode();
    NodeAddress third = nodes.addresses().get(2);
    try (ServerSocket forwarder = new ServerSocket(third.port())) {
      Thread.ofPlatform().daemon().start(() -> closeAll(forwarder));
      try (Cluster cluster = RemoteCluster.connect(nodes.addresses(), ClientAccess.LOCAL)) {
        assertEquals(Optional.empty(), cluster.status(S3));
        assertTrue(cluster.propose(S1, new Value("two"), ProposeOptions.DEFAULT).join().ok());
      }
      String alone =
          assertThrows(
                  ClusterException.class,
                  () -> RemoteCluster.connect(List.of(third), ClientAccess.LOCAL))
              .getMessage();
      assertTrue(alone.startsWith("What listens at " + third), alone);
    }
    nodes.startAgain(3);
    try (Cluster cluster = RemoteCluster.connect(nodes.addresses(), ClientAccess.LOCAL)) {
      cluster.recover(S3);
    }
  }

  private static void closeAll(ServerSocket forwarder) {
    try {
      while (true) {
        forwarder.accept().close();
      }
    } catch (IOException closed) {
      // The test is over.
      return;
    }
  }

  @Test
  void aPlainPythonClientSetsAValue() {
    String script =
        """
        import xmlrpc.client
        node = xmlrpc.client.ServerProxy('http://127.0.0.1:%d')
        answer = node.paxos.propose('from Python')
        print(answer['ok'], answer['value'], node.node.status()['fileContents'])
        """
            .formatted(nodes.port(1));
    try (Program python = Program.start(List.of("python3", "-c", script))) {
      assertEquals(List.of("True from Python from Python"), python.rest());
      assertEquals(0, python.exitCode());
    }
  }

  @Test
  void theConsoleDrivesThemAndWaitsWhileAPersonBringsOneBack() {
    String port = Integer.toString(nodes.port(2));
    try (Program console = Program.start(folder, "console", "--connect", nodes.connect())) {
      console.type("set value shown on " + nodes.port(1));
      console.awaitLine(
          ("Node " + nodes.port(1) + " responded: Value 'shown' has been updated and committed.")
              ::equals);
      console.type("crash " + port);
      console.type("recover " + port);
      String command = console.awaitLine(line -> line.contains("java -jar"));
      assertTrue(command.contains("--id 2 --cluster " + nodes.connect()), command);
      nodes.startAgain(2);
      console.awaitLine("S2 is back, with what was on its disk."::equals);
      console.type("exit");
      console.rest();
      assertEquals(0, console.exitCode());
    }
    assertTrue(nodes.node(1).handle().isAlive());
  }
}
