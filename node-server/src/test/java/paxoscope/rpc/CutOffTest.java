package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host from which nothing comes back, as one that is cut off from the network. */
class CutOffTest {

  private static final int MOST_WAITING = 64;

  private final List<Socket> waiting = new ArrayList<>();
  private ServerSocket full;
  private HttpCalls calls;

  /** Where the queue of a port is full, the system leaves all who knock without an answer. */
  @BeforeEach
  void nothingComesBackFromThePort() throws IOException {
    full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    calls = new HttpCalls(new NodeAddress("127.0.0.1", full.getLocalPort()), ClientAccess.LOCAL);
    fill();
  }

  @AfterEach
  void end() throws IOException {
    calls.close();
    full.close();
    for (Socket socket : waiting) {
      socket.close();
    }
  }

  private void fill() throws IOException {
    while (waiting.size() < MOST_WAITING) {
      Socket next = new Socket();
      waiting.add(next);
      try {
        next.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()), 200);
      } catch (SocketTimeoutException itIsFull) {
        return;
      }
    }
    throw new AssertionError("Here the system takes more connections than it was told to.");
  }

  private String told() {
    return assertThrows(NodeUnreachable.class, () -> calls.post(new byte[0], 20_000)).getMessage();
  }

  private String after(int seconds) {
    return "127.0.0.1:%d cannot be reached: no connection within %d s."
        .formatted(full.getLocalPort(), seconds);
  }

  @Test
  void itIsWaitedForLongOnceAndThenShorterUntilItIsReachedAgain() throws IOException {
    assertEquals(after(3), told());
    assertEquals(after(1), told());
    int port = full.getLocalPort();
    full.close();
    assertEquals("127.0.0.1:" + port + " cannot be reached: nothing listens there.", told());
    full = new ServerSocket();
    full.setReuseAddress(true);
    full.bind(new InetSocketAddress("127.0.0.1", port), 1);
    fill();
    assertEquals(after(3), told());
  }
}
