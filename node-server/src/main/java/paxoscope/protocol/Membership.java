package paxoscope.protocol;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The servers of a cluster: S1 to Sn. Fixed for the life of the cluster.
 *
 * @param size how many servers there are, 1 to {@value #MAXIMUM_SIZE}
 */
public record Membership(int size) {

  /** The largest cluster; teaching needs no more, and a ring of cards shows no more. */
  public static final int MAXIMUM_SIZE = 99;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the size is out of range
   */
  public Membership {
    if (size < 1 || size > MAXIMUM_SIZE) {
      throw new IllegalArgumentException(
          "A cluster has 1 to " + MAXIMUM_SIZE + " servers, not " + size + ".");
    }
  }

  /**
   * Gives all servers in ascending order.
   *
   * @return S1 to Sn
   */
  public List<ServerId> servers() {
    return IntStream.rangeClosed(1, size).mapToObj(ServerId::new).toList();
  }

  /**
   * Says whether a server belongs to the cluster.
   *
   * @param server any server
   * @return true if it is one of S1 to Sn
   */
  public boolean contains(ServerId server) {
    return server.number() <= size;
  }

  /**
   * The smallest number of servers such that any two sets of so many share one.
   *
   * @return more than half of the servers
   */
  public int majority() {
    return size / 2 + 1;
  }
}
