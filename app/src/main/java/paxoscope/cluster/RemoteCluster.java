package paxoscope.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import paxoscope.director.AtOnce;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.journal.NodeState;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
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
   *     secret, another program on its port), or if the list is not that of its cluster. One from
   *     which no answer comes counts as down beside others that answer: it may hang, or something
   *     that forwards calls may listen in its place
   */
  public static Cluster connect(List<NodeAddress> addresses, ClientAccess access) {
    List<NodeClient> nodes = NodeCalls.to(addresses, access);
    NodeCluster cluster =
        new NodeCluster(
            addresses,
            nodes,
            new RemoteNodes(addresses, nodes, access),
            NodeCalls.driverName(),
            () -> nodes.forEach(NodeClient::close));
    boolean joined = false;
    try {
      // As many as are named: whether that is a cluster is for the nodes to say.
      List<ServerId> servers =
          IntStream.rangeClosed(1, addresses.size()).mapToObj(ServerId::new).toList();
      requireOne(
          addresses,
          AtOnce.ask(
              cluster, servers, server -> ask(addresses, nodes, server.number() - 1, access)));
      joined = true;
      return cluster;
    } finally {
      if (!joined) {
        cluster.close();
      }
    }
  }

  private static void requireOne(List<NodeAddress> addresses, List<Answer> answers) {
    if (answers.stream().anyMatch(answer -> answer.state().isPresent())) {
      return;
    }
    throw answers.stream()
        .flatMap(answer -> answer.silence().stream())
        .findFirst()
        .orElseGet(
            () ->
                new ClusterException(
                    "No node answers at "
                        + String.join(", ", addresses.stream().map(NodeAddress::toString).toList())
                        + ": start the nodes first, or leave --connect out to let this program"
                        + " start its own.",
                    null));
  }

  /** What came from an address; nothing at all if nobody is there. */
  private record Answer(Optional<NodeState> state, Optional<ClusterException> silence) {}

  private static Answer ask(
      List<NodeAddress> addresses, List<NodeClient> nodes, int index, ClientAccess access) {
    NodeAddress address = addresses.get(index);
    try {
      NodeState state = nodes.get(index).status();
      check(addresses, index, state);
      return new Answer(Optional.of(state), Optional.empty());
    } catch (NodeInaccessible obstacle) {
      throw new ClusterException(
          obstacle.getMessage() + remedy(obstacle.obstacle(), access), obstacle);
    } catch (NodeUnreachable gone) {
      return new Answer(Optional.empty(), Optional.empty());
    } catch (NodeSilent silent) {
      ClusterException told =
          new ClusterException(
              "What listens at "
                  + address
                  + " does not answer as a Paxoscope node does ("
                  + silent.getMessage()
                  + "): check the address, and whether it takes TLS (--truststore).",
              silent);
      return new Answer(Optional.empty(), Optional.of(told));
    } catch (NodeFault fault) {
      throw new ClusterException(address + " refused: " + fault.getMessage(), fault);
    }
  }

  private static String remedy(NodeInaccessible.Obstacle obstacle, ClientAccess access) {
    return switch (obstacle) {
      case SECRET ->
          access.secret().isPresent()
              ? " That in the file named with --secret-file is another one."
              : " Name the file that holds it with --secret-file.";
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
