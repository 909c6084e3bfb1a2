package paxoscope.rpc;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Posts XML to one address, and tells apart what is surely not carried out from what may be. Knows
 * nothing of XML-RPC. Safe for many threads at once; what is not used is kept for the next call.
 */
final class HttpCalls {

  private static final int CONNECT_MILLIS = 3_000;

  /** The same for an address that nothing came back from the last time: it is cut off, perhaps. */
  private static final int CONNECT_AGAIN_MILLIS = 1_000;

  private static final int LONGEST_QUOTE = 200;
  private static final int PROBE_MILLIS = 1_000;
  private static final int UNAUTHORIZED = 401;
  private static final Set<Integer> REFUSALS = Set.of(UNAUTHORIZED, 403, 413, 503);
  private static final ScheduledThreadPoolExecutor DEADLINES =
      new ScheduledThreadPoolExecutor(
          1, task -> Thread.ofPlatform().daemon().name("deadlines").unstarted(task));

  static {
    DEADLINES.setRemoveOnCancelPolicy(true);
  }

  private final NodeAddress address;
  private final Optional<SSLContext> tls;
  private final Optional<String> authorization;
  private final IdleConnections idle = new IdleConnections();
  private final Set<CallUnderWay> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;
  private volatile boolean cutOff;

  /**
   * Prepares calls to an address; nothing is sent yet.
   *
   * @throws IllegalArgumentException with one clear line if it cannot be an address, or the trust
   *     store is not usable
   */
  HttpCalls(NodeAddress address, ClientAccess access) {
    checkHost(address);
    this.address = address;
    this.tls = access.trustStore().map(TlsFile::clientContext);
    this.authorization = access.secret().map(BasicAuthentication::header);
  }

  private static void checkHost(NodeAddress address) {
    try {
      URI uri = new URI("http", null, address.host(), address.port(), "/RPC2", null, null);
      if (uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getAuthority().equals(address.toString())) {
        return;
      }
    } catch (URISyntaxException _) {
      // Said below, in our own words.
    }
    throw new IllegalArgumentException(
        "'" + address + "' is not an address: write host:port, such as 127.0.0.1:8000.");
  }

  /**
   * Posts a body and waits for the whole answer.
   *
   * @param body the request's body
   * @param deadlineMillis how long to wait, in milliseconds; 0 for ever
   * @return the body of a successful answer
   * @throws NodeUnreachable if the call was surely not carried out
   * @throws NodeSilent if it may have been
   */
  byte[] post(byte[] body, long deadlineMillis) {
    CallUnderWay call = new CallUnderWay();
    underWay.add(call);
    Optional<Future<?>> alarm =
        deadlineMillis == 0
            ? Optional.empty()
            : Optional.of(DEADLINES.schedule(call::end, deadlineMillis, TimeUnit.MILLISECONDS));
    Connection.Response response;
    try {
      if (closed) {
        throw ended(null);
      }
      response = exchange(call, body, deadlineMillis);
    } catch (NodeUnreachable | NodeSilent failed) {
      throw reasonOf(call, deadlineMillis, failed);
    } finally {
      alarm.ifPresent(running -> running.cancel(false));
      underWay.remove(call);
    }
    return bodyOf(response);
  }

  /** What has ended a call from outside is the reason of whatever has failed then. */
  private RuntimeException reasonOf(
      CallUnderWay call, long deadlineMillis, RuntimeException failed) {
    if (closed) {
      return ended(failed);
    }
    if (Thread.currentThread().isInterrupted()) {
      return new NodeSilent("The call to " + address + " was interrupted.", failed);
    }
    if (!call.isEnded()) {
      return failed;
    }
    double seconds = deadlineMillis / 1000.0;
    return call.isSent()
        ? new NodeSilent("%s has not answered within %s s.".formatted(address, seconds), failed)
        : new NodeUnreachable(
            "%s cannot be reached: no connection within %s s.".formatted(address, seconds), failed);
  }

  private NodeSilent ended(Exception cause) {
    return new NodeSilent("The client of " + address + " is closed.", cause);
  }

  private Connection.Response exchange(CallUnderWay call, byte[] body, long deadlineMillis) {
    Connection connection = idle.take().orElse(null);
    boolean isWhole = false;
    try {
      if (connection == null) {
        connection = open(call, deadlineMillis);
      } else {
        call.uses(connection);
      }
      call.sends();
      Connection.Response response = connection.exchange(request(body));
      isWhole = true;
      return response;
    } catch (HttpException foreign) {
      throw somethingElse("no HTTP; perhaps TLS", foreign);
    } catch (IOException lost) {
      throw new NodeSilent(
          "No whole answer came from %s: the connection broke, or the answer is too long."
              .formatted(address),
          lost);
    } finally {
      call.letGo();
      if (isWhole) {
        idle.keep(connection);
      } else if (connection != null) {
        connection.close();
      }
    }
  }

