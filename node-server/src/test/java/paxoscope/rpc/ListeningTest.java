package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.protocol.ServerId;

/** Where a node may listen, and what it says where it cannot; with and without TLS. */
class ListeningTest {

  @RegisterExtension final QuietStandardError quiet = new QuietStandardError();
  @TempDir Path folder;

  private static NodeServer listen(String host, int port, Access access) {
    return new NodeServer(host, port, access, Samples.S2, Samples.FIVE);
  }

  private static void assertCannot(String text, String host, int port, Access access) {
    CannotListen failure =
        assertThrows(CannotListen.class, () -> listen(host, port, access).close());
    assertEquals(text, failure.getMessage());
  }

  @Test
  void a_port_in_use_is_named() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = other.getLocalPort();
      assertCannot(
          "Port "
              + port
              + " on 127.0.0.1 is in use: stop the program that has it, or choose another port.",
          "127.0.0.1",
          port,
          Access.LOCAL);
    }
  }

  @Test
  void an_address_of_another_machine_is_named() {
    Access secret = new Access(Optional.of("x"), Set.of(), Optional.empty());
    assertCannot(
        "192.0.2.1 is not an address of this machine: listen on one that is, such as 127.0.0.1.",
        "192.0.2.1",
        0,
        secret);
  }

  @Test
  void an_unknown_name_is_named() {
    assertCannot(
        "'no-such-host.invalid' is no known host name or address: give an address of this machine,"
            + " such as 127.0.0.1.",
        "no-such-host.invalid",
        0,
        Access.LOCAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void where_others_can_call_a_secret_is_needed(String host) {
    assertCannot(
        "On "
            + host
            + ", where others can reach it, a node listens only with a shared secret: give one"
            + " (--secret-file, or PAXOSCOPE_SECRET), or listen on 127.0.0.1.",
        host,
        0,
        Access.LOCAL);
  }

  @Test
  void with_a_secret_a_node_listens_on_all_addresses() {
    RecordingNode node = new RecordingNode();
    Access access = new Access(Optional.of("x"), Set.of(), Optional.empty());
    try (NodeServer server = listen("0.0.0.0", 0, access)) {
      server.start(node);
      NodeAddress address = new NodeAddress("127.0.0.1", server.port());
      try (NodeClient client =
          new NodeClient(address, new ClientAccess(Optional.of("x"), Optional.empty()))) {
        client.restart(Optional.empty());
      }
    }
    assertEquals(1, node.calls().size());
  }

  @Test
  void an_empty_secret_is_none() {
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Access(Optional.of(" "), Set.of(), Optional.empty()));
    assertEquals("A shared secret must not be empty.", failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65536})
  void a_port_out_of_range_is_named(int port) {
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class, () -> listen("127.0.0.1", port, Access.LOCAL).close());
    assertEquals(
        "A port is 1 to 65535 (or 0 for a free one), not " + port + ".", failure.getMessage());
  }

  @Test
  void a_server_outside_the_cluster_is_named() {
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new NodeServer("127.0.0.1", 0, Access.LOCAL, new ServerId(6), Samples.FIVE)
                    .close());
    assertEquals("S6 is not in this cluster of 5 servers.", failure.getMessage());
  }

  @Test
  void who_calls_before_the_node_is_ready_is_answered_when_it_is() throws InterruptedException {
    RecordingNode node = new RecordingNode();
    try (NodeServer server = listen("127.0.0.1", 0, Access.LOCAL);
        NodeClient client =
            new NodeClient(new NodeAddress("127.0.0.1", server.port()), ClientAccess.LOCAL)) {
      Thread early = Thread.startVirtualThread(() -> client.restart(Optional.empty()));
      server.start(node);
      early.join();
    }
    assertEquals(List.of(RecordingNode.Call.of("restart", Optional.empty())), node.calls());
  }

  @Test
  void a_closed_port_is_free_again_at_once() {
    NodeServer first = listen("127.0.0.1", 0, Access.LOCAL);
    int port = first.port();
    first.start(new RecordingNode());
    try (NodeClient client =
        new NodeClient(new NodeAddress("127.0.0.1", port), ClientAccess.LOCAL)) {
      client.restart(Optional.empty());
      first.close();
      RecordingNode next = new RecordingNode();
      try (NodeServer second = listen("127.0.0.1", port, Access.LOCAL)) {
        second.start(next);
        // The connection of before is dead, which must not make this call one of unknown outcome.
        client.restart(Optional.empty());
      }
      assertEquals(1, next.calls().size());
    }
  }

  @Test
  void with_a_key_store_calls_are_encrypted() throws IOException, InterruptedException {
    TlsFile keys = TestKeys.make(folder);
    RecordingNode node = new RecordingNode();
    Access access = new Access(Optional.of("x"), Set.of(), Optional.of(keys));
    try (NodeServer server = listen("127.0.0.1", 0, access)) {
      server.start(node);
      NodeAddress address = new NodeAddress("127.0.0.1", server.port());
      try (NodeClient client =
          new NodeClient(address, new ClientAccess(Optional.of("x"), Optional.of(keys)))) {
        client.restart(Optional.empty());
      }
      assertEquals(1, node.calls().size());
      try (NodeClient plain =
          new NodeClient(address, new ClientAccess(Optional.of("x"), Optional.empty()))) {
        NodeUnreachable failure =
            assertThrows(NodeUnreachable.class, () -> plain.restart(Optional.empty()));
        assertTrue(failure.getMessage().contains("TLS"), failure.getMessage());
      }
      assertEquals(1, node.calls().size());
    }
    try (RunningServer plain = new RunningServer(node);
        NodeClient client =
            new NodeClient(
                new NodeAddress("127.0.0.1", plain.port()),
                new ClientAccess(Optional.empty(), Optional.of(keys)))) {
      NodeUnreachable failure =
          assertThrows(NodeUnreachable.class, () -> client.restart(Optional.empty()));
      assertTrue(failure.getMessage().contains("TLS"), failure.getMessage());
    }
  }

  @Test
  void a_key_store_that_cannot_be_used_is_named() throws IOException {
    Path damaged = folder.resolve("damaged.p12");
    Files.writeString(damaged, "no key store");
    Path missing = folder.resolve("missing.p12");

    assertEquals(
        "The key store " + damaged + " cannot be used: its password is wrong, or it is damaged.",
        assertThrows(
                IllegalArgumentException.class, () -> new TlsFile(damaged, "x").serverContext())
            .getMessage());
    assertEquals(
        "The key store " + missing + " cannot be read: name an existing file.",
        assertThrows(
                IllegalArgumentException.class, () -> new TlsFile(missing, "x").clientContext())
            .getMessage());
  }

  @Test
  void secrets_do_not_show_in_texts() {
    TlsFile file = new TlsFile(folder.resolve("keys.p12"), "geheim");
    Access access = new Access(Optional.of("geheim"), Set.of("a"), Optional.of(file));
    ClientAccess client = new ClientAccess(Optional.of("geheim"), Optional.of(file));

    assertTrue(
        List.of(file, access, client).stream()
            .noneMatch(item -> item.toString().contains("geheim")));
  }
}
