package paxoscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import paxoscope.cluster.ClusterChoice;
import paxoscope.cluster.LocalCluster;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.TlsFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which nodes to work with. */
final class ClusterOptions {

  /** The environment variable that may hold the nodes' shared secret. */
  static final String SECRET_VARIABLE = "PAXOSCOPE_SECRET";

  private static final String STORE_PASSWORD_VARIABLE = "PAXOSCOPE_KEYSTORE_PASSWORD";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--connect",
      paramLabel = "HOST:PORT",
      split = ",",
      description =
          "Work with nodes that already run: all servers of the cluster, S1 first, with commas"
              + " between.")
  private List<String> addresses = List.of();

  @Option(
      names = "--servers",
      paramLabel = "N",
      description =
          "How many nodes the program starts: "
              + ClusterChoice.FEWEST
              + " to "
              + ClusterChoice.MOST
              + ", five by default.")
  private Optional<Integer> servers = Optional.empty();

  @Option(
      names = "--ports",
      paramLabel = "PORTS",
      description =
          "Where the program's own nodes listen: 8000-8004 (the default), or ports with commas"
              + " between. There are as many nodes as ports.")
  private String ports = "";

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description =
          "The file whose first line is the shared secret of the nodes (or set "
              + SECRET_VARIABLE
              + ").")
  private Path secretFile;

  @Option(
      names = "--truststore",
      paramLabel = "FILE",
      description =
          "The certificates of nodes that speak TLS; the password of the file is in "
              + STORE_PASSWORD_VARIABLE
              + ".")
  private Path trustStore;

  /**
   * What was chosen.
   *
   * @return the choice
   * @throws ParameterException with one clear line if the options contradict each other or are
   *     wrong
   */
  ClusterChoice choice() {
    try {
      return addresses.isEmpty() ? own() : running();
    } catch (IllegalArgumentException bad) {
      throw wrong(bad.getMessage());
    }
  }

  private ClusterChoice own() {
    if (ports.isEmpty()) {
      ClusterChoice.Own usual = new ClusterChoice.Own(LocalCluster.USUAL_PORTS);
      return servers.map(usual::resized).orElse(usual);
    }
    ClusterChoice chosen = ClusterChoice.ownAt(ports);
    int named = chosen.ports().size();
    if (servers.isPresent() && servers.get() != named) {
      throw wrong(
          "--servers says %d, but --ports names %d: leave --servers out, or name as many ports."
              .formatted(servers.get(), named));
    }
    return chosen;
  }

  private ClusterChoice running() {
    if (!ports.isEmpty()) {
      throw wrong("--ports is for the program's own nodes: leave it out beside --connect.");
    }
    if (servers.isPresent()) {
      throw wrong("--servers is for the program's own nodes: leave it out beside --connect.");
    }
    return new ClusterChoice.Running(addresses, new ClientAccess(secret(), trusted()));
  }

  private Optional<String> secret() {
    if (secretFile == null) {
      return Optional.ofNullable(System.getenv(SECRET_VARIABLE)).filter(text -> !text.isEmpty());
    }
    try {
      List<String> lines = Files.readAllLines(secretFile);
      if (lines.isEmpty() || lines.getFirst().isBlank()) {
        throw wrong("The secret file " + secretFile + " is empty: its first line is the secret.");
      }
      return Optional.of(lines.getFirst().strip());
    } catch (IOException unreadable) {
      throw wrong("The secret file " + secretFile + " cannot be read: check its path and rights.");
    }
  }

  private Optional<TlsFile> trusted() {
    String password = System.getenv().getOrDefault(STORE_PASSWORD_VARIABLE, "");
    return Optional.ofNullable(trustStore).map(file -> new TlsFile(file, password));
  }

  /**
   * A mistake in these options.
   *
   * @param message one clear line
   * @return what to throw
   */
  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
