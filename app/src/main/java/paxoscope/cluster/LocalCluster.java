package paxoscope.cluster;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeClient;

/** Makes a cluster of real processes on this machine that end with this program. */
public final class LocalCluster {

  /** Where the servers of a lecture listen: five in a row. */
  public static final List<Integer> USUAL_PORTS =
      IntStream.rangeClosed(8000, 8004).boxed().toList();

  private static final String LOOPBACK = "127.0.0.1";

  private LocalCluster() {}

  /**
   * Starts a process for each port, all side by side, and waits until they are ready.
   *
   * @param ports where S1, S2, ... shall listen, on the loopback address
   * @return the cluster; closing it ends the processes and removes their data
   * @throws IllegalArgumentException with one clear line if the ports cannot be those of a cluster
   * @throws ClusterException with one clear line if a node does not start, such as for a taken port
   */
  public static Cluster start(List<Integer> ports) {
    return start(ports, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * The same, with the nodes' data in a chosen place.
   *
   * @param ports where S1, S2, ... shall listen
   * @param parent the folder in which the temporary folder is made
   * @return the cluster
   */
  static Cluster start(List<Integer> ports, Path parent) {
    if (new HashSet<>(ports).size() != ports.size()) {
      throw new IllegalArgumentException("Each server needs a port of its own, not " + ports + ".");
    }
    List<NodeAddress> addresses =
        ports.stream().map(port -> new NodeAddress(LOOPBACK, port)).toList();
    List<NodeClient> nodes = NodeCalls.to(addresses, ClientAccess.LOCAL);
    LocalProcesses processes = LocalProcesses.start(addresses, nodes, parent);
    return new NodeCluster(
        addresses,
        nodes,
        processes,
        NodeCalls.driverName(),
        () -> nodes.forEach(NodeClient::close));
  }
}
