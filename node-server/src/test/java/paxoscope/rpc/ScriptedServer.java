package paxoscope.rpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Something else than a node: takes a whole request and then does as its script says. */
final class ScriptedServer implements AutoCloseable {

  /** What to do after a request. */
  interface Script {
    /**
     * Answers, or not. The connection closes afterwards.
     *
     * @param answer the way to the client
     * @throws IOException if the client has gone
     * @throws InterruptedException if the test is over
     */
    void run(OutputStream answer) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final AtomicInteger requests = new AtomicInteger();
  private final Thread thread;

  ScriptedServer(Script script) throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread = Thread.startVirtualThread(() -> serve(script));
  }

  /** Never answers; tells when it was asked. */
  static ScriptedServer silent(CountDownLatch asked) throws IOException {
    return new ScriptedServer(
        _ -> {
          asked.countDown();
          new CountDownLatch(1).await();
        });
  }

  /** Answers every request with the same text. */
  static ScriptedServer saying(String response) throws IOException {
    return new ScriptedServer(answer -> answer.write(response.getBytes(StandardCharsets.UTF_8)));
  }

  /** Answers every request with the same XML, as a node would send it. */
  static ScriptedServer answering(String xml) throws IOException {
    return saying(
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: "
            + xml.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + xml);
  }

  NodeAddress address() {
    return new NodeAddress("127.0.0.1", listener.getLocalPort());
  }

  NodeClient client() {
    return new NodeClient(address(), ClientAccess.LOCAL);
  }

  int requests() {
    return requests.get();
  }

  private void serve(Script script) {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        readRequest(socket.getInputStream());
        requests.incrementAndGet();
        script.run(socket.getOutputStream());
      } catch (IOException _) {
        // The client has gone, or the test is over: the next one, if any.
        continue;
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private static void readRequest(InputStream stream) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = stream.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    String length = head.substring(head.indexOf("Content-Length: ") + "Content-Length: ".length());
    stream.readNBytes(Integer.parseInt(length.substring(0, length.indexOf('\r'))));
  }

  /** Waits until the script has run to its end, because the client has gone. */
  void awaitEnd() throws IOException, InterruptedException {
    listener.close();
    thread.join();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    thread.interrupt();
  }
}
