package paxoscope.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeClient;
import paxoscope.support.FreePorts;
import paxoscope.support.Program;

/** Five processes that listen as nodes do. They end with this program, however it ends. */
final class BenchmarkCluster implements AutoCloseable {

  static final int SIZE = 5;

  private final List<Program> processes = new ArrayList<>();
  private final List<NodeClient> clients;

  private BenchmarkCluster(List<NodeAddress> addresses) {
    this.clients =
        addresses.stream().map(address -> new NodeClient(address, ClientAccess.LOCAL)).toList();
  }

  /** Nodes, started as people start them. */
  static BenchmarkCluster ofNodes(Place place) {
    String data = place.folder("nodes").toString();
    return start(
        (server, cluster) ->
            place.launcher(
                "node",
                "--id",
                Integer.toString(server.number()),
                "--cluster",
                cluster,
                "--data",
                data,
                "--die-with-stdin"));
  }

  /** Processes that do what nodes do on the wire and on the disk, without Paxos. */
  static BenchmarkCluster ofFloors(Place place) {
    String data = place.folder("floors").toString();
    return start(
        (server, cluster) ->
            Place.java(
                FloorNode.class,
                FloorNode.JVM_FLAGS,
                List.of(Integer.toString(server.number()), cluster, data)));
  }

  private static BenchmarkCluster start(BiFunction<ServerId, String, List<String>> command) {
    List<NodeAddress> addresses =
        FreePorts.inARow(SIZE).stream().map(port -> new NodeAddress("127.0.0.1", port)).toList();
    String cluster = addresses.stream().map(NodeAddress::toString).collect(Collectors.joining(","));
    BenchmarkCluster started = new BenchmarkCluster(addresses);
    try {
      for (int number = 1; number <= SIZE; number++) {
        started.processes.add(Program.start(command.apply(new ServerId(number), cluster)));
      }
      started.processes.forEach(process -> process.awaitLine(line -> line.contains("listens on")));
    } catch (AssertionError failed) {
      started.close();
      throw failed;
    }
    return started;
  }

  /** Sets a value at S1. */
  void propose() {
    boolean ok =
        clients.getFirst().propose(new Value("123"), ProposeOptions.DEFAULT, Optional.empty()).ok();
    if (!ok) {
      throw new IllegalStateException("A proposal on a quiet cluster was not chosen.");
    }
  }

  /** Lets all forget everything. */
  void restart() {
    clients.forEach(client -> client.restart(Optional.empty()));
  }

  /** The processes, in ascending order of the servers. */
  List<ProcessHandle> processes() {
    return processes.stream().map(Program::handle).toList();
  }

  @Override
  public void close() {
    clients.forEach(NodeClient::close);
    processes.forEach(Program::close);
  }
}
