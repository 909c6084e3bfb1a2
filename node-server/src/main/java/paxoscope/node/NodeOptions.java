package paxoscope.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * The command line of a node, and what it means. Each mistake is an IllegalArgumentException with
 * one line.
 */
final class NodeOptions {

  private static final String SECRET_VARIABLE = "PAXOSCOPE_SECRET";
  private static final String STORE_PASSWORD_VARIABLE = "PAXOSCOPE_KEYSTORE_PASSWORD";
  private static final Set<String> OWN_FILES = Set.of("state", "lock", "initialised");

  private static final List<OptionWords.Known> KNOWN =
      List.of(
          new OptionWords.Known(
              "--id", "N", "Which server of the cluster this is: 1 for the first address."),
          new OptionWords.Known(
              "--cluster",
              "HOST:PORT,...",
              "Where the servers listen: S1, S2, ... separated by commas."),
          new OptionWords.Known(
              "--data", "DIR", "Keeps its state and its committed file in DIR/PORT."),
          new OptionWords.Known(
              "--listen", "HOST[:PORT]", "Listens here instead of on its address in the cluster."),
          new OptionWords.Known(
              "--secret-file",
              "FILE",
              "The file whose first line is the secret that callers must know (or set\n"
                  + SECRET_VARIABLE
                  + "). Needed on any address but loopback."),
          new OptionWords.Known(
              "--host-name", "NAME,...", "Other names under which callers reach this server."),
          new OptionWords.Known(
              "--keystore",
              "FILE",
              "Speaks TLS with the key in this file; its password is in\n"
                  + STORE_PASSWORD_VARIABLE
                  + "."),
          new OptionWords.Known(
              "--truststore",
              "FILE",
              "The certificates of the other servers, with the same password.\n"
                  + "Without it: those in the key store."),
          new OptionWords.Known(
              "--file", "NAME", "The name of the committed file. Without it: committed.txt."),
          new OptionWords.Known(
              "--gate",
              "MODE",
              "open: messages leave at once (so without it). hold: only when released."),
          new OptionWords.Known(
              "--unsafe", "", "Allows to switch rules of Paxos off, to show why they are there."),
          new OptionWords.Known(
              "--without",
              "RULE,...",
              "Switches rules off: PROMISE_NOTHING_LOWER, KEEP_THE_PROMISE,\n"
                  + "ADOPT_THE_HIGHEST_ACCEPTED, QUORUM_IS_A_MAJORITY, NEVER_REUSE_A_NUMBER."),
          new OptionWords.Known(
              "--die-with-stdin",
              "",
              "Ends when its standard input is closed: with the program that started it."),
          new OptionWords.Known("--help", "", "Shows this help."),
          new OptionWords.Known("--version", "", "Shows the version."));

  private final OptionWords words;

  private NodeOptions(OptionWords words) {
    this.words = words;
  }

  static NodeOptions parse(String... arguments) {
    return new NodeOptions(OptionWords.parse(KNOWN, arguments));
  }

  static String help() {
    return """
    Usage: paxoscope-node --id N --cluster HOST:PORT,... --data DIR [options]
    One Basic Paxos server, called by XML-RPC.

    %s
    For example, the first of three servers:
      --id 1 --cluster 127.0.0.1:8000,127.0.0.1:8001,127.0.0.1:8002 --data paxos
    Exit code: 1 if it cannot run, 2 for a wrong command line.
    """
        .formatted(OptionWords.help(KNOWN));
  }

  boolean asksForHelp() {
    return words.has("--help");
  }

  boolean asksForVersion() {
    return words.has("--version");
  }

  boolean diesWithStdin() {
    return words.has("--die-with-stdin");
  }

  Path data() {
    String folder = words.required("--data");
    if (folder.isBlank()) {
      throw new IllegalArgumentException("--data is empty: name the folder for the node's data.");
    }
    return Path.of(folder);
  }

  private List<String> cluster() {
    words.required("--cluster");
    return words.all("--cluster");
  }

  List<NodeAddress> addresses() {
    List<NodeAddress> addresses = cluster().stream().map(NodeAddress::parse).toList();
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
    return new Membership(cluster().size());
  }

  ServerId self() {
    int size = cluster().size();
    String id = words.required("--id");
    if (!id.matches("[+-]?[0-9]+")) {
      throw new IllegalArgumentException("--id %s is no number: give 1 to %d.".formatted(id, size));
    }
    if (!id.matches("[0-9]{1,9}") || Integer.parseInt(id) < 1 || Integer.parseInt(id) > size) {
      throw new IllegalArgumentException(
          "--id %s is outside the cluster: --cluster names %d servers, so give 1 to %d."
              .formatted(id, size, size));
    }
    return new ServerId(Integer.parseInt(id));
  }

  NodeAddress listen() {
    NodeAddress own = addresses().get(self().number() - 1);
    Optional<String> listen = words.one("--listen");
    if (listen.isEmpty()) {
      return own;
    }
    boolean withPort = listen.get().matches("(?s)(\\[.*\\]|[^:]*):[^:]*");
    return withPort ? NodeAddress.parse(listen.get()) : new NodeAddress(listen.get(), own.port());
  }

  String fileName() {
    String name = words.one("--file").orElse("committed.txt");
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.isBlank()
        || !Path.of(name).equals(Path.of(name).getFileName())
        || name.equals("..")
        || name.equals(".")
        || OWN_FILES.contains(lower)
        || lower.endsWith(".new")
        || lower.contains(".log")) {
      throw new IllegalArgumentException(
          "--file '%s' will not do: give a plain file name that the node does not use itself, such as committed.txt."
              .formatted(name));
    }
    return name;
  }

  GateMode gate() {
    return GateMode.of(words.one("--gate").orElse("open"));
  }

  Rules rules() {
    List<String> without = words.all("--without");
    Rules rules = Rules.ALL;
    for (String name : without) {
      rules = rules.without(rule(name));
    }
    if (!without.isEmpty() && !words.has("--unsafe")) {
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
                    "'%s' is no rule: --without takes %s."
                        .formatted(name, List.of(Rule.values()))));
  }

  Access access() {
    Set<String> names = new HashSet<>(words.all("--host-name"));
    addresses().forEach(address -> names.add(address.host()));
    return new Access(secret(), names, words.one("--keystore").map(this::tlsFile));
  }

  ClientAccess clientAccess() {
    Optional<String> trusted = words.one("--truststore").or(() -> words.one("--keystore"));
    return new ClientAccess(secret(), trusted.map(this::tlsFile));
  }

  private TlsFile tlsFile(String path) {
    String password = System.getenv(STORE_PASSWORD_VARIABLE);
    if (password == null) {
      throw new IllegalArgumentException(
          "The key store %s needs its password: set %s.".formatted(path, STORE_PASSWORD_VARIABLE));
    }
    return new TlsFile(Path.of(path), password);
  }

  private Optional<String> secret() {
    Optional<String> file = words.one("--secret-file");
    return file.isPresent()
        ? Optional.of(firstLine(file.get()))
        : Optional.ofNullable(System.getenv(SECRET_VARIABLE)).filter(text -> !text.isBlank());
  }

  private static String firstLine(String file) {
    try (Stream<String> lines = Files.lines(Path.of(file), StandardCharsets.UTF_8)) {
      String line = lines.findFirst().orElse("").strip();
      if (line.isEmpty()) {
        throw new IllegalArgumentException(
            "The secret file %s is empty: its first line is the secret.".formatted(file));
      }
      return line;
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(
          "The secret file %s cannot be read: check its path and rights.".formatted(file), e);
    }
  }
}
