package paxoscope.cluster;

import java.io.File;
import java.net.URISyntaxException;
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

  static final String NODE_JAR = "paxoscope-node.jar";
  private static final String MAIN_CLASS = "paxoscope.node.NodeMain";

  /**
   * Writes the command line for one node.
   *
   * @param server which
   * @return program and arguments
   */
  List<String> of(ServerId server) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Five of these run on one laptop: small, and quick to start. One that has run out of memory is
    // better dead than half alive.
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djdk.serialFilter=!*",
            "-Dfile.encoding=UTF-8",
            "-cp",
            classPath(),
            MAIN_CLASS));
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
   * The node's jar, which holds all that a node needs; where the classes lie apart, this program's
   * class path with the node's own first, where they are found soonest.
   */
  private static String classPath() {
    String node = locationOfNode();
    if (node.endsWith(NODE_JAR)) {
      return node;
    }
    Set<String> entries = new LinkedHashSet<>();
    entries.add(node);
    entries.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    return String.join(File.pathSeparator, entries);
  }

  private static String locationOfNode() {
    try {
      return Path.of(NodeApi.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("The program does not know where it lies.", impossible);
    }
  }
}
