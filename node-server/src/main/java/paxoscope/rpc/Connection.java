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

  private static final int MOST_INTERIM = 8;
  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setBufferSize(4 * 1024)
          .setMaxLineLength(8 * 1024)
          .setMaxHeaderCount(64)
          .build();

  /**
   * What came back.
   *
   * @param head status and headers
   * @param body the whole body; empty if there is none
   */
  record Response(ClassicHttpResponse head, byte[] body) {}

  private final SocketChannel channel;
  private final HeadParser parser = new HeadParser();
  private DefaultBHttpClientConnection http;
  private Optional<SSLSocket> secured = Optional.empty();
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
    DefaultBHttpClientConnectionFactory factory =
        DefaultBHttpClientConnectionFactory.builder()
            .http1Config(LIMITS)
            .responseParserFactory(_ -> parser)
            .build();
    if (tls.isEmpty()) {
      http = factory.createConnection(channel.socket());
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
    secured = Optional.of(secure);
    http = factory.createConnection(secure, channel.socket());
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
    ClassicHttpResponse head = finalHead();
    byte[] body;
    try {
      http.receiveResponseEntity(head);
      body = body(head);
    } catch (HttpException broken) {
      throw new IOException("What is said of the body makes no sense.", broken);
    }
    isReusable =
        DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, head, null) && isAllRead();
    idleSince = System.nanoTime();
    return new Response(head, body);
  }

  /** The status and the headers, after what a server says while it works. */
  private ClassicHttpResponse finalHead() throws HttpException, IOException {
    ClassicHttpResponse head = http.receiveResponseHeader();
    for (int interim = 0; head.getCode() < HttpStatus.SC_OK; interim++) {
      if (interim == MOST_INTERIM || head.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
        throw new IOException("Status " + head.getCode() + " is no answer.");
      }
      head = http.receiveResponseHeader();
    }
    return head;
  }

  // What has come beyond the answer would be taken for the next one.
  private boolean isAllRead() throws IOException {
    return parser.hasReadAll()
        && (secured.isEmpty() || secured.get().getInputStream().available() == 0);
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
   * Whether it has been idle for too long to be used again.
   *
   * @return true if it is to be closed
   */
  boolean isOld() {
    return System.nanoTime() - idleSince > IDLE_NANOS;
  }

  /**
   * Whether a call can be sent now: the server has not closed the connection, as far as is known
   * here, and has said nothing that nobody asked for.
   *
   * @return false if the connection is to be closed
   */
  boolean isFresh() {
    if (isOld()) {
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

  /** Tells an answer that breaks off, or is broken, from what is no HTTP at all. */
  private static final class HeadParser extends DefaultHttpResponseParser {

    private static final String BEGINNING = "HTTP/1.";

    private SessionInputBuffer read;
    private boolean isHttp;

    HeadParser() {
      super(LIMITS);
    }

    boolean hasReadAll() {
      return read != null && read.length() == 0;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream stream)
        throws IOException, HttpException {
      read = buffer;
      isHttp = false;
      try {
        return super.parse(buffer, stream);
      } catch (HttpException broken) {
        if (isHttp) {
          throw new IOException("The status or the headers are broken.", broken);
        }
        throw broken;
      }
    }

    @Override
    protected ClassicHttpResponse createMessage(CharArrayBuffer statusLine)
        throws IOException, HttpException {
      String line = statusLine.toString();
      isHttp = line.startsWith(BEGINNING) || BEGINNING.startsWith(line);
      return super.createMessage(statusLine);
    }
  }
}
