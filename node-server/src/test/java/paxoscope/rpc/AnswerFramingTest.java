package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an answer begins and ends, and what is known of a call whose answer does neither. */
class AnswerFramingTest {

  private static final byte[] REQUEST = "request".getBytes(StandardCharsets.US_ASCII);

  private static byte[] answer(String body) {
    return ("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String post(HttpCalls calls) {
    return new String(calls.post(REQUEST, 5_000), StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1",
        "HTTP/1.1 20",
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: -4\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: foo\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n"
      })
  void what_may_be_the_beginning_of_an_answer_leaves_the_outcome_open(String beginning)
      throws IOException {
    try (ScriptedServer server = ScriptedServer.saying(beginning)) {
      HttpCalls calls = new HttpCalls(server.address(), ClientAccess.LOCAL);
      assertThrows(NodeSilent.class, () -> post(calls));
      assertEquals(1, server.requests());
      calls.close();
    }
  }

  @Test
  void what_a_server_says_while_it_works_is_not_its_answer() throws IOException {
    String interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n";
    try (ScriptedServer server =
        new ScriptedServer(
            stream -> {
              stream.write(interim.getBytes(StandardCharsets.US_ASCII));
              stream.write(answer("real"));
            })) {
      HttpCalls calls = new HttpCalls(server.address(), ClientAccess.LOCAL);
      assertEquals("real", post(calls));
      calls.close();
    }
  }

  @Test
  void an_answer_that_nobody_has_asked_for_is_not_taken_for_that_of_the_next_call()
      throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> served =
          CompletableFuture.runAsync(
              () -> {
                byte[] first = answer("first");
                byte[] both = new byte[first.length + answer("stale").length];
                System.arraycopy(first, 0, both, 0, first.length);
                System.arraycopy(
                    answer("stale"), 0, both, first.length, both.length - first.length);
                serve(listener, both);
                serve(listener, answer("second"));
              });
      HttpCalls calls =
          new HttpCalls(new NodeAddress("127.0.0.1", listener.getLocalPort()), ClientAccess.LOCAL);
      assertEquals("first", post(calls));
      assertEquals("second", post(calls));
      calls.close();
      served.join();
    }
  }

  /** Answers one request, and waits until the client gives the connection up. */
  private static void serve(ServerSocket listener, byte[] answer) {
    try (Socket socket = listener.accept()) {
      InputStream stream = socket.getInputStream();
      int matched = 0;
      while (matched < REQUEST.length) {
        int next = stream.read();
        matched = next == REQUEST[matched] ? matched + 1 : next == REQUEST[0] ? 1 : 0;
      }
      socket.getOutputStream().write(answer);
      socket.getOutputStream().flush();
      stream.readAllBytes();
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }
}
