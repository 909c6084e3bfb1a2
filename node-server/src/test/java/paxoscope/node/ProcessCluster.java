package paxoscope.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import paxoscope.journal.Held;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Value;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeClient;

/** Five node processes on free ports. */
final class ProcessCluster implements AutoCloseable {

  static final int SIZE = 5;

  private final List<Integer> ports = NodeProcess.freePorts(SIZE);
  private final Path data;
  private final List<NodeProcess> processes = new ArrayList<>();
  private final List<NodeClient> clients = new ArrayList<>();

  ProcessCluster(Path data) throws IOException {
    this.data = data;
    for (int server = 1; server <= SIZE; server++) {
      processes.add(NodeProcess.start(arguments(server)));
      clients.add(new NodeClient(address(server), ClientAccess.LOCAL));
    }
    for (NodeProcess process : processes) {
      process.readyLine();
    }
  }

  List<String> arguments(int server) {
    return List.of(
        "--id",
        Integer.toString(server),
        "--cluster",
        ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")),
        "--data",
        data.toString());
  }

  private NodeAddress address(int server) {
    return new NodeAddress("127.0.0.1", ports.get(server - 1));
  }

  NodeClient node(int server) {
    return clients.get(server - 1);
  }

  ProposeReply propose(int server, String value) {
    return node(server).propose(new Value(value), ProposeOptions.DEFAULT, meta());
  }

  static Optional<NodeApi.Meta> meta() {
    return Optional.of(new NodeApi.Meta("", 0, Optional.empty(), 0, ""));
  }

  /** Waits until so many things of a kind are in the gate, and gives them. */
  List<Held> awaitHeld(int server, Outbound.Kind kind, int count) {
    int since = 0;
    while (true) {
      List<Held> found =
          node(server).held().stream().filter(item -> item.content().kind() == kind).toList();
      if (found.size() >= count) {
        return found;
      }
      since = node(server).events(since, 20_000, Optional.empty()).next();
    }
  }

  Path folder(int server) {
    return data.resolve(Integer.toString(ports.get(server - 1)));
  }

  String file(int server) throws IOException {
    return Files.readString(folder(server).resolve("committed.txt"));
  }

  NodeProcess process(int server) {
    return processes.get(server - 1);
  }

  void kill(int server) {
    process(server).kill();
  }

  void recover(int server) throws IOException {
    NodeProcess process = NodeProcess.start(arguments(server));
    processes.set(server - 1, process);
    process.readyLine();
  }

  @Override
  public void close() {
    for (NodeProcess process : processes) {
      process.close();
    }
    clients.forEach(NodeClient::close);
  }
}
