package paxoscope.cluster;

import java.util.List;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeClient;

/** How this program calls nodes, and the name it drives them under. */
final class NodeCalls {

  private NodeCalls() {}

  /**
   * Makes a client for each node.
   *
   * @param addresses where they listen
   * @param secret their shared secret; empty text for none
   * @return the clients in the same order
   */
  static List<NodeApi> to(List<NodeAddress> addresses, String secret) {
    return addresses.stream().<NodeApi>map(address -> NodeClient.of(address, secret)).toList();
  }

  /**
   * The name under which this program holds gates. A second driver is told it.
   *
   * @return user and process
   */
  static String driverName() {
    return "paxoscope of %s (process %d)"
        .formatted(System.getProperty("user.name"), ProcessHandle.current().pid());
  }
}
