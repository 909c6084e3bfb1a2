package paxoscope.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.NodeAddress;
import paxoscope.support.FreePorts;
import paxoscope.support.Program;

/** Nodes that somebody has started by hand: {@code paxoscope node ...}. */
public final class HandStartedNodes implements AutoCloseable {

  private final Path folder;
  private final List<NodeAddress> addresses;
  private final List<Program> nodes = new ArrayList<>();

  HandStartedNodes(Path folder, int size) {
    this(folder, FreePorts.inARow(size));
    startAll();
  }

  /**
   * Nodes that nobody has started yet.
   *
   * @param folder where they keep their data
   * @param ports where they will listen
   */
  public HandStartedNodes(Path folder, List<Integer> ports) {
    this.folder = folder;
    this.addresses = ports.stream().map(port -> new NodeAddress("127.0.0.1", port)).toList();
  }

  /** Starts all nodes, and waits until they are ready. */
  public void startAll() {
    IntStream.rangeClosed(1, addresses.size()).forEach(number -> nodes.add(start(number)));
    nodes.forEach(node -> node.awaitLine(line -> !line.isEmpty()));
  }

  private Program start(int number) {
    List<String> arguments = new ArrayList<>(List.of("node"));
    arguments.addAll(
        NodeCommand.arguments(
            new ServerId(number), addresses, folder.resolve("by-hand").toString()));
    return Program.start(folder, arguments.toArray(String[]::new));
  }

  /**
   * Starts a node that has died.
   *
   * @param number which, from 1
   */
  public void startAgain(int number) {
    nodes.get(number - 1).close();
    nodes.set(number - 1, start(number));
  }

  String connect() {
    return String.join(",", addresses.stream().map(NodeAddress::toString).toList());
  }

  /**
   * Where the nodes listen.
   *
   * @return the addresses, S1 first
   */
  public List<NodeAddress> addresses() {
    return addresses;
  }

  int port(int number) {
    return addresses.get(number - 1).port();
  }

  Program node(int number) {
    return nodes.get(number - 1);
  }

  @Override
  public void close() {
    nodes.forEach(Program::close);
  }
}
