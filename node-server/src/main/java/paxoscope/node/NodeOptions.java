package paxoscope.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import paxoscope.journal.GateMode;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Rule;
import paxoscope.protocol.Rules;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.Access;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.TlsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of a node, and what it means. Each mistake is an exception with one line. */
@Command(
    name = "paxoscope-node",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "One Basic Paxos server, called by XML-RPC.",
    footer = {
      "",
      "For example, the first of three servers:",
      "  --id 1 --cluster 127.0.0.1:8000,127.0.0.1:8001,127.0.0.1:8002 --data /tmp/paxos",
      "Exit code: 1 if it cannot run, 2 for a wrong command line."
    })
final class NodeOptions {

  private static final String SECRET_VARIABLE = "PAXOSCOPE_SECRET";
  private static final String STORE_PASSWORD_VARIABLE = "PAXOSCOPE_KEYSTORE_PASSWORD";
  private static final Set<String> OWN_FILES = Set.of("state", "lock", "initialised");

  @Option(
      names = "--id",
      required = true,
      paramLabel = "N",
      description = "Which server of the cluster this is: 1 for the first address.")
  private int id;

  @Option(
      names = "--cluster",
      required = true,
      split = ",",
      paramLabel = "HOST:PORT",
      description = "Where the servers listen: S1, S2, ... separated by commas.")
  private List<String> cluster = List.of();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Keeps its state and its committed file in DIR/PORT.")
  private Path data;

  @Option(
      names = "--listen",
      paramLabel = "HOST[:PORT]",
      description = "Listens here instead of on its address in the cluster.")
  private String listen;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description =
          "The file whose first line is the secret that all callers must know (or set "
              + SECRET_VARIABLE
              + "). Needed on any address but loopback.")
  private Path secretFile;

  @Option(
      names = "--host-name",
      split = ",",
      paramLabel = "NAME",
      description = "Another name under which callers reach this server.")
  private List<String> hostNames = new ArrayList<>();

  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      description =
          "Speaks TLS with the key in this file; its password is in "
              + STORE_PASSWORD_VARIABLE
              + ".")
  private Path keyStore;

  @Option(
      names = "--truststore",
      paramLabel = "FILE",
      description =
          "The certificates of the other servers, with the same password. Default: the key store.")
  private Path trustStore;

  @Option(
      names = "--file",
      paramLabel = "NAME",
      defaultValue = "committed.txt",
      description = "The name of the committed file. Default: ${DEFAULT-VALUE}.")
  private String fileName;

  @Option(
      names = "--gate",
      paramLabel = "MODE",
      defaultValue = "open",
      description = "open (default): messages leave at once. hold: only when released.")
  private String gate;

  @Option(
      names = "--unsafe",
      description = "Allows to switch rules of Paxos off, to show why they are there.")
  private boolean unsafe;

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "RULE",
      description =
          "Switches a rule off: PROMISE_NOTHING_LOWER, KEEP_THE_PROMISE,"
              + " ADOPT_THE_HIGHEST_ACCEPTED, QUORUM_IS_A_MAJORITY or NEVER_REUSE_A_NUMBER.")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--die-with-stdin",
      description = "Ends when its standard input is closed: with the program that started it.")
  private boolean dieWithStdin;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  boolean diesWithStdin() {
    return dieWithStdin;
  }

  Path data() {
    return data;
  }

  List<NodeAddress> addresses() {
    List<NodeAddress> addresses = cluster.stream().map(NodeAddress::parse).toList();
    Set<NodeAddress> different = new HashSet<>();
    for (NodeAddress address : addresses) {
      if (!different.add(address)) {
        throw new IllegalArgumentException(
            "The address " + address + " is in --cluster twice: each server needs its own.");
      }
    }
    return addresses;
  }

  Membership membership() {
    return new Membership(cluster.size());
  }

  ServerId self() {
    if (id < 1 || id > cluster.size()) {
      throw new IllegalArgumentException(
          "--id %d is outside the cluster: --cluster names %d servers, so give 1 to %d."
              .formatted(id, cluster.size(), cluster.size()));
    }
    return new ServerId(id);
  }

  NodeAddress listen() {
    NodeAddress own = addresses().get(self().number() - 1);
    if (listen == null) {
      return own;
    }
    boolean withPort = listen.matches("(?s)(\\[.*\\]|[^:]*):[^:]*");
    return withPort ? NodeAddress.parse(listen) : new NodeAddress(listen, own.port());
  }

  String fileName() {
    String lower = fileName.toLowerCase(Locale.ROOT);
    if (fileName.isBlank()
        || !Path.of(fileName).equals(Path.of(fileName).getFileName())
        || fileName.equals("..")
        || fileName.equals(".")
        || OWN_FILES.contains(lower)
        || lower.endsWith(".new")
        || lower.endsWith(".log")) {
      throw new IllegalArgumentException(
          "--file '%s' will not do: give a plain file name that the node does not use itself, such as committed.txt."
              .formatted(fileName));
    }
    return fileName;
  }

  GateMode gate() {
    return GateMode.of(gate);
  }

  Rules rules() {
    Rules rules = Rules.ALL;
    for (String name : without) {
      rules = rules.without(rule(name));
    }
    if (!without.isEmpty() && !unsafe) {
      throw new IllegalArgumentException(
          "A server without " + without.getFirst() + " is not Paxos: add --unsafe if you mean it.");
    }
    return rules;
  }

  private static Rule rule(String name) {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Stream.of(Rule.values())
        .filter(rule -> rule.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no rule: --without takes one of %s."
                        .formatted(name, List.of(Rule.values()))));
  }

  Access access() {
    Set<String> names = new HashSet<>(hostNames);
    addresses().forEach(address -> names.add(address.host()));
    return new Access(secret(), names, Optional.ofNullable(keyStore).map(this::tlsFile));
  }

  ClientAccess clientAccess() {
    Path trusted = trustStore == null ? keyStore : trustStore;
    return new ClientAccess(secret(), Optional.ofNullable(trusted).map(this::tlsFile));
  }

  private TlsFile tlsFile(Path path) {
    String password = System.getenv(STORE_PASSWORD_VARIABLE);
    if (password == null) {
      throw new IllegalArgumentException(
          "The key store %s needs its password: set %s.".formatted(path, STORE_PASSWORD_VARIABLE));
    }
    return new TlsFile(path, password);
  }

  private Optional<String> secret() {
    if (secretFile == null) {
      return Optional.ofNullable(System.getenv(SECRET_VARIABLE)).filter(text -> !text.isBlank());
    }
    try (Stream<String> lines = Files.lines(secretFile, StandardCharsets.UTF_8)) {
      return Optional.of(
          lines
              .findFirst()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "The secret file %s is empty: its first line is the secret."
                              .formatted(secretFile))));
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new IllegalArgumentException(
          "The secret file %s cannot be read: check its path and rights.".formatted(secretFile), e);
    }
  }
}
