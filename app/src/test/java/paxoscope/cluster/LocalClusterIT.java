package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.journal.EventBatch;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.support.FreePorts;

/** Real processes, started, killed and started again. */
class LocalClusterIT {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S3 = new ServerId(3);
  private static final int LONG_POLL_MILLIS = 1_000;

  @Test
  void aCrashedNodeComesBackWithWhatWasOnItsDisk() {
    try (Cluster cluster = LocalCluster.start(FreePorts.inARow(3))) {
      ProposeReply reply =
          cluster.propose(S1, new Value("\u00FC\uD83D\uDE00"), ProposeOptions.DEFAULT).join();
      assertTrue(reply.ok(), reply.message());
      awaitCommit(cluster, S3);
      NodeState before = cluster.status(S3).orElseThrow();

      cluster.crash(S3);
      assertEquals(Optional.empty(), cluster.status(S3));

      cluster.recover(S3);
      NodeState after = cluster.status(S3).orElseThrow();
      assertEquals("\u00FC\uD83D\uDE00", after.fileContents());
      assertEquals(before.promised(), after.promised());
      assertEquals(before.accepted(), after.accepted());
      assertEquals(
          new Value("\u00FC\uD83D\uDE00"), after.accepted().map(Proposal::value).orElseThrow());
      assertNotEquals(before.incarnation(), after.incarnation());
    }
  }

  /** Whoever proposes is answered by a majority: a third server may be a little later. */
  private static void awaitCommit(Cluster cluster, ServerId server) {
    int since = 0;
    boolean committed = false;
    while (!committed) {
      EventBatch batch = cluster.events(server, since, Optional.empty(), LONG_POLL_MILLIS);
      since = batch.next();
      committed =
          batch.events().stream().anyMatch(event -> event.kind() == NodeEvent.Kind.COMMITTED);
    }
  }

  @Test
  void aPortOfAnotherProgramIsNamedWithTheRemedy() throws IOException {
    List<Integer> ports = FreePorts.inARow(3);
    try (ServerSocket other = new ServerSocket(ports.get(1), 1, InetAddress.getLoopbackAddress())) {
      assertTrue(other.isBound());
      Thread.ofVirtual().start(() -> hangUpOnEachCaller(other));
      String message =
          assertThrows(ClusterException.class, () -> LocalCluster.start(ports)).getMessage();
      assertEquals(
          "Port "
              + ports.get(1)
              + " is taken by another program: end it, or choose other ports with --ports.",
          message);
    }
  }

  private static void hangUpOnEachCaller(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        server.accept().close();
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Test
  void portsOfNodesThatRunAlreadyAreNamedWithTheWayToUseThem() {
    List<Integer> ports = FreePorts.inARow(3);
    try (Cluster running = LocalCluster.start(ports)) {
      String message =
          assertThrows(ClusterException.class, () -> LocalCluster.start(ports)).getMessage();
      assertTrue(message.contains("--connect " + String.join(",", running.addresses())), message);
    }
  }

  @Test
  void afterAStartThatFailedThePortsAreFreeAgain() throws IOException {
    List<Integer> ports = FreePorts.inARow(3);
    try (ServerSocket other = new ServerSocket(ports.get(2), 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUpOnEachCaller(other));
      assertThrows(ClusterException.class, () -> LocalCluster.start(ports));
    }
    try (Cluster cluster = LocalCluster.start(ports)) {
      assertTrue(cluster.status(S1).isPresent());
    }
  }

  @Test
  void ctrlCInTheTerminalDoesNotReachTheNodesAndAStoppedOneEndsWithTheCluster() throws IOException {
    Set<Long> before =
        ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    List<ProcessHandle> nodes = new ArrayList<>();
    try (Cluster cluster = LocalCluster.start(FreePorts.inARow(3))) {
      ProcessHandle.current()
          .children()
          .filter(child -> !before.contains(child.pid()))
          .forEach(nodes::add);
      assertEquals(3, nodes.size());
      for (ProcessHandle node : nodes) {
        Process kill =
            new ProcessBuilder("kill", "-INT", Long.toString(node.pid())).inheritIO().start();
        assertEquals(0, kill.onExit().join().exitValue());
      }
      ProposeReply reply = cluster.propose(S1, new Value("x"), ProposeOptions.DEFAULT).join();
      assertTrue(reply.ok(), reply.message());
      assertTrue(nodes.stream().allMatch(ProcessHandle::isAlive));
      // A stopped one hears nothing of it either, and yet ends with the others.
      cluster.pause(S3);
      assertEquals(Optional.empty(), cluster.status(S3));
    }
    assertTrue(nodes.stream().noneMatch(ProcessHandle::isAlive));
  }
}
