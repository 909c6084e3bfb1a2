package paxoscope.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.director.ClusterException;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeClient;
import paxoscope.rpc.NodeFault;
import paxoscope.rpc.NodeSilent;
import paxoscope.rpc.NodeUnreachable;

/**
 * A node that does for once what nodes do, so that a JVM can see what it will need. It is a cluster
 * of its own, of one server.
 */
public final class NodeRehearsal {

  private static final ServerId SERVER = new ServerId(1);
  private static final int PROPOSALS = 20;

  private NodeRehearsal() {}

  /**
   * Runs the node from its start to its end.
   *
   * @param port where it listens, on the loopback address
   * @param parent the folder for temporary files
   * @param cacheFlags what its JVM is told of caches
   * @throws ClusterException with one clear line if it does not start or does not answer
   */
  public static void run(int port, Path parent, List<String> cacheFlags) {
    NodeAddress address = new NodeAddress("127.0.0.1", port);
    try (WorkFolder folder = LocalProcesses.temporaryFolder(parent);
        NodeClient client = new NodeClient(address, ClientAccess.LOCAL)) {
      NodeProcess process =
          NodeProcess.start(
              SERVER,
              new NodeCommand(List.of(address), folder.path()).of(SERVER, cacheFlags),
              folder.path().resolve("node.log"));
      try {
        if (!process.awaitReady()) {
          throw new ClusterException("The node did not start: " + process.lastWords(), null);
        }
        act(client);
        process.end();
      } finally {
        process.kill();
      }
    } catch (NodeFault | NodeSilent | NodeUnreachable failed) {
      throw new ClusterException("The node did not answer: " + failed.getMessage(), failed);
    }
  }

  // With an open gate as clients see it, then with a gate on hold as the window uses it.
  private static void act(NodeClient node) {
    for (int i = 0; i < PROPOSALS; i++) {
      node.propose(new Value("123"), ProposeOptions.DEFAULT, Optional.empty());
    }
    node.restart(Optional.empty());
    node.gateMode(GateMode.HOLD, Optional.empty());
    Thread client =
        Thread.ofPlatform()
            .daemon()
            .start(() -> node.propose(new Value("123"), ProposeOptions.DEFAULT, Optional.empty()));
    node.events(0, 0, Optional.empty());
    List<Held> held = new ArrayList<>(node.held());
    held.forEach(item -> node.deliver(item.id(), Optional.empty()));
    node.status();
    node.gateMode(GateMode.OPEN, Optional.empty());
    try {
      client.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