  private ClassicHttpRequest request(byte[] body) {
    BasicClassicHttpRequest request = new BasicClassicHttpRequest("POST", "/RPC2");
    request.setHeader(HttpHeaders.HOST, address);
    request.setHeader(HttpHeaders.CONTENT_TYPE, "text/xml; charset=utf-8");
    request.setHeader(HttpHeaders.CONTENT_LENGTH, body.length);
    authorization.ifPresent(header -> request.setHeader(HttpHeaders.AUTHORIZATION, header));
    request.setEntity(new ByteArrayEntity(body, null));
    return request;
  }

  private Connection open(CallUnderWay call, long deadlineMillis) {
    InetSocketAddress server = new InetSocketAddress(resolved(deadlineMillis), address.port());
    Connection connection = connected(call, server);
    boolean hasAgreed = false;
    try {
      connection.agree(tls, address.host(), CONNECT_MILLIS);
      hasAgreed = true;
      return connection;
    } catch (IOException disagreed) {
      throw noTls(disagreed);
    } finally {
      if (!hasAgreed) {
        connection.close();
      }
    }
  }

  private Connection connected(CallUnderWay call, InetSocketAddress server) {
    Connection connection = null;
    int patience = cutOff ? CONNECT_AGAIN_MILLIS : CONNECT_MILLIS;
    try {
      connection = Connection.unconnected();
      call.uses(connection);
      connection.connect(server, patience);
      cutOff = false;
      return connection;
    } catch (IOException failed) {
      if (connection != null) {
        connection.close();
      }
      cutOff = failed instanceof SocketTimeoutException;
      throw unreachable(failed, patience);
    }
  }

  private InetAddress resolved(long deadlineMillis) {
    try {
      return HostLookup.find(address.host(), deadlineMillis);
    } catch (UnknownHostException unknown) {
      throw new NodeInaccessible(
          NodeInaccessible.Obstacle.HOST_NAME,
          "'%s' is no known host name: check the address %s.".formatted(address.host(), address),
          unknown);
    } catch (TimeoutException late) {
      throw new NodeUnreachable(
          "%s cannot be reached: its host name was not found in time.".formatted(address), late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NodeSilent("The call to " + address + " was interrupted.", stopped);
    }
  }

  private NodeUnreachable unreachable(IOException failed, int patience) {
    String reason =
        switch (failed) {
          case SocketTimeoutException _ ->
              "no connection within %d s".formatted(TimeUnit.MILLISECONDS.toSeconds(patience));
          case ConnectException _ -> "nothing listens there";
          default -> String.valueOf(failed.getMessage());
        };
    return new NodeUnreachable("%s cannot be reached: %s.".formatted(address, reason), failed);
  }

  private byte[] bodyOf(Connection.Response response) {
    int status = response.head().getCode();
    if (REFUSALS.contains(status)) {
      throw new NodeInaccessible(
          status == UNAUTHORIZED
              ? NodeInaccessible.Obstacle.SECRET
              : NodeInaccessible.Obstacle.REFUSAL,
          "%s refuses the call (HTTP %d): %s"
              .formatted(address, status, firstLine(response.body())),
          null);
    }
    Header header = response.head().getFirstHeader(HttpHeaders.CONTENT_TYPE);
    String type = header == null ? "" : header.getValue();
    if (status != 200
        || !type.regionMatches(true, 0, "text/xml", 0, "text/xml".length())
        || response.head().containsHeader(HttpHeaders.CONTENT_ENCODING)) {
      throw somethingElse("HTTP %d, %s".formatted(status, type.isEmpty() ? "no type" : type), null);
    }
    return response.body();
  }

  private static String firstLine(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, LONGEST_QUOTE), StandardCharsets.UTF_8);
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .takeWhile(character -> character != '\n' && character != '\r')
        .filter(character -> !Character.isISOControl(character))
        .forEach(line::appendCodePoint);
    return line.isEmpty() ? "no reason given." : line.toString();
  }

  /**
   * Says that a foreign program has the port.
   *
   * @param sign what tells so
   * @param cause what the network layer said; may be null
   * @return the exception to throw
   */
  private NodeInaccessible somethingElse(String sign, Throwable cause) {
    return new NodeInaccessible(
        NodeInaccessible.Obstacle.ANOTHER_PROGRAM,
        "Something else than a Paxoscope node answers on %s (%s)."
            .formatted(address, Wire.shorten(sign)),
        cause);
  }

  private NodeInaccessible noTls(IOException cause) {
    return new NodeInaccessible(
        NodeInaccessible.Obstacle.TLS,
        "%s and this client cannot agree on TLS: check the port, and the key and trust stores."
            .formatted(address),
        cause);
  }

  /**
   * Waits until nothing listens at the address any more.
   *
   * @param deadlineMillis how long to wait at most, in milliseconds
   * @throws NodeSilent if something still listens then
   */
  void awaitGone(long deadlineMillis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(deadlineMillis);
    while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
      if (!isSomethingThere()) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
    throw new NodeSilent(address + " was told to die, but something still listens there.", null);
  }

  private boolean isSomethingThere() {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(address.host(), address.port()), PROBE_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Ends the calls that are under way, and lets no new ones begin. */
  void close() {
    closed = true;
    underWay.forEach(CallUnderWay::end);
    idle.close();
  }
}
