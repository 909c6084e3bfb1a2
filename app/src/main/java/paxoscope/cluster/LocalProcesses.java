package paxoscope.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import paxoscope.director.ClusterException;
import paxoscope.journal.NodeState;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;
import paxoscope.rpc.NodeInaccessible;
import paxoscope.rpc.NodeSilent;
import paxoscope.rpc.NodeUnreachable;

/** The node processes that this program has started on this machine, and their data folders. */
final class LocalProcesses implements NodeKeeper {

  private static final String ENDS = "The program ends, so its nodes are not started.";
  private static final Logger LOG = Logger.getLogger(LocalProcesses.class.getName());

  private final List<NodeAddress> addresses;
  private final List<? extends NodeApi> nodes;
  private final Map<ServerId, NodeProcess> processes = new ConcurrentHashMap<>();
  private final Thread endOfProgram = new Thread(this::end, "end-of-nodes");
  private WorkFolder folder;
  private boolean ended;

  private LocalProcesses(List<NodeAddress> addresses, List<? extends NodeApi> nodes) {
    this.addresses = addresses;
    this.nodes = nodes;
  }

  /**
   * Starts all nodes side by side and waits until each is ready.
   *
   * @param addresses where they shall listen, on this machine
   * @param nodes how to call them, in the same order
   * @param parent where the temporary folder for their data is made; it goes with the result
   * @return the running processes
   * @throws ClusterException if there is no place for the folder or a node does not start; the
   *     others are ended then
   */
  static LocalProcesses start(
      List<NodeAddress> addresses, List<? extends NodeApi> nodes, Path parent) {
    LocalProcesses processes = new LocalProcesses(addresses, nodes);
    processes.endWithTheProgram();
    List<ServerId> servers =
        IntStream.rangeClosed(1, addresses.size()).mapToObj(ServerId::new).toList();
    try {
      processes.makeFolder(parent);
      servers.forEach(processes::launch);
      servers.forEach(processes::awaitReady);
    } catch (ClusterException failed) {
      processes.close();
      throw failed;
    }
    return processes;
  }

  /**
   * From now on the folder and the processes go, however early the program is told to end. This
   * comes before both are made: a program that ends waits for its hooks, and for nothing else.
   */
  private void endWithTheProgram() {
    try {
      Runtime.getRuntime().addShutdownHook(endOfProgram);
    } catch (IllegalStateException endsAlready) {
      throw new ClusterException(ENDS, endsAlready);
    }
  }

  private synchronized void makeFolder(Path parent) {
    refuseIfEnded();
    folder = temporaryFolder(parent);
  }

  private void refuseIfEnded() {
    if (ended) {
      throw new ClusterException(ENDS, null);
    }
  }

  private synchronized void launch(ServerId server) {
    refuseIfEnded();
    processes.put(
        server,
        NodeProcess.start(
            server,
            new NodeCommand(addresses, folder.path()).of(server),
            folder.path().resolve("node-" + address(server).port() + ".log")));
  }

  private void awaitReady(ServerId server) {
    NodeProcess process = processes.get(server);
    if (process.awaitReady()) {
      return;
    }
    process.kill();
    throw new ClusterException(
        hasEnded() ? ENDS : whyNotStarted(server, process.lastWords()), null);
  }

  private synchronized boolean hasEnded() {
    return ended;
  }

  // The commonest reason is a taken port; asking who has it tells what to do.
  private String whyNotStarted(ServerId server, String lastWords) {
    NodeAddress address = address(server);
    try {
      NodeState other = nodes.get(server.number() - 1).status();
      return "Port %d is taken by a Paxoscope node (%s) that runs already: show those nodes with --connect %s, end them, or choose other ports with --ports."
          .formatted(address.port(), other.server(), allAddresses());
    } catch (NodeFault | NodeInaccessible | NodeSilent somethingElse) {
      return "Port %d is taken by another program: end it, or choose other ports with --ports."
          .formatted(address.port());
    } catch (NodeUnreachable nobody) {
      return "%s could not be started on port %d: %s"
          .formatted(
              server,
              address.port(),
              lastWords.isEmpty() ? "its process ended without a word." : lastWords);
    }
  }

  private String allAddresses() {
    return String.join(",", addresses.stream().map(NodeAddress::toString).toList());
  }

  /**
   * The numbers of the processes in the operating system.
   *
   * @return the pids, in ascending order of the servers
   */
  List<Long> pids() {
    return processes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue().pid())
        .toList();
  }

  @Override
  public void crash(ServerId server) {
    processes.get(server).kill();
  }

  @Override
  public boolean hasEnded(ServerId server) {
    return processes.get(server).hasEnded();
  }

  @Override
  public void recover(ServerId server) {
    // Whatever is left of it must be gone before its data folder can be taken.
    processes.get(server).kill();
    launch(server);
    awaitReady(server);
  }

  @Override
  public void pause(ServerId server) {
    processes.get(server).pause();
  }

  @Override
  public void resume(ServerId server) {
    processes.get(server).resume();
  }

  @Override
  public Optional<String> commandToPause(ServerId server, boolean pause) {
    return Optional.empty();
  }

  @Override
  public Optional<String> commandToRecover(ServerId server) {
    return Optional.empty();
  }

  private synchronized void end() {
    ended = true;
    processes.values().forEach(NodeProcess::kill);
    if (folder != null) {
      folder.close();
    }
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(endOfProgram);
    } catch (IllegalStateException endsAlready) {
      LOG.log(Level.FINE, "the program ends: its hook runs, and finds nothing left", endsAlready);
    }
  }

  private NodeAddress address(ServerId server) {
    return addresses.get(server.number() - 1);
  }

  /**
   * Makes the folder for the data of nodes that go away with the program.
   *
   * @param parent the folder for temporary files
   * @return the folder
   * @throws ClusterException if there is no place for it
   */
  static WorkFolder temporaryFolder(Path parent) {
    try {
      return WorkFolder.create(parent);
    } catch (IOException failed) {
      throw new ClusterException(
          "No folder for the nodes' data can be made in "
              + parent
              + " ("
              + failed.getMessage()
              + "): free some space there, or name another with"
              + " JDK_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER.",
          failed);
    }
  }
}
