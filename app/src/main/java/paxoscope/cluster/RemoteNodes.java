package paxoscope.cluster;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import paxoscope.director.ClusterException;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;
import paxoscope.rpc.NodeInaccessible;
import paxoscope.rpc.NodeSilent;
import paxoscope.rpc.NodeUnreachable;

/**
 * Nodes that somebody else has started. They can be asked to die, but only a person can start them
 * again.
 */
final class RemoteNodes implements NodeKeeper {

  private static final int ASK_AGAIN_MILLIS = 200;
  private static final Logger LOG = Logger.getLogger(RemoteNodes.class.getName());

  private final List<NodeAddress> addresses;
  private final List<? extends NodeApi> nodes;
  private final ClientAccess access;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Knows the nodes.
   *
   * @param addresses where they listen
   * @param nodes how to call them, in the same order
   * @param access what calling them takes, and so what they are started with
   */
  RemoteNodes(List<NodeAddress> addresses, List<? extends NodeApi> nodes, ClientAccess access) {
    this.addresses = addresses;
    this.nodes = nodes;
    this.access = access;
  }

  @Override
  public void crash(ServerId server) {
    try {
      node(server).crash();
    } catch (NodeInaccessible obstacle) {
      throw new ClusterException(server + ": " + obstacle.getMessage(), obstacle);
    } catch (NodeUnreachable gone) {
      LOG.log(Level.FINE, "{0} was gone already", server);
    } catch (NodeSilent silent) {
      throw new ClusterException(
          server + " was told to crash but still seems to run; see: status", silent);
    } catch (NodeFault fault) {
      throw new ClusterException(server + " refused to crash: " + fault.getMessage(), fault);
    }
  }

  @Override
  public boolean hasEnded(ServerId server) {
    return false;
  }

  @Override
  public void recover(ServerId server) {
    try {
      while (!answers(server)) {
        if (closed.await(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new ClusterException(
              "The program ends, so it waits for " + server + " no more.", null);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ClusterException(
          "Stopped waiting for " + server + "; start it there and try again.", stopped);
    }
  }

  private boolean answers(ServerId server) {
    try {
      return node(server).status().server().equals(server);
    } catch (NodeInaccessible obstacle) {
      throw new ClusterException(server + ": " + obstacle.getMessage(), obstacle);
    } catch (NodeUnreachable | NodeSilent notYet) {
      return false;
    } catch (NodeFault fault) {
      throw new ClusterException(server + " refused: " + fault.getMessage(), fault);
    }
  }

  @Override
  public Optional<String> commandToRecover(ServerId server) {
    String arguments =
        String.join(" ", NodeCommand.arguments(server, addresses, "THE-SAME-FOLDER-AS-BEFORE"));
    return Optional.of(
        "java -jar "
            + NodeCommand.JAR
            + " "
            + arguments
            + (access.secret().isPresent() ? " --secret-file ITS-SECRET-FILE" : "")
            + (access.trustStore().isPresent() ? " --keystore ITS-KEY-STORE" : ""));
  }

  @Override
  public void pause(ServerId server) {
    throw byHand(server, true);
  }

  @Override
  public void resume(ServerId server) {
    throw byHand(server, false);
  }

  private ClusterException byHand(ServerId server, boolean pause) {
    return new ClusterException(
        "%s was not started by this program: type there %s"
            .formatted(server, commandToPause(server, pause).orElseThrow()),
        null);
  }

  @Override
  public Optional<String> commandToPause(ServerId server, boolean pause) {
    return Optional.of(
        "pkill -%s -f '%s --id %d '"
            .formatted(pause ? "STOP" : "CONT", NodeCommand.JAR, server.number()));
  }

  private NodeApi node(ServerId server) {
    return nodes.get(server.number() - 1);
  }

  /** Ends waiting. The nodes go on: they are not ours. */
  @Override
  public void close() {
    closed.countDown();
  }
}
