package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.Access;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeServer;
import paxoscope.rpc.TlsFile;
import paxoscope.support.FreePorts;

/** What is found at the addresses when a cluster is connected, said in one line. */
class RemoteClusterTest {

  private static final Access WITH_SECRET =
      new Access(Optional.of("right"), Set.of(), Optional.empty());

  @TempDir private Path folder;

  private final List<NodeServer> servers = new ArrayList<>();

  @AfterEach
  void end() {
    servers.forEach(NodeServer::close);
  }

  /** One of the three nodes of a cluster. */
  private NodeAddress node(int number, Access access) {
    Membership three = new Membership(3);
    FakeNode node = new FakeNode(number);
    node.servers = three.size();
    NodeServer server = new NodeServer("127.0.0.1", 0, access, new ServerId(number), three);
    server.start(node);
    servers.add(server);
    return new NodeAddress("127.0.0.1", server.port());
  }

  private List<NodeAddress> three(Access access) {
    return List.of(node(1, access), node(2, access), node(3, access));
  }

  private static ClientAccess secret(String secret) {
    return new ClientAccess(Optional.of(secret), Optional.empty());
  }

  private static String refusal(List<NodeAddress> addresses, ClientAccess access) {
    return assertThrows(
            ClusterException.class, () -> RemoteCluster.connect(addresses, access).close())
        .getMessage();
  }

  @Test
  void allNodesInTheirOrderAreTaken() {
    try (Cluster cluster = RemoteCluster.connect(three(WITH_SECRET), secret("right"))) {
      assertEquals(new ServerId(3), cluster.status(new ServerId(3)).orElseThrow().server());
    }
  }

  @Test
  void aClusterOfAnotherSizeThanTheListIsRefused() {
    List<NodeAddress> all = three(Access.LOCAL);
    assertEquals(
        "The node at %s belongs to a cluster of 3, but --connect names 2: name all, S1 first."
            .formatted(all.getFirst()),
        refusal(all.subList(0, 2), ClientAccess.LOCAL));
    assertEquals(
        "The node at %s belongs to a cluster of 3, but --connect names 1: name all, S1 first."
            .formatted(all.getFirst()),
        refusal(all.subList(0, 1), ClientAccess.LOCAL));
  }

  @Test
  void aWrongSecretIsNotTakenForAnAbsentNode() {
    List<NodeAddress> all = three(WITH_SECRET);
    String line =
        all.getFirst()
            + " refuses the call (HTTP 401): This node wants its shared secret: user paxos, HTTP"
            + " Basic.";
    assertEquals(
        line + " That in the file named with --secret-file is another one.",
        refusal(all, secret("wrong")));
    assertEquals(
        line + " Name the file that holds it with --secret-file.",
        refusal(all, ClientAccess.LOCAL));
  }

  @Test
  void anotherProgramIsNotTakenForAnAbsentNode() throws IOException {
    HttpServer stranger =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(new byte[] {'o', 'k'});
          }
        });
    stranger.start();
    NodeAddress address = new NodeAddress("127.0.0.1", stranger.getAddress().getPort());
    try {
      assertEquals(
          "Something else than a Paxoscope node answers on "
              + address
              + " (HTTP 200, no type). Check the address, and whether it takes TLS (--truststore).",
          refusal(
              List.of(address, node(2, Access.LOCAL), node(3, Access.LOCAL)), ClientAccess.LOCAL));
    } finally {
      stranger.stop(0);
    }
  }

  @Test
  void anUnknownHostIsNotTakenForAnAbsentNode() {
    NodeAddress nowhere = new NodeAddress("no-such-host.invalid", 8000);
    assertEquals(
        "'no-such-host.invalid' is no known host name: check the address"
            + " no-such-host.invalid:8000.",
        refusal(List.of(nowhere, nowhere, nowhere), ClientAccess.LOCAL));
  }

  @Test
  void aNodeThatTakesNoTlsIsNotTakenForAnAbsentNode() throws Exception {
    ClientAccess tls = new ClientAccess(Optional.empty(), Optional.of(emptyTrustStore()));
    String line = refusal(three(Access.LOCAL), tls);
    assertTrue(line.contains("cannot agree on TLS"), line);
  }

  private TlsFile emptyTrustStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Path file = folder.resolve("trust.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "password".toCharArray());
    }
    return new TlsFile(file, "password");
  }

  @Test
  void whereNothingListensTheNodesHaveToBeStartedFirst() {
    NodeAddress free = new NodeAddress("127.0.0.1", FreePorts.inARow(1).getFirst());
    String line = refusal(List.of(free, free, free), ClientAccess.LOCAL);
    assertTrue(line.contains("start the nodes first"), line);
  }
}
