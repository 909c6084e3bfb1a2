package paxoscope.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import paxoscope.protocol.ServerId;

/**
 * The names that people give to servers: a port, {@code S3}, or {@code host:port}.
 *
 * @param addresses the addresses as {@code host:port}, in ascending order of the servers
 */
public record ServerNames(List<String> addresses) {

  /** Keeps an own copy. */
  public ServerNames {
    addresses = List.copyOf(addresses);
  }

  /**
   * Finds the server that somebody means.
   *
   * @param name a port, S and a number, or host:port, in any letter case
   * @return the server
   * @throws CommandException if there is none of that name, or more than one
   */
  public ServerId find(String name) throws CommandException {
    List<ServerId> found =
        IntStream.rangeClosed(1, addresses.size())
            .filter(number -> isCalled(number, name))
            .mapToObj(ServerId::new)
            .toList();
    if (found.isEmpty()) {
      throw new CommandException(
          "There is no server '" + name + "': the servers are " + all() + ".");
    }
    if (found.size() > 1) {
      throw new CommandException(
          "%s is ambiguous: %s listen on that port; name one of them as S1 or host:port."
              .formatted(
                  name,
                  found.stream()
                      .map(server -> server + " (" + addressOf(server) + ")")
                      .collect(Collectors.joining(" and "))));
    }
    return found.getFirst();
  }

  private boolean isCalled(int number, String name) {
    String address = addresses.get(number - 1);
    return name.equalsIgnoreCase("S" + number)
        || name.equalsIgnoreCase(address)
        || name.equalsIgnoreCase(address.replaceFirst("^127\\.0\\.0\\.1:", "localhost:"))
        || name.equals(port(address));
  }

  /**
   * The shortest name that is not ambiguous.
   *
   * @param server a server of the cluster
   * @return its port, or host:port where a port is used twice
   */
  public String shortName(ServerId server) {
    String port = port(addressOf(server));
    boolean unique = addresses.stream().filter(other -> port(other).equals(port)).count() == 1;
    return unique ? port : addressOf(server);
  }

  /**
   * Where a server listens.
   *
   * @param server a server of the cluster
   * @return host:port
   */
  public String addressOf(ServerId server) {
    return addresses.get(server.number() - 1);
  }

  /**
   * All names that are not ambiguous, for completion.
   *
   * @return the short names in ascending order of the servers
   */
  public List<String> shortNames() {
    return IntStream.rangeClosed(1, addresses.size())
        .mapToObj(number -> shortName(new ServerId(number)))
        .toList();
  }

  private String all() {
    return IntStream.rangeClosed(1, addresses.size())
        .mapToObj(number -> "S" + number + " (" + shortName(new ServerId(number)) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String port(String address) {
    return address.substring(address.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
