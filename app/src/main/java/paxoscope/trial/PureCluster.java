package paxoscope.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterException;
import paxoscope.journal.Delivery;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/**
 * A cluster of nodes without processes, disks or network: the protocol alone, behind the port of a
 * cluster. One call at a time is let in, and what a scenario makes of it does not depend on time.
 */
public final class PureCluster implements Cluster {

  private final List<PureNode> nodes = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /**
   * Nodes that hold nothing yet.
   *
   * @param size how many
   */
  public PureCluster(int size) {
    Membership membership = new Membership(size);
    for (ServerId server : membership.servers()) {
      nodes.add(new PureNode(server, membership, 7999 + server.number()));
    }
  }

  static ClusterException down(ServerId server) {
    return new ClusterException(server + " is not running.", null);
  }

  /** Whether a node has died and not come back. */
  boolean isDown() {
    return nodes.stream().anyMatch(node -> !node.alive);
  }

  private <T> T in(Supplier<T> call) {
    lock.lock();
    try {
      T result = call.get();
      letGo();
      changed.signalAll();
      return result;
    } finally {
      lock.unlock();
    }
  }

  private <T> T at(ServerId server, Function<PureNode, T> call) {
    return in(
        () -> {
          PureNode node = nodes.get(server.number() - 1);
          if (!node.alive) {
            throw down(server);
          }
          return call.apply(node);
        });
  }

  // Open gates: everything leaves, messages before timers, until nothing waits.
  private void letGo() {
    nodes.forEach(PureNode::answerCommitted);
    for (Optional<Held> next = leaving(); next.isPresent(); next = leaving()) {
      release(next.get());
      nodes.forEach(PureNode::answerCommitted);
    }
  }

  private Optional<Held> leaving() {
    List<Held> waiting =
        nodes.stream()
            .filter(node -> node.alive && node.mode == GateMode.OPEN)
            .flatMap(node -> node.gate.values().stream())
            .toList();
    return waiting.stream()
        .filter(item -> item.content().leg() != Leg.TIMER)
        .findFirst()
        .or(() -> waiting.stream().filter(PureCluster::isRetry).findFirst())
        .or(() -> waiting.stream().findFirst());
  }

  private static boolean isRetry(Held item) {
    return item.content().kind() == Outbound.Kind.RETRY;
  }

  private Delivery release(Held item) {
    PureNode owner = nodes.get(item.owner().number() - 1);
    owner.gate.remove(item.id());
    if (!(item.content() instanceof Message.Request request)) {
      owner.arrive(item);
      return new Delivery(Delivery.Outcome.HANDLED, List.of());
    }
    PureNode receiver = nodes.get(request.to().number() - 1);
    if (!receiver.alive) {
      owner.unreachable(item, request);
      return new Delivery(Delivery.Outcome.UNREACHABLE, List.of());
    }
    receiver.clock = Math.max(receiver.clock, owner.clock);
    List<Message> replies = receiver.handle(request);
    owner.clock = Math.max(owner.clock, receiver.clock);
    replies.forEach(owner::put);
    return new Delivery(Delivery.Outcome.HANDLED, List.of());
  }

  @Override
  public List<Integer> ports() {
    return IntStream.range(8000, 8000 + nodes.size()).boxed().toList();
  }

  @Override
  public List<String> addresses() {
    return ports().stream().map(port -> "127.0.0.1:" + port).toList();
  }

  @Override
  public Executor callers() {
    return Runnable::run;
  }

  @Override
  public Optional<NodeState> status(ServerId server) {
    return in(
        () -> {
          PureNode node = nodes.get(server.number() - 1);
          return node.alive ? Optional.of(node.state()) : Optional.<NodeState>empty();
        });
  }

  @Override
  public EventBatch events(
      ServerId server, int since, Optional<Integer> incarnation, int waitMillis) {
    lock.lock();
    try {
      PureNode node = nodes.get(server.number() - 1);
      long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
      while (node.alive && from(node, since, incarnation) >= node.journal.size() && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (!node.alive) {
        throw down(server);
      }
      int from = from(node, since, incarnation);
      return new EventBatch(
          node.incarnation,
          node.clock,
          node.journal.size(),
          false,
          0,
          node.journal.subList(from, node.journal.size()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  private static int from(PureNode node, int since, Optional<Integer> incarnation) {
    boolean same = incarnation.map(known -> known == node.incarnation).orElse(true);
    return same && since <= node.journal.size() ? since : 0;
  }

  @Override
  public void restart(ServerId server, String run) {
    at(
        server,
        node -> {
          node.restart(run);
          return node;
        });
  }

  @Override
  public void gate(ServerId server, GateMode mode) {
    at(server, node -> node.mode = mode);
  }

  @Override
  public CompletableFuture<ProposeReply> propose(
      ServerId server, Value value, ProposeOptions options) {
    return at(server, node -> node.propose(value, options));
  }

  @Override
  public List<Held> held(ServerId server) {
    return at(server, node -> List.copyOf(node.gate.values()));
  }

  @Override
  public Delivery deliver(ServerId owner, String id) {
    return at(
        owner,
        node -> {
          Held item = node.gate.get(id);
          if (item == null) {
            throw new ClusterException(owner + " refused: no item '" + id + "'.", null);
          }
          return release(item);
        });
  }

  @Override
  public void drop(ServerId owner, String id) {
    at(
        owner,
        node -> {
          node.drop(id);
          return node;
        });
  }

  @Override
  public String duplicate(ServerId owner, String id) {
    return at(owner, node -> node.duplicate(id));
  }

  @Override
  public List<Message> handle(Message message) {
    return at(message.to(), node -> node.handle(message));
  }

  @Override
  public Optional<Xml> xml(ServerId owner, String id) {
    return Optional.empty();
  }

  @Override
  public void crash(ServerId server) {
    at(
        server,
        node -> {
          node.crash();
          return node;
        });
  }

  @Override
  public void recover(ServerId server) {
    in(
        () -> {
          nodes.get(server.number() - 1).start();
          return server;
        });
  }

  @Override
  public boolean hasEnded(ServerId server) {
    return !nodes.get(server.number() - 1).alive;
  }

  @Override
  public Optional<String> commandToRecover(ServerId server) {
    return Optional.empty();
  }

  @Override
  public void pause(ServerId server) {
    // There is no process to stop: the director asks a paused node nothing until it goes on.
  }

  @Override
  public void resume(ServerId server) {
    // It goes on from where it was.
  }

  @Override
  public Optional<String> commandToPause(ServerId server, boolean pause) {
    return Optional.empty();
  }

  @Override
  public void close() {
    // There is nothing to give back.
  }
}
