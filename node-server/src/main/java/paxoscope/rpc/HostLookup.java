package paxoscope.rpc;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the IP address of a host. A name may take the system longer than a caller wants to wait.
 */
final class HostLookup {

  private static final ExecutorService LOOKUPS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("lookup-", 1).factory());

  private HostLookup() {}

  /**
   * Finds the address.
   *
   * @param host a name or an IP address
   * @param millis how long to wait, in milliseconds; 0 for ever
   * @return its first address
   * @throws UnknownHostException if it is not known here
   * @throws TimeoutException if the system does not say in time
   * @throws InterruptedException if the thread was interrupted
   */
  static InetAddress find(String host, long millis)
      throws UnknownHostException, TimeoutException, InterruptedException {
    if (isNumeric(host)) {
      return InetAddress.getByName(host);
    }
    CompletableFuture<InetAddress> answer =
        CompletableFuture.supplyAsync(() -> lookUp(host), LOOKUPS);
    try {
      return millis == 0 ? answer.get() : answer.get(millis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      UnknownHostException unknown = new UnknownHostException(host);
      unknown.initCause(failed);
      throw unknown;
    }
  }

  private static InetAddress lookUp(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new CompletionException(unknown);
    }
  }

  private static boolean isNumeric(String host) {
    return host.indexOf(':') >= 0
        || host.equals("localhost")
        || host.chars().allMatch(character -> character == '.' || Character.isDigit(character));
  }
}
