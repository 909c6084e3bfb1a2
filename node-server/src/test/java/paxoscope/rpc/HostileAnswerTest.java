package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client before nodes that are gone, slow or hostile, and before things that are no nodes. */
class HostileAnswerTest {

  private static final String EXTENSIONS = "http://ws.apache.org/xmlrpc/namespaces/extensions";
  private static final AtomicInteger DESERIALIZED = new AtomicInteger();
  private static final String XML_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";

  @RegisterExtension final QuietStandardError quiet = new QuietStandardError();

  /** Tells when somebody makes it from its bytes. */
  static final class Gadget extends RuntimeException implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      DESERIALIZED.incrementAndGet();
      return this;
    }
  }

  private static String result(String value) {
    return "<methodResponse><params><param><value>"
        + value
        + "</value></param></params></methodResponse>";
  }

  private static String fault(String members) {
    return "<methodResponse><fault><value>" + members + "</value></fault></methodResponse>";
  }

  private static String struct(String... namesAndValues) {
    StringBuilder members = new StringBuilder("<struct>");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members
          .append("<member><name>")
          .append(namesAndValues[i])
          .append("</name><value>")
          .append(namesAndValues[i + 1])
          .append("</value></member>");
    }
    return members.append("</struct>").toString();
  }

  @Test
  void where_nothing_listens_a_call_is_surely_not_carried_out() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (NodeClient client =
        new NodeClient(new NodeAddress("127.0.0.1", port), ClientAccess.LOCAL)) {
      NodeUnreachable failure = assertThrows(NodeUnreachable.class, client::status);
      assertEquals(
          "127.0.0.1:" + port + " cannot be reached: nothing listens there.", failure.getMessage());
      assertThrows(NodeUnreachable.class, client::crash);
    }
  }

  @Test
  void an_unknown_host_name_is_named() {
    try (NodeClient client =
        new NodeClient(new NodeAddress("no-such-host.invalid", 8000), ClientAccess.LOCAL)) {
      NodeUnreachable failure = assertThrows(NodeUnreachable.class, client::status);
      assertEquals(
          "'no-such-host.invalid' is no known host name: check the address"
              + " no-such-host.invalid:8000.",
          failure.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "host/path", "user@host", "über", "%41", "host?x", "[::1"})
  void what_can_be_no_address_is_refused_before_any_call(String host) {
    NodeAddress address = new NodeAddress(host, 8000);

    assertThrows(
        IllegalArgumentException.class, () -> new NodeClient(address, ClientAccess.LOCAL).status());
  }

  static Stream<String> foreignAnswers() {
    return Stream.of(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 501 Unsupported method ('POST')\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 500 Oops\r\nContent-Type: text/xml\r\nContent-Length: 4\r\n\r\n<a/>",
        "SSH-2.0-OpenSSH_9.6\r\n\r\n",
        "+OK ready\r\n");
  }

  @ParameterizedTest
  @MethodSource("foreignAnswers")
  void something_else_on_the_port_is_told_to_be_something_else(String response) throws IOException {
    try (ScriptedServer server = ScriptedServer.saying(response);
        NodeClient client = server.client()) {
      NodeUnreachable failure = assertThrows(NodeUnreachable.class, client::status);
      assertTrue(
          failure
              .getMessage()
              .startsWith("Something else than a Paxoscope node answers on " + server.address()),
          failure.getMessage());
    }
  }

  @Test
  void a_redirection_is_not_followed() throws IOException {
    RecordingNode node = new RecordingNode();
    try (RunningServer target = new RunningServer(node);
        ScriptedServer server =
            ScriptedServer.saying(
                "HTTP/1.1 307 Away\r\nLocation: http://127.0.0.1:"
                    + target.port()
                    + "/RPC2\r\nContent-Length: 0\r\n\r\n");
        NodeClient client = server.client()) {
      assertThrows(NodeUnreachable.class, () -> client.restart(Optional.empty()));
      assertEquals(0, node.calls().size());
    }
  }

  @Test
  void a_compressed_answer_is_not_unpacked() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 100; i++) {
        gzip.write(blanks);
      }
    }
    String head =
        XML_HEAD + "Content-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n";
    try (ScriptedServer server =
            new ScriptedServer(
                answer -> {
                  answer.write(head.getBytes(StandardCharsets.US_ASCII));
                  bomb.writeTo(answer);
                });
        NodeClient client = server.client()) {
      assertThrows(NodeUnreachable.class, client::status);
    }
  }

  static Stream<String> brokenAnswers() {
    return Stream.of(
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\nContent-Ty",
        "HTTP/1.1 200 OK\r\nContent-Type: text",
        XML_HEAD,
        XML_HEAD + "Content-Length: 1000\r\n\r\n" + result(struct("ok", "<boolean>1</boolean>")),
        XML_HEAD + "Transfer-Encoding: chunked\r\n\r\n10\r\n<methodResponse>");
  }

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void after_a_broken_answer_nobody_knows_and_nothing_is_sent_again(String response)
      throws IOException {
    try (ScriptedServer server = ScriptedServer.saying(response);
        NodeClient client = server.client()) {
      assertThrows(NodeSilent.class, () -> client.restart(Optional.empty()));
      assertEquals(1, server.requests());
    }
  }

  static Stream<String> wrongAnswers() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            + result("&b;");
    return Stream.of(
        "",
        "<html></html>",
        "<methodResponse/>",
        "<methodResponse><params/></methodResponse>",
        "<methodResponse><params><param/></params></methodResponse>",
        "<methodResponse><params><param><value>",
        "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + result("x"),
        bomb,
        result("<nil/>"),
        result("<base64>aGk=</base64>"),
        result("<array><data><value>".repeat(5_000) + "</value></data></array>".repeat(5_000)),
        result("ok"),
        result("<int>1</int>"),
        result(struct()),
        result(struct("ok", "yes")),
        fault(""),
        fault("text"),
        fault("<int>1</int>"),
        fault(struct()),
        fault(struct("faultCode", "<int>1</int>")),
        fault(struct("faultCode", "one", "faultString", "x")),
        fault(struct("faultCode", "<int>1</int>", "faultString", "<int>1</int>")),
        fault(struct("faultCode", "<nil/>", "faultString", "<nil/>")),
        fault(struct("faultCode", "<double>1.5</double>", "faultString", "x")));
  }

  @ParameterizedTest
  @MethodSource("wrongAnswers")
  void an_answer_in_no_form_of_ours_is_told_to_be_that(String xml) throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(xml);
        NodeClient client = server.client()) {
      NodeSilent failure = assertThrows(NodeSilent.class, () -> client.restart(Optional.empty()));
      assertTrue(
          failure
              .getMessage()
              .startsWith(
                  "Something answers on "
                      + server.address()
                      + ", but not as a Paxoscope node does."),
          failure.getMessage());
    }
  }

  @Test
  void a_serialized_object_in_an_answer_is_never_made() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
      stream.writeObject(new Gadget());
    }
    String encoded = Base64.getEncoder().encodeToString(bytes.toByteArray());
    String serializable =
        "<ex:serializable xmlns:ex='%s'>%s</ex:serializable>".formatted(EXTENSIONS, encoded);
    for (String xml :
        new String[] {
          result(serializable),
          fault(
              struct(
                  "faultCode",
                  "<int>1</int>",
                  "faultString",
                  "x",
                  "faultCause",
                  "<base64>" + encoded + "</base64>")),
          fault(struct("faultCode", "<int>1</int>", "faultString", "x", "faultCause", serializable))
        }) {
      try (ScriptedServer server = ScriptedServer.answering(xml);
          NodeClient client = server.client()) {
        assertThrows(NodeSilent.class, () -> client.restart(Optional.empty()));
      }
    }
    assertEquals(0, DESERIALIZED.get());
  }

  @Test
  void a_fault_of_an_unknown_code_is_still_a_refusal() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.answering(
                fault(struct("faultCode", "<int>-32601</int>", "faultString", "unheard of")));
        NodeClient client = server.client()) {
      NodeFault failure = assertThrows(NodeFault.class, () -> client.restart(Optional.empty()));
      assertEquals(NodeFault.Code.INTERNAL, failure.code());
      assertEquals("unheard of", failure.getMessage());
    }
  }

  @Test
  void an_answer_that_drips_in_ends_with_the_deadline() throws IOException, InterruptedException {
    try (ScriptedServer server =
        new ScriptedServer(
            answer -> {
              answer.write((XML_HEAD + "Content-Length: 1000000000\r\n\r\n").getBytes());
              while (true) {
                answer.write(' ');
              }
            })) {
      HttpCalls calls = new HttpCalls(server.address(), ClientAccess.LOCAL);

      NodeSilent failure = assertThrows(NodeSilent.class, () -> calls.post(new byte[1], 200));

      assertEquals(server.address() + " has not answered within 0.2 s.", failure.getMessage());
      // The connection is given up too, or the server would drip for ever.
      server.awaitEnd();
    }
  }

  @Test
  void an_answer_without_end_is_cut_off() throws IOException, InterruptedException {
    byte[] part = new byte[1024 * 1024];
    try (ScriptedServer server =
            new ScriptedServer(
                answer -> {
                  answer.write((XML_HEAD + "\r\n").getBytes());
                  while (true) {
                    answer.write(part);
                  }
                });
        NodeClient client = server.client()) {
      assertThrows(NodeSilent.class, client::status);
      server.awaitEnd();
    }
  }

  @Test
  void an_interrupted_call_ends_at_once_and_the_thread_stays_interrupted()
      throws IOException, InterruptedException, ExecutionException {
    CountDownLatch asked = new CountDownLatch(1);
    try (ScriptedServer server = ScriptedServer.silent(asked);
        NodeClient client = server.client()) {
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      Thread caller =
          Thread.startVirtualThread(
              () -> {
                assertThrows(NodeSilent.class, client::status);
                interrupted.complete(Thread.currentThread().isInterrupted());
              });
      asked.await();
      caller.interrupt();
      assertTrue(interrupted.get());
    }
  }

  @Test
  void closing_a_client_ends_its_calls()
      throws IOException, InterruptedException, ExecutionException {
    CountDownLatch asked = new CountDownLatch(1);
    try (ScriptedServer server = ScriptedServer.silent(asked)) {
      NodeClient client = server.client();
      CompletableFuture<String> ended = new CompletableFuture<>();
      Thread.startVirtualThread(
          () ->
              ended.complete(
                  assertThrows(NodeSilent.class, () -> client.events(0, 60_000, Optional.empty()))
                      .getMessage()));
      asked.await();
      client.close();
      assertEquals("The client of " + server.address() + " is closed.", ended.get());
      assertThrows(NodeSilent.class, client::status);
    }
  }

  @Test
  void a_text_that_xml_cannot_carry_is_refused_before_anything_is_sent() throws IOException {
    RecordingNode node = new RecordingNode();
    try (RunningServer server = new RunningServer(node);
        NodeClient client = server.client()) {
      for (String text : new String[] {"\u0001", "\uFFFE", "\uD83D", "x\uDE00", "\0"}) {
        NodeFault failure =
            assertThrows(NodeFault.class, () -> client.drop(text, Optional.empty()));
        assertEquals(NodeFault.Code.BAD_PARAMETER, failure.code());
        assertTrue(failure.getMessage().contains("U+"), failure.getMessage());
      }
      assertEquals(0, node.calls().size());
    }
  }

  @Test
  void a_wrong_secret_is_a_call_that_is_surely_not_carried_out() {
    RecordingNode node = new RecordingNode();
    Access secret = new Access(Optional.of("s3cret: ü"), Set.of(), Optional.empty());
    try (RunningServer server = new RunningServer(node, secret)) {
      NodeAddress address = new NodeAddress("127.0.0.1", server.port());
      for (Optional<String> wrong : List.of(Optional.of("other"), Optional.<String>empty())) {
        try (NodeClient client =
            new NodeClient(address, new ClientAccess(wrong, Optional.empty()))) {
          NodeUnreachable failure =
              assertThrows(NodeUnreachable.class, () -> client.restart(Optional.empty()));
          assertEquals(
              address
                  + " refuses the call (HTTP 401): This node wants its shared secret: user paxos,"
                  + " HTTP Basic.",
              failure.getMessage());
        }
      }
      assertEquals(0, node.calls().size());
      try (NodeClient client =
          new NodeClient(address, new ClientAccess(secret.secret(), Optional.empty()))) {
        client.restart(Optional.empty());
        assertEquals(1, node.calls().size());
      }
    }
  }
}
