package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.journal.Delivery;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound.Kind;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeApi;

class ClusterOfProcessesIT {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  @TempDir Path data;
  private ProcessCluster cluster;

  @BeforeEach
  void start() throws Exception {
    cluster = new ProcessCluster(data);
  }

  @AfterEach
  void stop() throws Exception {
    cluster.close();
    threads.shutdownNow();
  }

  @Test
  void fiveProcessesAgreeAndEveryFileHoldsTheValue() throws Exception {
    assertEquals(
        "Value 'Grüße 🙂' has been updated and committed.",
        cluster.propose(1, "Grüße 🙂").message());
    assertEquals(
        "Value 'Grüße 🙂' has been updated and committed. It was already chosen; '456' is not.",
        cluster.propose(5, "456").message());

    for (int server = 1; server <= ProcessCluster.SIZE; server++) {
      NodeState state = cluster.node(server).status();
      assertEquals("Grüße 🙂", cluster.file(server));
      assertEquals("Grüße 🙂", state.fileContents());
      // Which rounds they needed depends on how busy the machine is: whoever is late tries again.
      assertEquals(new ServerId(5), state.promised().orElseThrow().server());
      assertEquals(new ServerId(1), state.committed().orElseThrow().number().server());
    }
  }

  @Test
  void aValueOf64KibGoesTheWholeWay() throws Exception {
    String large = "\"<&\u00e4".repeat(13_107);

    assertTrue(cluster.propose(2, large).ok());

    assertEquals(large, cluster.file(4));
    assertEquals(
        Optional.of(new Value(large)),
        cluster.node(4).status().accepted().map(proposal -> proposal.value()));
  }

  @Test
  void aKilledProcessKeepsWhatItHasPromisedAndAccepted() throws Exception {
    cluster.propose(1, "x");
    NodeState before = cluster.node(3).status();
    cluster.kill(3);
    cluster.kill(4);
    assertTrue(cluster.propose(2, "y").ok(), "three of five are enough");

    cluster.recover(3);
    NodeState after = cluster.node(3).status();

    assertEquals(before.promised(), after.promised());
    assertEquals(before.accepted(), after.accepted());
    assertEquals(before.committed(), after.committed());
    assertEquals(2, after.incarnation());
    assertEquals(
        NodeEvent.Kind.STARTED,
        cluster.node(3).events(0, 0, Optional.empty()).events().getFirst().kind());
    assertEquals("x", cluster.propose(3, "z").chosen().orElseThrow().value().text());
  }

  @Test
  void processesKilledAtAnyTimeNeverDisagreeOrTakeAPromiseBack() throws Exception {
    Random random = new Random(7);
    List<CompletableFuture<ProposeReply>> clients = new ArrayList<>();
    Set<String> chosen = new HashSet<>();
    for (int round = 0; round < 6; round++) {
      String value = "v" + round;
      clients.add(CompletableFuture.supplyAsync(() -> cluster.propose(1, value), threads));
      int victim = 2 + random.nextInt(ProcessCluster.SIZE - 1);
      Optional<ProposalNumber> promised = cluster.node(victim).status().promised();
      cluster.kill(victim);
      cluster.recover(victim);
      Optional<ProposalNumber> now = cluster.node(victim).status().promised();
      assertTrue(promised.isEmpty() || now.orElseThrow().compareTo(promised.get()) >= 0);
    }
    for (CompletableFuture<ProposeReply> client : clients) {
      TestCluster.get(client).chosen().ifPresent(proposal -> chosen.add(proposal.value().text()));
    }
    for (int server = 1; server <= ProcessCluster.SIZE; server++) {
      chosen.add(cluster.propose(server, "late").chosen().orElseThrow().value().text());
      chosen.add(cluster.file(server));
    }
    assertEquals(1, chosen.size(), chosen::toString);
  }

  @Test
  void aHeldMessageOutlivesItsSender() throws Exception {
    cluster.node(1).gateMode(GateMode.HOLD, Optional.of(new NodeApi.Lease("test", 60_000)));
    CompletableFuture.runAsync(() -> cluster.propose(1, "x"), threads).exceptionally(ended -> null);
    List<Held> prepares = cluster.awaitHeld(1, Kind.PREPARE, 5);

    Delivery delivery = cluster.node(1).deliver(prepares.get(2).id(), driver());
    assertEquals(Delivery.Outcome.HANDLED, delivery.outcome());
    assertEquals(delivery, cluster.node(1).deliver(prepares.get(2).id(), driver()));
    NodeApi.Exchange xml = cluster.node(1).exchange(prepares.get(2).id()).orElseThrow();
    assertTrue(xml.request().contains("<methodName>paxos.prepare</methodName>"), xml.request());
    assertTrue(xml.response().orElseThrow().contains("promised"));
    cluster.node(1).crash();

    Message late = (Message) prepares.get(3).content();
    NodeApi.Answer first = cluster.node(4).handle(late, ProcessCluster.meta());
    NodeApi.Answer second = cluster.node(4).handle(late, ProcessCluster.meta());

    assertEquals(first.replies(), second.replies());
    assertEquals(Optional.of(ProposalNumber.parse("1.1")), cluster.node(4).status().promised());
    cluster.recover(1);
    assertEquals(List.of(), cluster.node(1).held());
    assertEquals(GateMode.OPEN, cluster.node(1).status().gate());
    ProposalNumber chosen = cluster.propose(1, "y").chosen().orElseThrow().number();
    assertTrue(chosen.compareTo(ProposalNumber.parse("1.1")) > 0, chosen::toString);
  }

  private static Optional<NodeApi.Meta> driver() {
    return Optional.of(new NodeApi.Meta("", 0, Optional.empty(), 0, "test"));
  }

  @Test
  void aMajorityDownIsNamedInTheAnswer() throws Exception {
    for (int server = 3; server <= 5; server++) {
      cluster.kill(server);
    }

    ProposeReply reply =
        cluster
            .node(1)
            .propose(
                new Value("x"),
                new ProposeOptions(2, ProposeOptions.Backoff.NONE, Set.of(), Optional.empty()),
                ProcessCluster.meta());

    assertEquals(false, reply.ok());
    assertEquals(
        "Proposal 2.1 got no answer to its Prepare from S3, S4, S5. It was attempt 2, the last"
            + " one.",
        reply.message());
  }
}
