package paxoscope.rpc;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;

/**
 * Publishes a node at {@code /RPC2} and {@code /} of a port. It takes the port when it is made, so
 * that a second process on the same port fails before it has touched anything; callers wait until
 * {@link #start} tells what to publish.
 *
 * <p>It does not know what the calls do, and keeps no state of the node.
 */
public final class NodeServer implements AutoCloseable {

  static {
    JvmSettings.apply();
    XmlReaders.prepare();
  }

  private static final int BACKLOG = 256;

  private final HttpServer server;
  private final ExecutorService executor =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("call-", 1).factory());
  private final Doorkeeper doorkeeper;
  private final ServerId self;
  private final Membership membership;

  /**
   * Takes the port.
   *
   * @param host the address to listen on: a name or IP address of this machine, or {@code 0.0.0.0}
   *     for all its addresses
   * @param port the port; 0 for any free one
   * @param access who may call
   * @param self which server of the cluster the node is
   * @param membership the cluster; numbers and servers beyond it are refused
   * @throws CannotListen with one clear line: the port is in use, the address is not one of this
   *     machine, or the address is open to others and there is no secret
   * @throws IllegalArgumentException with one clear line: the port is out of range, the key store
   *     is not usable, or self is not in the cluster
   */
  public NodeServer(String host, int port, Access access, ServerId self, Membership membership) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "A port is 1 to 65535 (or 0 for a free one), not " + port + ".");
    }
    if (!membership.contains(self)) {
      throw new IllegalArgumentException(
          "%s is not in this cluster of %d servers.".formatted(self, membership.size()));
    }
    InetAddress address = resolve(host);
    if (!address.isLoopbackAddress() && access.secret().isEmpty()) {
      throw new CannotListen(
          "On %s, where others can reach it, a node listens only with a shared secret: give one (--secret-file, or PAXOSCOPE_SECRET), or listen on 127.0.0.1."
              .formatted(host),
          null);
    }
    this.doorkeeper = new Doorkeeper(access, host);
    this.self = self;
    this.membership = membership;
    this.server = listen(host, new InetSocketAddress(address, port), access);
  }

  private static InetAddress resolve(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new CannotListen(
          "'%s' is no known host name or address: give an address of this machine, such as 127.0.0.1."
              .formatted(host),
          unknown);
    }
  }

  private static HttpServer listen(String host, InetSocketAddress address, Access access) {
    try {
      if (access.keyStore().isEmpty()) {
        return HttpServer.create(address, BACKLOG);
      }
      HttpsConfigurator tls = new HttpsConfigurator(access.keyStore().get().serverContext());
      HttpsServer server = HttpsServer.create(address, BACKLOG);
      server.setHttpsConfigurator(tls);
      return server;
    } catch (IOException failed) {
      throw new CannotListen(whyNot(host, address, failed), failed);
    }
  }

  private static String whyNot(String host, InetSocketAddress address, IOException failed) {
    int port = address.getPort();
    if (!isOfThisMachine(address.getAddress())) {
      return "%s is not an address of this machine: listen on one that is, such as 127.0.0.1."
          .formatted(host);
    }
    if (port > 0 && port < 1024 && String.valueOf(failed.getMessage()).contains("ermission")) {
      return "Port %d needs special rights: choose one from 1024 on.".formatted(port);
    }
    if (failed instanceof java.net.BindException) {
      return "Port %d on %s is in use: stop the program that has it, or choose another port."
          .formatted(port, host);
    }
    return "Port %d on %s cannot be used: %s.".formatted(port, host, failed.getMessage());
  }

  private static boolean isOfThisMachine(InetAddress address) {
    try {
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException _) {
      // The question has no answer here; then the other reasons are to be named.
      return true;
    }
  }

  /**
   * Begins to answer calls. Once only.
   *
   * @param node carries the calls out; it is called from many threads at once
   */
  public void start(NodeApi node) {
    CallAnswerer answerer = new CallAnswerer(new MethodTable(node, self, membership));
    server.createContext("/", new CallHandler(doorkeeper, answerer));
    server.setExecutor(executor);
    server.start();
  }

  /**
   * The port it listens on.
   *
   * @return the port that was given, or the free one that was found
   */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Closes the port and all connections. Calls that are being carried out are interrupted. */
  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
