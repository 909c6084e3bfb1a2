package paxoscope.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.director.Presence;
import paxoscope.journal.Delivery;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;
import paxoscope.rpc.NodeInaccessible;
import paxoscope.rpc.NodeSilent;
import paxoscope.rpc.NodeUnreachable;

/**
 * A cluster whose nodes are called through {@link NodeApi}. Keeps the lease on the gates alive
 * while it holds them, and carries the logical clock from call to call. Who may kill and start the
 * processes is the {@link NodeKeeper}'s matter.
 */
final class NodeCluster implements Cluster {

  private final List<NodeAddress> addresses;
  private final List<NodeApi> nodes;
  private final NodeKeeper keeper;
  private final CallContext context;
  private final Leases leases;
  private final Runnable disconnect;
  private final Set<ServerId> paused = ConcurrentHashMap.newKeySet();
  // Never shut down: whoever watches may ask to the last, and threads without work end by
  // themselves.
  private final Executor callers =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("call-", 1).factory());
  private final ExecutorService proposals =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("proposal-", 1).factory());

  /**
   * Joins the parts.
   *
   * @param addresses where the nodes listen, in ascending order of the servers
   * @param nodes how to call each of them, in the same order
   * @param keeper who crashes and recovers them
   * @param driver the name under which this program holds the gates
   * @param disconnect ends the calls that are still under way
   */
  NodeCluster(
      List<NodeAddress> addresses,
      List<? extends NodeApi> nodes,
      NodeKeeper keeper,
      String driver,
      Runnable disconnect) {
    this.addresses = List.copyOf(addresses);
    this.nodes = List.copyOf(nodes);
    this.keeper = keeper;
    this.context = new CallContext(nodes.size(), driver);
    this.leases = new Leases(driver);
    this.disconnect = disconnect;
  }

  @Override
  public List<Integer> ports() {
    return addresses.stream().map(NodeAddress::port).toList();
  }

  @Override
  public List<String> addresses() {
    return addresses.stream().map(NodeAddress::toString).toList();
  }

  @Override
  public Executor callers() {
    return callers;
  }

  @Override
  public Optional<NodeState> status(ServerId server) {
    return presence(server).state();
  }

  @Override
  public Presence presence(ServerId server) {
    if (paused.contains(server)) {
      return Presence.PAUSED;
    }
    try {
      NodeState state = node(server).status();
      context.saw(server, state);
      return Presence.of(state);
    } catch (NodeInaccessible obstacle) {
      throw inaccessible(server, obstacle);
    } catch (NodeUnreachable gone) {
      return gone.isNothingThere() ? Presence.DOWN : Presence.SILENT;
    } catch (NodeSilent silent) {
      return Presence.SILENT;
    } catch (NodeFault fault) {
      throw refused(server, fault);
    }
  }

  @Override
  public EventBatch events(
      ServerId server, int since, Optional<Integer> incarnation, int waitMillis) {
    EventBatch batch = call(server, () -> node(server).events(since, waitMillis, incarnation));
    context.saw(server, batch);
    return batch;
  }

  @Override
  public void restart(ServerId server, String run) {
    call(server, () -> node(server).restart(Optional.of(context.metaOfNewRun(server, run))));
  }

  @Override
  public void gate(ServerId server, GateMode mode) {
    call(server, () -> leases.set(server, node(server), mode));
  }

  @Override
  public CompletableFuture<ProposeReply> propose(
      ServerId server, Value value, ProposeOptions options) {
    NodeApi.Meta meta = context.meta(server);
    return CompletableFuture.supplyAsync(
        () -> call(server, () -> node(server).propose(value, options, Optional.of(meta))),
        proposals);
  }

  @Override
  public List<Held> held(ServerId server) {
    return call(server, () -> node(server).held());
  }

  @Override
  public Delivery deliver(ServerId owner, String id) {
    return call(owner, () -> node(owner).deliver(id, Optional.of(context.meta(owner))));
  }

  @Override
  public void drop(ServerId owner, String id) {
    call(owner, () -> node(owner).drop(id, Optional.of(context.meta(owner))));
  }

  @Override
  public String duplicate(ServerId owner, String id) {
    return call(owner, () -> node(owner).duplicate(id, Optional.of(context.meta(owner))));
  }

  @Override
  public List<Message> handle(Message message) {
    ServerId server = message.to();
    NodeApi.Answer answer =
        call(server, () -> node(server).handle(message, Optional.of(context.meta(server))));
    context.sawClock(answer.clock());
    return answer.replies();
  }

  @Override
  public Optional<Xml> xml(ServerId owner, String id) {
    return call(owner, () -> node(owner).exchange(id))
        .map(exchange -> new Xml(exchange.request(), exchange.response()));
  }

  @Override
  public void crash(ServerId server) {
    keeper.crash(server);
    paused.remove(server);
  }

  @Override
  public boolean hasEnded(ServerId server) {
    return keeper.hasEnded(server);
  }

  @Override
  public void recover(ServerId server) {
    keeper.recover(server);
    paused.remove(server);
    // A fresh process has an open gate; this driver may still hold the others.
    call(server, () -> leases.takeAgain(server, node(server)));
  }

  @Override
  public Optional<String> commandToRecover(ServerId server) {
    return keeper.commandToRecover(server);
  }

  @Override
  public void pause(ServerId server) {
    paused.add(server);
    try {
      keeper.pause(server);
    } catch (ClusterException notStopped) {
      paused.remove(server);
      throw notStopped;
    }
  }

  @Override
  public void resume(ServerId server) {
    keeper.resume(server);
    paused.remove(server);
  }

  @Override
  public Optional<String> commandToPause(ServerId server, boolean pause) {
    return keeper.commandToPause(server, pause);
  }

  @Override
  public void close() {
    try {
      // A stopped node would keep whoever opens its gate waiting.
      List.copyOf(paused).forEach(this::resume);
      leases.close();
    } finally {
      keeper.close();
      disconnect.run();
    }
    proposals.shutdownNow();
  }

  private NodeApi node(ServerId server) {
    return nodes.get(server.number() - 1);
  }

  private void call(ServerId server, Runnable call) {
    call(
        server,
        () -> {
          call.run();
          return true;
        });
  }

  private <T> T call(ServerId server, Supplier<T> call) {
    try {
      return call.get();
    } catch (NodeFault fault) {
      throw refused(server, fault);
    } catch (NodeInaccessible obstacle) {
      throw inaccessible(server, obstacle);
    } catch (NodeUnreachable gone) {
      throw new ClusterException(
          name(server) + " is not running; bring it back with: recover " + port(server), gone);
    } catch (NodeSilent silent) {
      throw new ClusterException(
          name(server)
              + " was called but did not answer, so the call may have been carried out; see:"
              + " status",
          silent);
    }
  }

  private ClusterException refused(ServerId server, NodeFault fault) {
    return new ClusterException(name(server) + " refused: " + fault.getMessage(), fault);
  }

  // Somebody is there, or the address leads nowhere: to recover the node would not help.
  private static ClusterException inaccessible(ServerId server, NodeInaccessible obstacle) {
    return new ClusterException(server + ": " + obstacle.getMessage(), obstacle);
  }

  private String name(ServerId server) {
    return server + " (" + addresses.get(server.number() - 1) + ")";
  }

  private String port(ServerId server) {
    int port = addresses.get(server.number() - 1).port();
    boolean unique =
        IntStream.range(0, addresses.size()).filter(i -> addresses.get(i).port() == port).count()
            == 1;
    return unique ? Integer.toString(port) : server.toString();
  }
}
