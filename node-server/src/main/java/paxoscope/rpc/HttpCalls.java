package paxoscope.rpc;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Posts XML to one address, and tells apart what is surely not carried out from what may be. Knows
 * nothing of XML-RPC. All instances of a process share their connections.
 */
final class HttpCalls {

  static {
    JvmSettings.apply();
  }

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  // In UTF-8 a character takes up to four bytes, but text that long is mostly tags.
  private static final long LONGEST_ANSWER_BYTES = 2L * XmlText.MAXIMUM_LENGTH;
  private static final int LONGEST_QUOTE = 200;
  private static final int PROBE_MILLIS = 1_000;
  private static final int UNAUTHORIZED = 401;
  private static final Set<Integer> REFUSALS = Set.of(UNAUTHORIZED, 403, 413, 503);
  private static final Map<Kind, HttpClient> CLIENTS = new ConcurrentHashMap<>();

  /** What tells shared clients apart. */
  private record Kind(Optional<TlsFile> trustStore, boolean isNumeric) {}

  private final NodeAddress address;
  private final boolean isTls;
  private final HttpRequest.Builder request;
  private final HttpClient client;
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Prepares calls to an address; nothing is sent yet.
   *
   * @throws IllegalArgumentException with one clear line if it cannot be an address, or the trust
   *     store is not usable
   */
  HttpCalls(NodeAddress address, ClientAccess access) {
    this.address = address;
    this.isTls = access.trustStore().isPresent();
    URI uri = uri(isTls ? "https" : "http", address);
    request = HttpRequest.newBuilder(uri).header("Content-Type", "text/xml; charset=utf-8");
    access
        .secret()
        .ifPresent(secret -> request.header("Authorization", BasicAuthentication.header(secret)));
    client =
        CLIENTS.computeIfAbsent(
            new Kind(access.trustStore(), isNumeric(address.host())), HttpCalls::newClient);
  }

  private static URI uri(String scheme, NodeAddress address) {
    try {
      URI uri = new URI(scheme, null, address.host(), address.port(), "/RPC2", null, null);
      if (uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getAuthority().equals(address.toString())) {
        return uri;
      }
    } catch (URISyntaxException _) {
      // Said below, in our own words.
    }
    throw new IllegalArgumentException(
        "'" + address + "' is not an address: write host:port, such as 127.0.0.1:8000.");
  }

  private static boolean isNumeric(String host) {
    return host.indexOf(':') >= 0
        || host.equals("localhost")
        || host.chars().allMatch(character -> character == '.' || Character.isDigit(character));
  }

  private static HttpClient newClient(Kind kind) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT_TIMEOUT);
    builder.sslContext(
        kind.trustStore().<SSLContext>map(TlsFile::clientContext).orElseGet(NoTls::new));
    if (kind.trustStore().isEmpty() && kind.isNumeric()) {
      // All that is done beside the network's own thread is to collect bytes: handing that on to
      // another thread takes longer than doing it. (TLS has more to do, and to look up a name can
      // take longer than the deadline.)
      builder.executor(Runnable::run);
    }
    return builder.build();
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
    HttpRequest post = request.copy().POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    CompletableFuture<HttpResponse<byte[]>> future =
        client.sendAsync(
            post,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER_BYTES));
    underWay.add(future);
    try {
      if (closed) {
        future.cancel(true);
      }
      return bodyOf(
          deadlineMillis == 0 ? future.get() : future.get(deadlineMillis, TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      throw closed ? ended(failed) : explained(failed.getCause());
    } catch (TimeoutException late) {
      throw new NodeSilent(
          "%s has not answered within %s s.".formatted(address, deadlineMillis / 1000.0), late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NodeSilent("The call to " + address + " was interrupted.", stopped);
    } catch (CancellationException stopped) {
      throw ended(stopped);
    } finally {
      future.cancel(true);
      underWay.remove(future);
    }
  }

  private NodeSilent ended(Exception cause) {
    return new NodeSilent("The client of " + address + " is closed.", cause);
  }

  private byte[] bodyOf(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (REFUSALS.contains(status)) {
      throw new NodeInaccessible(
          status == UNAUTHORIZED
              ? NodeInaccessible.Obstacle.SECRET
              : NodeInaccessible.Obstacle.REFUSAL,
          "%s refuses the call (HTTP %d): %s"
              .formatted(address, status, firstLine(response.body())),
          null);
    }
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (status != 200
        || !type.regionMatches(true, 0, "text/xml", 0, "text/xml".length())
        || response.headers().firstValue("Content-Encoding").isPresent()) {
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

  private RuntimeException explained(Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException slow -> unreachable(slow);
      case ConnectException refused -> unreachable(refused);
      case SSLException tls -> noTls(tls);
      case ProtocolException foreign -> somethingElse("no HTTP", foreign);
      case IOException lost ->
          new NodeSilent(
              "No whole answer came from %s: the connection broke, or the answer is too long."
                  .formatted(address),
              lost);
      case null, default -> new NodeSilent("The call to " + address + " has failed.", cause);
    };
  }

  private NodeUnreachable unreachable(HttpConnectTimeoutException slow) {
    // A server that speaks no TLS may wait for more of what it takes for a request line.
    return isTls && isSomethingThere()
        ? noTls(slow)
        : new NodeUnreachable(
            "%s cannot be reached: no connection within %d s."
                .formatted(address, CONNECT_TIMEOUT.toSeconds()),
            slow);
  }

  private NodeInaccessible noTls(IOException cause) {
    return new NodeInaccessible(
        NodeInaccessible.Obstacle.TLS,
        "%s and this client cannot agree on TLS: check the port, and the key and trust stores."
            .formatted(address),
        cause);
  }

  private NodeUnreachable unreachable(ConnectException refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return new NodeInaccessible(
            NodeInaccessible.Obstacle.HOST_NAME,
            "'%s' is no known host name: check the address %s.".formatted(address.host(), address),
            refused);
      }
    }
    return new NodeUnreachable(
        "%s cannot be reached: nothing listens there.".formatted(address), refused);
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
    underWay.forEach(call -> call.cancel(true));
  }
}
