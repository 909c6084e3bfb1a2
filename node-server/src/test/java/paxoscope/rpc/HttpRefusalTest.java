package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a server refuses before it reads a request as a call: callers that are no XML-RPC clients.
 */
class HttpRefusalTest {

  private static final String XML = "Content-Type: text/xml";
  private static final byte[] RESTART =
      "<methodCall><methodName>restart</methodName></methodCall>"
          .getBytes(StandardCharsets.US_ASCII);

  @RegisterExtension final QuietStandardError quiet = new QuietStandardError();

  private final RecordingNode node = new RecordingNode();
  private final RunningServer server =
      new RunningServer(
          node, new Access(Optional.empty(), Set.of("lab-3.example.org"), Optional.empty()));

  @AfterEach
  void stop() {
    server.close();
  }

  private void assertRefused(int status, String response) {
    assertTrue(response.startsWith("HTTP/1.1 " + status + " "), response);
    assertEquals(List.of(), node.calls());
    assertAnswers(server.post(RESTART));
  }

  private void assertAnswers(String response) {
    assertTrue(response.startsWith("HTTP/1.1 200 "), response);
    assertEquals(
        List.of(RecordingNode.Call.of("restart", Optional.empty())), node.calls(), response);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "OPTIONS", "DELETE", "HEAD", "TRACE"})
  void only_posts_are_taken(String method) {
    assertRefused(
        405, server.send(method + " /RPC2 HTTP/1.1", "Host: localhost", XML, new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json",
        "text/xmlx",
        "text/plain; text/xml",
        ""
      })
  void only_xml_is_taken(String type) {
    assertRefused(
        415,
        server.send("POST /RPC2 HTTP/1.1", "Host: localhost", "Content-Type: " + type, RESTART));
  }

  @Test
  void a_request_without_a_type_is_refused() {
    assertRefused(
        415, server.send("POST /RPC2 HTTP/1.1", "Host: localhost", "Accept: */*", RESTART));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/xml", "TEXT/XML", "text/xml; charset=utf-8", "text/xml;x=y"})
  void xml_may_be_named_in_every_usual_way(String type) {
    assertAnswers(
        server.send("POST / HTTP/1.1", "Host: localhost", "Content-Type: " + type, RESTART));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "lab-3.example.org.evil.example",
        "user@evil.example",
        "localhost@evil.example",
        "10.1.2.3",
        "localhost, evil.example",
        "local host",
        ""
      })
  void a_foreign_host_name_is_refused(String host) {
    assertRefused(403, server.send("POST /RPC2 HTTP/1.1", "Host: " + host, XML, RESTART));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8000",
        "127.0.0.1:8000",
        "[::1]:8000",
        "lab-3.example.org",
        "Lab-3.example.org.:8000"
      })
  void the_loopback_names_and_those_of_the_cluster_are_known(String host) {
    assertAnswers(server.send("POST /RPC2 HTTP/1.1", "Host: " + host, XML, RESTART));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "https://evil.example:8000",
        "http://localhost.evil.example",
        "null",
        "file://",
        "chrome-extension://abcdef",
        ""
      })
  void a_web_page_from_elsewhere_is_refused(String origin) throws IOException {
    try (Socket socket = server.connect()) {
      String head =
          "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nOrigin: "
              + origin
              + "\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: "
              + RESTART.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(RESTART);
      assertRefused(403, RunningServer.readAll(socket.getInputStream()));
    }
  }

  @Test
  void a_refusal_gives_a_browser_no_permission_of_any_kind() {
    String response =
        server.send(
            "OPTIONS /RPC2 HTTP/1.1",
            "Host: localhost\r\nOrigin: http://evil.example",
            "Access-Control-Request-Method: POST",
            new byte[0]);

    assertFalse(response.contains("Access-Control"), response);
    assertRefused(403, response);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rpc2", "/RPC2/", "/RPC2/..", "//RPC2", "/index.html", "/RPC"})
  void there_is_nothing_at_other_paths(String path) {
    assertRefused(404, server.send("POST " + path + " HTTP/1.1", "Host: localhost", XML, RESTART));
  }

  @Test
  void a_compressed_body_is_refused_without_unpacking_it() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 64; i++) {
        gzip.write(zeros);
      }
    }
    assertRefused(
        415,
        server.send(
            "POST /RPC2 HTTP/1.1",
            "Host: localhost\r\nContent-Encoding: gzip",
            XML,
            bomb.toByteArray()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2_000_000})
  void a_body_longer_than_a_mebibyte_is_refused(int excess) {
    assertRefused(413, server.post(" ".repeat(BodyReader.MAXIMUM_BYTES + excess)));
  }

  @Test
  void a_caller_with_a_long_body_gets_to_know_why_it_is_refused() {
    String body = " ".repeat(3_000_000);
    assertRefused(
        415,
        server.send(
            "POST /RPC2 HTTP/1.1",
            "Host: localhost",
            "Content-Type: text/plain",
            body.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void an_endless_chunked_body_is_refused_at_the_same_length() throws IOException {
    try (Socket socket = server.connect()) {
      write(
          socket,
          "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
      writeUntilRefused(socket, chunk);
      assertRefused(413, RunningServer.readAll(socket.getInputStream()));
    }
  }

  @Test
  void a_head_of_endless_lines_closes_the_connection() throws IOException {
    try (Socket socket = server.connect()) {
      write(socket, "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\n");
      writeUntilRefused(socket, "X-Padding: " + "x".repeat(1000) + "\r\n");
      String response = RunningServer.readAll(socket.getInputStream());
      assertFalse(response.startsWith("HTTP/1.1 200"), response);
    }
    assertAnswers(server.post(RESTART));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0\0\0\0\r\n\r\n", "hello\r\n\r\n", "\r\n\r\n", "POST\r\n\r\n"})
  void what_is_no_http_is_not_answered_as_a_call(String bytes) throws IOException {
    try (Socket socket = server.connect()) {
      write(socket, bytes);
      socket.shutdownOutput();
      String response = RunningServer.readAll(socket.getInputStream());
      assertFalse(response.startsWith("HTTP/1.1 200"), response);
    }
    assertAnswers(server.post(RESTART));
  }

  @Test
  void senders_that_stop_in_the_middle_are_cut_off_and_hold_nobody_up()
      throws IOException, InterruptedException, ExecutionException {
    String head = "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n";
    List<String> halves =
        List.of(
            "P",
            "POST /RPC2 HTTP/1.1\r\nHost: loc",
            head + "Content-Length: 100\r\n\r\n",
            head + "Content-Length: 100\r\n\r\n<methodCall>",
            head + "Transfer-Encoding: chunked\r\n\r\n64\r\n<methodCall>",
            head + "Content-Length: 100000\r\n\r\n" + " ".repeat(50_000));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> responses = new ArrayList<>();
      List<Socket> sockets = new ArrayList<>();
      for (String half : halves) {
        Socket socket = server.connect();
        sockets.add(socket);
        write(socket, half);
        Callable<String> end = () -> RunningServer.readAll(socket.getInputStream());
        responses.add(threads.submit(end));
      }
      assertAnswers(server.post(RESTART));
      for (Future<String> response : responses) {
        assertFalse(response.get().startsWith("HTTP/1.1 200"), response.get());
      }
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void without_the_secret_nothing_is_answered() {
    Access secret = new Access(Optional.of("ganz:gehéim"), Set.of(), Optional.empty());
    try (RunningServer guarded = new RunningServer(node, secret)) {
      for (String credentials :
          List.of("paxos:", "paxos:ganz", "paxos:ganz:geheim", "root:ganz:gehéim", "")) {
        String response = authorized(guarded, basic(credentials));
        assertTrue(response.startsWith("HTTP/1.1 401 "), response);
        assertTrue(response.contains("realm=\"Paxoscope\""), response);
      }
      for (String header : List.of("Bearer x", "Basic", "Basic ***", "")) {
        String response = authorized(guarded, header);
        assertTrue(response.startsWith("HTTP/1.1 401 "), response);
      }
      assertTrue(guarded.post(RESTART).startsWith("HTTP/1.1 401 "));
      assertEquals(List.of(), node.calls());
      assertAnswers(authorized(guarded, basic("paxos:ganz:gehéim")));
    }
  }

  private static String authorized(RunningServer guarded, String header) {
    return guarded.send(
        "POST /RPC2 HTTP/1.1", "Host: localhost\r\nAuthorization: " + header, XML, RESTART);
  }

  private static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void writeUntilRefused(Socket socket, String text) {
    try {
      for (int i = 0; i < 10_000; i++) {
        write(socket, text);
      }
    } catch (IOException _) {
      // The other side has closed the connection: that is what the test waits for.
      return;
    }
    throw new AssertionError("The server takes any amount.");
  }
}
