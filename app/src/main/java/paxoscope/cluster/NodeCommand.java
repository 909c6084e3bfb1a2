package paxoscope.cluster;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeApi;

/**
 * The command line that starts a node with the Java of this program.
 *
 * @param addresses where the nodes of the cluster listen, in ascending order of the servers
 * @param data the folder below which each node keeps its own
 */
record NodeCommand(List<NodeAddress> addresses, Path data) {

  private static final String MAIN_CLASS = "paxoscope.node.NodeMain";

  private static final String JAR_URL = "jar:";

  /** The jar of a packaged node. */
  static final String JAR = "paxoscope-node.jar";

  // Five of these run on one laptop: small, and quick to start. One that has run out of memory is
  // better dead than half alive.
  private static final List<String> JVM_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx64m",
          "-Xmn8m",
          "-XX:+ExitOnOutOfMemoryError",
          "-Djdk.serialFilter=!*",
          "-Dfile.encoding=UTF-8");

  /**
   * Writes the command line for one node.
   *
   * @param server which
   * @return program and arguments
   */
  List<String> of(ServerId server) {
    return of(server, StartCache.NODE.flags());
  }

  /**
   * The same for a node that makes a cache, or does without.
   *
   * @param server which
   * @param cacheFlags what the JVM is told of caches
   * @return program and arguments
   */
  List<String> of(ServerId server, List<String> cacheFlags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_FLAGS);
    command.addAll(cacheFlags);
    command.addAll(List.of("-cp", classPath(), MAIN_CLASS));
    command.addAll(arguments(server, addresses, data.toString()));
    command.add("--die-with-stdin");
    return command;
  }

  /**
   * The node's own arguments, as a person would type them too.
   *
   * @param server which node
   * @param addresses the cluster
   * @param data its data folder, as text
   * @return the arguments
   */
  static List<String> arguments(ServerId server, List<NodeAddress> addresses, String data) {
    return List.of(
        "--id",
        Integer.toString(server.number()),
        "--cluster",
        addresses.stream().map(NodeAddress::toString).collect(Collectors.joining(",")),
        "--data",
        data);
  }

  /**
   * The node's own jar, where the program is packaged: it holds all that a node needs. Else this
   * program's class path with the node's own classes first, where they are found soonest.
   */
  private static String classPath() {
    Path own = locationOfNode();
    Set<String> entries = new LinkedHashSet<>(List.of(own.toString()));
    if (!own.endsWith(JAR)) {
      entries.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    }
    return String.join(File.pathSeparator, entries);
  }

  /**
   * Where the classes of a node lie.
   *
   * @return a jar, or a folder of classes
   */
  static Path locationOfNode() {
    return locationOf(
        NodeApi.class, NodeApi.class.getResource(NodeApi.class.getSimpleName() + ".class"));
  }

  // Not by the code source of the class: for one that comes from a start cache it is sometimes not
  // known (seen with Java 25.0.3).
  static Path locationOf(Class<?> type, URL itsFile) {
    String inside = "/" + type.getName().replace('.', '/') + ".class";
    String url = itsFile.toString();
    String root = url.substring(0, url.length() - inside.length());
    return root.startsWith(JAR_URL)
        ? Path.of(URI.create(root.substring(JAR_URL.length(), root.length() - 1)))
        : Path.of(URI.create(root));
  }
}
