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
      names = "--ports",
      paramLabel = "PORTS",
      description =
          "Where the program's own nodes listen: 8000-8004 (the default), or ports with commas"
              + " between.")
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
    if (addresses.isEmpty()) {
      return ports.isEmpty() ? new ClusterChoice.Own(LocalCluster.USUAL_PORTS) : own();
    }
    if (!ports.isEmpty()) {
      throw wrong("--ports is for the program's own nodes: leave it out beside --connect.");
    }
    return new ClusterChoice.Running(addresses, new ClientAccess(secret(), trusted()));
  }

  private ClusterChoice own() {
    try {
      return ClusterChoice.ownAt(ports);
    } catch (IllegalArgumentException bad) {
      throw wrong(bad.getMessage());
    }
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
