package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Outbound.Kind;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeFault;

/** A gate as full as a node lets it become, in a process with the small heap of a node. */
class FullGateIT {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  @TempDir Path data;
  private ProcessCluster cluster;

  @BeforeEach
  void start() throws Exception {
    cluster = new ProcessCluster(data);
  }

  @AfterEach
  void stop() {
    cluster.close();
    threads.shutdownNow();
  }

  @Test
  void aGateFullOfValuesThatGrowOnTheWireIsShownAndEmptied() {
    String value = "&".repeat(Value.MAXIMUM_BYTES);
    cluster.node(1).gateMode(GateMode.HOLD, Optional.empty());
    CompletableFuture<ProposeReply> reply =
        CompletableFuture.supplyAsync(() -> cluster.propose(1, value), threads);
    for (Held prepare : cluster.awaitHeld(1, Kind.PREPARE, ProcessCluster.SIZE)) {
      deliver(prepare.id()).forEach(this::deliver);
    }
    fillWithCopiesOf(cluster.awaitHeld(1, Kind.ACCEPT, ProcessCluster.SIZE).getFirst().id());

    List<CompletableFuture<List<Held>>> readers = new ArrayList<>();
    for (int reader = 0; reader < 4; reader++) {
      readers.add(CompletableFuture.supplyAsync(() -> cluster.node(1).held(), threads));
    }
    for (CompletableFuture<List<Held>> reader : readers) {
      assertTrue(TestCluster.get(reader).size() >= ProcessCluster.SIZE);
    }
    cluster.node(1).gateMode(GateMode.OPEN, Optional.empty());

    assertEquals(value, TestCluster.get(reply).chosen().orElseThrow().value().text());
    assertEquals(value, cluster.node(1).status().fileContents());
  }

  private List<String> deliver(String id) {
    return cluster.node(1).deliver(id, ProcessCluster.meta()).caused();
  }

  private void fillWithCopiesOf(String id) {
    NodeFault full =
        assertThrows(
            NodeFault.class,
            () -> {
              for (int copy = 0; copy < OutboundGate.CAPACITY; copy++) {
                cluster.node(1).duplicate(id, ProcessCluster.meta());
              }
            });
    assertEquals("The gate of S1 is full: release something.", full.getMessage());
  }
}
