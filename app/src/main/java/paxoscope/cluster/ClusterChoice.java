package paxoscope.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;

/** Which nodes to work with: own ones that end with the program, or some that already run. */
public sealed interface ClusterChoice {

  /** The smallest cluster: below it there is no majority that leaves somebody out. */
  int FEWEST = 3;

  /** The largest one: a ring of more cards could not be read. */
  int MOST = 9;

  /**
   * Own nodes.
   *
   * @param ports where S1, S2, ... shall listen on this machine
   */
  record Own(List<Integer> ports) implements ClusterChoice {
    /**
     * Keeps an own copy.
     *
     * @throws IllegalArgumentException if there are too few or too many
     */
    public Own {
      ports = List.copyOf(ports);
      requireSize(ports.size());
    }

    /**
     * The same with another number of servers.
     *
     * @param servers how many
     * @return the first of these ports, and then those above the highest of them
     * @throws IllegalArgumentException if there are too few or too many, or not so many ports
     */
    public Own resized(int servers) {
      List<Integer> wanted =
          new ArrayList<>(ports.subList(0, Math.clamp(servers, 0, ports.size())));
      for (int above = Collections.max(ports) + 1; wanted.size() < servers; above++) {
        wanted.add(new NodeAddress("localhost", above).port());
      }
      return new Own(wanted);
    }
  }

  /**
   * Nodes that already run.
   *
   * @param addresses where S1, S2, ... listen, as {@code host:port}
   * @param access the secret and the certificates that calling them takes
   */
  record Running(List<String> addresses, ClientAccess access) implements ClusterChoice {
    /**
     * Keeps an own copy.
     *
     * @throws IllegalArgumentException with one clear line if one is no address or is there twice,
     *     or if there are too few or too many
     */
    public Running {
      addresses = List.copyOf(addresses);
      Set<NodeAddress> seen = new HashSet<>();
      for (String address : addresses) {
        if (!seen.add(NodeAddress.parse(address))) {
          throw new IllegalArgumentException(
              address + " is named twice: each server of the cluster has its own address.");
        }
      }
      requireSize(addresses.size());
    }

    private List<NodeAddress> nodes() {
      return addresses.stream().map(NodeAddress::parse).toList();
    }
  }

  /**
   * Reads the ports of own nodes.
   *
   * @param text a range such as {@code 8000-8004}, or ports with commas between
   * @return the choice
   * @throws IllegalArgumentException with one clear line if the text is neither
   */
  static ClusterChoice ownAt(String text) {
    List<Integer> ports = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.strip().split("-", -1);
      if (ends.length > 2 || !Arrays.stream(ends).allMatch(end -> end.matches("[0-9]{1,5}"))) {
        throw new IllegalArgumentException(
            "'" + text + "' are no ports: write 8000-8004 or 8000,8001,8002,8003,8004.");
      }
      int first = port(ends[0]);
      int last = port(ends[ends.length - 1]);
      IntStream.rangeClosed(first, last).forEach(ports::add);
    }
    return new Own(ports);
  }

  private static void requireSize(int servers) {
    if (servers < FEWEST || servers > MOST) {
      throw new IllegalArgumentException(
          "A cluster here has %d to %d servers, not %d.".formatted(FEWEST, MOST, servers));
    }
  }

  private static int port(String text) {
    return new NodeAddress("localhost", Integer.parseInt(text)).port();
  }

  /**
   * Where the nodes listen or shall listen.
   *
   * @return the ports, in ascending order of the servers
   * @throws IllegalArgumentException with one clear line if an address is wrong
   */
  default List<Integer> ports() {
    return switch (this) {
      case Own own -> own.ports;
      case Running running -> running.nodes().stream().map(NodeAddress::port).toList();
    };
  }

  /**
   * Starts or finds the nodes.
   *
   * @return the cluster
   * @throws IllegalArgumentException with one clear line if an address or a port is wrong
   * @throws ClusterException with one clear line if the nodes do not start or do not answer
   */
  default Cluster open() {
    return switch (this) {
      case Own own -> LocalCluster.start(own.ports);
      case Running running -> RemoteCluster.connect(running.nodes(), running.access);
    };
  }
}
