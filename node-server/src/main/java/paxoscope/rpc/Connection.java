package paxoscope.rpc;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * One HTTP connection to a node, for one call at a time. Its operations wait; whoever closes it
 * from another thread, or interrupts the thread that waits, ends them with an exception.
 */
final class Connection implements Closeable {

  /**
   * How long it may be idle and still be used. The server waits longer ({@link JvmSettings}), so
   * that a call is never sent into a connection that is just being closed.
   */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(20);

  // In UTF-8 a character takes up to four bytes, but text that long is mostly tags.
  private static final int LONGEST_ANSWER_BYTES = 2 * XmlText.MAXIMUM_LENGTH;

  private static final DefaultBHttpClientConnectionFactory HTTP =
      DefaultBHttpClientConnectionFactory.builder()
          .http1Config(
              Http1Config.custom()
                  .setBufferSize(4 * 1024)
                  .setMaxLineLength(8 * 1024)
                  .setMaxHeaderCount(64)
                  .build())
          .responseParserFactory(HeadParser::new)
          .build();

  /**
   * What came back.
   *
   * @param head status and headers
   * @param body the whole body; empty if there is none
   */
  record Response(ClassicHttpResponse head, byte[] body) {}

  private final SocketChannel channel;
  private DefaultBHttpClientConnection http;
  private boolean isReusable;
  private long idleSince;

  private Connection(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes a connection that leads nowhere yet.
   *
   * @return the connection
   * @throws IOException if this process may open no more of them
   */
  static Connection unconnected() throws IOException {
    return new Connection(SocketChannel.open());
  }

  /**
   * Reaches a server.
   *
   * @param server where it listens
   * @param millis how long to wait at most, in milliseconds
   * @throws IOException if it cannot be reached
   */
  void connect(InetSocketAddress server, int millis) throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.socket().connect(server, millis);
  }

  /**
   * Agrees on how to speak with the server that was reached.
   *
   * @param tls what to trust if TLS is to be spoken; the server must show a certificate for its
   *     host
   * @param host the server's name or IP address
   * @param millis how long each of its answers may take, in milliseconds
   * @throws IOException if there is no agreement
   */
  void agree(Optional<SSLContext> tls, String host, int millis) throws IOException {
    if (tls.isEmpty()) {
      http = HTTP.createConnection(channel.socket());
      return;
    }
    SSLSocket secure =
        (SSLSocket)
            tls.get()
                .getSocketFactory()
                .createSocket(channel.socket(), host, channel.socket().getPort(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.setSoTimeout(millis);
    secure.startHandshake();
    secure.setSoTimeout(0);
    http = HTTP.createConnection(secure, channel.socket());
  }

  /**
   * Sends a request, and waits for the whole response.
   *
   * @param request with its body
   * @return the response
   * @throws HttpException if what came is no HTTP
   * @throws IOException if the connection broke, or the response is too long
   */
  Response exchange(ClassicHttpRequest request) throws HttpException, IOException {
    isReusable = false;
    http.sendRequestHeader(request);
    http.sendRequestEntity(request);
    http.flush();
    ClassicHttpResponse head = http.receiveResponseHeader();
    http.receiveResponseEntity(head);
    byte[] body = body(head);
    isReusable = DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, head, null);
    idleSince = System.nanoTime();
    return new Response(head, body);
  }

  private static byte[] body(ClassicHttpResponse head) throws IOException {
    HttpEntity entity = head.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    // Not closed if it breaks off: to close it would be to read on.
    InputStream content = entity.getContent();
    byte[] body = content.readNBytes(LONGEST_ANSWER_BYTES + 1);
    if (body.length > LONGEST_ANSWER_BYTES) {
      throw new IOException("More than %,d bytes.".formatted(LONGEST_ANSWER_BYTES));
    }
    boolean isLengthTold = entity.getContentLength() >= 0 || entity.isChunked();
    if (body.length == 0 && !isLengthTold && head.getCode() == HttpStatus.SC_OK) {
      // It looks the same whether the headers were all and no body came, or whether they broke off.
      throw new EOFException("The connection was closed within the headers, or after them.");
    }
    return body;
  }

  /**
   * Whether the server lets another call follow the last one.
   *
   * @return false if the connection is to be closed
   */
  boolean isReusable() {
    return isReusable;
  }

  /**
   * Whether a call can be sent now: the server has not closed the connection, as far as is known
   * here, and has said nothing that nobody asked for.
   *
   * @return false if the connection is to be closed
   */
  boolean isFresh() {
    if (System.nanoTime() - idleSince > IDLE_NANOS) {
      return false;
    }
    try {
      channel.configureBlocking(false);
      boolean isSilent = channel.read(ByteBuffer.allocate(1)) == 0;
      channel.configureBlocking(true);
      return isSilent;
    } catch (IOException _) {
      return false;
    }
  }

  /** Closes it at once, without a farewell. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // It is closed all the same: nothing more can be done with it.
    }
  }

  /** Tells headers that break off from what is no HTTP at all. */
  private static final class HeadParser extends DefaultHttpResponseParser {
    private boolean isHttp;

    HeadParser(Http1Config limits) {
      super(limits);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream stream)
        throws IOException, HttpException {
      isHttp = false;
      try {
        return super.parse(buffer, stream);
      } catch (HttpException broken) {
        if (isHttp) {
          throw new IOException("The headers are broken.", broken);
        }
        throw broken;
      }
    }

    @Override
    protected ClassicHttpResponse createMessage(CharArrayBuffer statusLine)
        throws IOException, HttpException {
      ClassicHttpResponse response = super.createMessage(statusLine);
      isHttp = true;
      return response;
    }
  }
}
