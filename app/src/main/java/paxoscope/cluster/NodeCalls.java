package paxoscope.cluster;

import java.util.List;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeClient;

/** How this program calls nodes, and the name it drives them under. */
final class NodeCalls {

  private NodeCalls() {}

  /**
   * Makes a client for each node.
   *
   * @param addresses where they listen
   * @param access the secret and the certificates that it takes
   * @return the clients in the same order
   */
  static List<NodeClient> to(List<NodeAddress> addresses, ClientAccess access) {
    return addresses.stream().map(address -> new NodeClient(address, access)).toList();
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
