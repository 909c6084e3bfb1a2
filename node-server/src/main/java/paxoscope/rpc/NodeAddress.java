package paxoscope.rpc;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;

/**
 * Where a node listens.
 *
 * @param host a host name or an IP address, IPv6 without brackets
 * @param port a TCP port, 1 to 65535
 */
public record NodeAddress(String host, int port) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException with one clear line
   */
  public NodeAddress {
    if (host.isBlank()) {
      throw new IllegalArgumentException("An address needs a host: write host:port.");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("A port is 1 to 65535, not " + port + ".");
    }
  }

  /**
   * Reads {@code host:port} or {@code [ipv6]:port}.
   *
   * @param given the address; spaces around it do not count
   * @return the address
   * @throws IllegalArgumentException with one clear line
   */
  public static NodeAddress parse(String given) {
    String text = given.strip();
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (bracketed) {
      host = host.substring(1, host.length() - 1);
    }
    if (host.isBlank()
        || (!bracketed && host.indexOf(':') >= 0)
        || host.chars().anyMatch(Character::isWhitespace)
        || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is not an address: write host:port, such as 127.0.0.1:8000.");
    }
    return new NodeAddress(host, Integer.parseInt(text.substring(colon + 1)));
  }

  /**
   * Says whether two addresses lead to the same port of the same machine, as far as one can see
   * from here: the ports are equal, and the hosts have an IP address in common. A host name that is
   * not known here (yet) is no other host's.
   *
   * @param other another address
   * @return whether they are the same place
   */
  public boolean isSamePlaceAs(NodeAddress other) {
    return port == other.port
        && (host.equalsIgnoreCase(other.host)
            || !Collections.disjoint(resolved(), other.resolved()));
  }

  private List<InetAddress> resolved() {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException notKnownHere) {
      return List.of();
    }
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
