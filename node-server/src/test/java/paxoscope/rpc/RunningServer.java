package paxoscope.rpc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server for tests, on a free port, with ways to send it bytes of any kind. */
final class RunningServer implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final NodeServer server;

  RunningServer(NodeApi node) {
    this(node, Access.LOCAL);
  }

  RunningServer(NodeApi node, Access access) {
    server = new NodeServer("127.0.0.1", 0, access, Samples.S2, Samples.FIVE);
    server.start(node);
  }

  int port() {
    return server.port();
  }

  NodeClient client() {
    return new NodeClient(new NodeAddress("127.0.0.1", port()), ClientAccess.LOCAL);
  }

  Socket connect() {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
      socket.setSoTimeout(PATIENCE_MILLIS);
      return socket;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Posts an XML body in a usual request; gives the whole response, head and body. */
  String post(String xml) {
    return post(xml.getBytes(StandardCharsets.UTF_8));
  }

  String post(byte[] xml) {
    return send("POST /RPC2 HTTP/1.1", "Host: localhost", "Content-Type: text/xml", xml);
  }

  /** Sends a request with a request line, two header lines of choice, and a body. */
  String send(String requestLine, String firstHeader, String secondHeader, byte[] body) {
    String head =
        requestLine
            + "\r\n"
            + firstHeader
            + "\r\n"
            + secondHeader
            + "\r\nConnection: close\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      try {
        socket.getOutputStream().write(body);
      } catch (IOException _) {
        // A server that refuses a request by its head closes before it has taken the body.
        return readAll(socket.getInputStream());
      }
      return readAll(socket.getInputStream());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Reads to the end, also if that is an abrupt one. */
  static String readAll(InputStream stream) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      for (int count = stream.read(part); count >= 0; count = stream.read(part)) {
        all.write(part, 0, count);
      }
    } catch (java.net.SocketException _) {
      // Reset by the other side: what was read until then is all there is.
      return all.toString(StandardCharsets.UTF_8);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
