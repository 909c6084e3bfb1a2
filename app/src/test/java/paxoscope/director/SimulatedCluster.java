package paxoscope.director;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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

/** A cluster of {@link SimulatedNode}s in one process. One call at a time is let in. */
public final class SimulatedCluster implements Cluster {

  private final List<SimulatedNode> nodes = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<ServerId, Integer> forgotten = new HashMap<>();
  private Runnable beforeEvents = () -> {};
  private final Map<ServerId, CompletableFuture<Void>> unheard = new ConcurrentHashMap<>();
  private final List<Thread> calling = new CopyOnWriteArrayList<>();
  private boolean startedByHand;

  public SimulatedCluster(int size) {
    Membership membership = new Membership(size);
    for (ServerId server : membership.servers()) {
      nodes.add(new SimulatedNode(server, membership, 7999 + server.number()));
    }
  }

  static ClusterException down(ServerId server) {
    return new ClusterException(server + " is not running.", null);
  }

  /** Something that happens each time before events are fetched. */
  void beforeEvents(Runnable happening) {
    beforeEvents = happening;
  }

  /** Calls to read a node's events do not come back, answered or refused, until then. */
  void cutOff(ServerId server, CompletableFuture<Void> until) {
    unheard.put(server, until);
  }

  /** From now on only a person can start a node again. */
  public void startByHand() {
    startedByHand = true;
  }

  int journalSize(int server) {
    return nodes.get(server - 1).journal.size();
  }

  /** A node's journal has no room for its first events any more. */
  void forgetJournal(ServerId server, int events) {
    forgotten.put(server, events);
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

  private <T> T at(ServerId server, java.util.function.Function<SimulatedNode, T> call) {
    return in(
        () -> {
          SimulatedNode node = nodes.get(server.number() - 1);
          if (!node.alive) {
            throw down(server);
          }
          return call.apply(node);
        });
  }

  // Open gates: everything leaves, messages before timers, until nothing waits.
  private void letGo() {
    nodes.forEach(SimulatedNode::answerCommitted);
    for (Optional<Held> next = leaving(); next.isPresent(); next = leaving()) {
      release(next.get());
      nodes.forEach(SimulatedNode::answerCommitted);
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
        .or(() -> waiting.stream().filter(SimulatedCluster::isRetry).findFirst())
        .or(() -> waiting.stream().findFirst());
  }

  private static boolean isRetry(Held item) {
    return item.content().kind() == Outbound.Kind.RETRY;
  }

  private Delivery release(Held item) {
    SimulatedNode owner = nodes.get(item.owner().number() - 1);
    owner.gate.remove(item.id());
    if (!(item.content() instanceof Message.Request request)) {
      owner.arrive(item);
      return new Delivery(Delivery.Outcome.HANDLED, List.of());
    }
    SimulatedNode receiver = nodes.get(request.to().number() - 1);
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
    return unheard.isEmpty() ? Runnable::run : task -> calling.add(Thread.ofPlatform().start(task));
  }

  /** Waits until no call is under way. */
  void awaitCallers() throws InterruptedException {
    for (Thread thread : calling) {
      thread.join();
    }
  }

  @Override
  public Optional<NodeState> status(ServerId server) {
    return in(
        () -> {
          SimulatedNode node = nodes.get(server.number() - 1);
          return node.alive ? Optional.of(node.state()) : Optional.<NodeState>empty();
        });
  }

  @Override
  public EventBatch events(
      ServerId server, int since, Optional<Integer> incarnation, int waitMillis) {
    boolean refused = !nodes.get(server.number() - 1).alive;
    unheard.getOrDefault(server, CompletableFuture.completedFuture(null)).join();
    lock.lock();
    try {
      if (refused) {
        throw down(server);
      }
      beforeEvents.run();
      SimulatedNode node = nodes.get(server.number() - 1);
      long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
      while (node.alive && from(node, since, incarnation) >= node.journal.size() && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (!node.alive) {
        throw down(server);
      }
      int missed = Math.max(0, forgotten.getOrDefault(server, 0) - since);
      int from = from(node, since, incarnation) + missed;
      return new EventBatch(
          node.incarnation,
          node.clock,
          node.journal.size(),
          false,
          missed,
          node.journal.subList(from, node.journal.size()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  private static int from(SimulatedNode node, int since, Optional<Integer> incarnation) {
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
  public Optional<String> commandToRecover(ServerId server) {
    return startedByHand ? Optional.of("start " + server) : Optional.empty();
  }

  @Override
  public void close() {
    // There is nothing to give back.
  }
}
