package paxoscope.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.journal.NodeState;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeClient;
import paxoscope.rpc.NodeFault;
import paxoscope.rpc.NodeInaccessible;
import paxoscope.rpc.NodeSilent;
import paxoscope.rpc.NodeUnreachable;

/** Makes a cluster of nodes that already run, here or elsewhere. */
public final class RemoteCluster {

  private RemoteCluster() {}

  /**
   * Finds the nodes and checks that they are the servers they are taken for.
   *
   * @param addresses where S1, S2, ... listen, all servers of the cluster in their order
   * @param access the secret and the certificates that calling them takes
   * @return the cluster; closing it leaves the nodes running
   * @throws ClusterException with one clear line if none answers, if one cannot be called (a wrong
   *     secret, another program on its port), or if the list is not that of its cluster
   */
  public static Cluster connect(List<NodeAddress> addresses, ClientAccess access) {
    List<NodeClient> nodes = NodeCalls.to(addresses, access);
    List<NodeAddress> silent = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      Optional<NodeState> state = ask(addresses.get(i), nodes.get(i));
      if (state.isPresent()) {
        check(addresses, i, state.get());
      } else {
        silent.add(addresses.get(i));
      }
    }
    if (silent.size() == addresses.size()) {
      throw new ClusterException(
          "No node answers at "
              + String.join(", ", silent.stream().map(NodeAddress::toString).toList())
              + ": start the nodes first, or leave --connect out to let this program start its"
              + " own.",
          null);
    }
    return new NodeCluster(
        addresses,
        nodes,
        new RemoteNodes(addresses, nodes, access),
        NodeCalls.driverName(),
        () -> nodes.forEach(NodeClient::close));
  }

  private static Optional<NodeState> ask(NodeAddress address, NodeApi node) {
    try {
      return Optional.of(node.status());
    } catch (NodeInaccessible obstacle) {
      throw new ClusterException(obstacle.getMessage() + remedy(obstacle.obstacle()), obstacle);
    } catch (NodeUnreachable gone) {
      return Optional.empty();
    } catch (NodeSilent silent) {
      throw new ClusterException(
          "What listens at "
              + address
              + " does not answer as a Paxoscope node does ("
              + silent.getMessage()
              + "): check the address, and whether it takes TLS (--truststore).",
          silent);
    } catch (NodeFault fault) {
      throw new ClusterException(address + " refused: " + fault.getMessage(), fault);
    }
  }

  private static String remedy(NodeInaccessible.Obstacle obstacle) {
    return switch (obstacle) {
      case SECRET -> " Name the file that holds it with --secret-file.";
      case ANOTHER_PROGRAM -> " Check the address, and whether it takes TLS (--truststore).";
      case REFUSAL, HOST_NAME, TLS -> "";
    };
  }

  private static void check(List<NodeAddress> addresses, int index, NodeState state) {
    if (state.servers() != addresses.size()) {
      throw new ClusterException(
          "The node at %s belongs to a cluster of %d, but --connect names %d: name all, S1 first."
              .formatted(addresses.get(index), state.servers(), addresses.size()),
          null);
    }
    ServerId expected = new ServerId(index + 1);
    if (!state.server().equals(expected)) {
      throw new ClusterException(
          "The node at %s is %s, but stands in place %d of %d: name all servers of the cluster, S1 first."
              .formatted(addresses.get(index), state.server(), index + 1, addresses.size()),
          null);
    }
  }
}
