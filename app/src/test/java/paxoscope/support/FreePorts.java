package paxoscope.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody listens on. They lie below the range from which systems take ports for outgoing
 * connections, so that none is taken by chance before a node gets it.
 */
public final class FreePorts {

  // Tests run in several JVMs at once (pom.xml): each has a range of its own.
  private static final int PORTS_OF_A_JVM = 3_000;
  private static final int JVMS = 4;
  private static final int LOWEST =
      20_000 + PORTS_OF_A_JVM * (Integer.getInteger("test.fork", 1) % JVMS);
  private static final int HIGHEST = LOWEST + PORTS_OF_A_JVM;

  private FreePorts() {}

  /**
   * Finds free ports in a row.
   *
   * @param count how many
   * @return the ports
   */
  public static List<Integer> inARow(int count) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST - count);
      List<Integer> ports = new ArrayList<>();
      while (ports.size() < count && isFree(first + ports.size())) {
        ports.add(first + ports.size());
      }
      if (ports.size() == count) {
        return ports;
      }
    }
    throw new IllegalStateException("No " + count + " free ports in a row on this machine.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort() == port;
    } catch (IOException taken) {
      return false;
    }
  }
}
