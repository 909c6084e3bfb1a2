package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import paxoscope.journal.Delivery;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound.Kind;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Rules;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeSilent;
import paxoscope.rpc.NodeUnreachable;

/** Nodes in one process that reach each other by plain calls, with disks in memory. */
final class TestCluster implements AutoCloseable {

  private final Membership membership;
  private final GateMode gate;
  private final Map<Integer, InMemoryStore> stores = new HashMap<>();
  private final Map<Integer, Node> nodes = new ConcurrentHashMap<>();
  private final Map<Integer, ManualAlarms> alarms = new ConcurrentHashMap<>();
  private final Set<Integer> silent = ConcurrentHashMap.newKeySet();
  private final Set<Integer> slow = ConcurrentHashMap.newKeySet();
  private final CountDownLatch answersMayGo = new CountDownLatch(1);
  private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

  private TestCluster(int size, GateMode gate) {
    this.membership = new Membership(size);
    this.gate = gate;
    for (ServerId server : membership.servers()) {
      stores.put(server.number(), new InMemoryStore());
      start(server.number());
    }
  }

  static TestCluster onHold(int size) {
    return new TestCluster(size, GateMode.HOLD);
  }

  static TestCluster open(int size) {
    return new TestCluster(size, GateMode.OPEN);
  }

  void start(int server) {
    NodeSettings settings =
        new NodeSettings(
            new ServerId(server),
            membership,
            8000 + server - 1,
            Rules.ALL,
            gate,
            NodeSettings.TIME_OUT_MILLIS,
            "test",
            new Random(server),
            () -> 0L);
    Node.Connections connections =
        new Node.Connections(
            stores.get(server),
            this::call,
            Optional.of(
                mailbox -> {
                  alarms.put(server, new ManualAlarms(mailbox));
                  return alarms.get(server);
                }),
            () -> kill(server),
            failures::add);
    try {
      nodes.put(server, Node.start(settings, connections));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private NodeApi.Answer call(
      ServerId to, Message.Request request, NodeApi.Meta meta, Consumer<NodeApi.Exchange> wire) {
    wire.accept(new NodeApi.Exchange("<" + request.kind() + ">", Optional.empty()));
    Node node = nodes.get(to.number());
    if (node == null) {
      throw new NodeUnreachable(to + " is down.", null);
    }
    NodeApi.Answer answer = node.handle(request, Optional.of(meta));
    if (slow.contains(to.number())) {
      await(answersMayGo);
    }
    if (silent.contains(to.number())) {
      throw new NodeSilent(to + " did not answer.", null);
    }
    wire.accept(new NodeApi.Exchange("<" + request.kind() + ">", Optional.of("<answer/>")));
    return answer;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The node is gone; its store is still there. */
  void kill(int server) {
    Node node = nodes.remove(server);
    if (node != null) {
      node.close();
    }
  }

  /** From now on the node handles requests, but its answers stay on the way until they may go. */
  void holdAnswersOf(int server) {
    slow.add(server);
  }

  void letAnswersGo() {
    answersMayGo.countDown();
  }

  /** From now on the node handles requests, but its answers are lost on the way. */
  void loseAnswersOf(int server) {
    silent.add(server);
  }

  Node node(int server) {
    return nodes.get(server);
  }

  InMemoryStore store(int server) {
    return stores.get(server);
  }

  /** What a node has failed of; waits for it, because callers are told before the owner is. */
  Throwable awaitFailure() {
    try {
      Throwable failure = failures.poll(20, TimeUnit.SECONDS);
      if (failure == null) {
        throw new AssertionError("No node has failed.");
      }
      return failure;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean hasFailed() {
    return !failures.isEmpty();
  }

  void pass(int server, int millis) {
    alarms.get(server).pass(millis);
    node(server).status();
  }

  CompletableFuture<ProposeReply> propose(int server, String value, ProposeOptions options) {
    Node node = node(server);
    return CompletableFuture.supplyAsync(
        () -> node.propose(new Value(value), options, Optional.of(meta(""))), clients);
  }

  CompletableFuture<ProposeReply> propose(int server, String value) {
    return propose(server, value, ProposeOptions.DEFAULT);
  }

  <T> CompletableFuture<T> later(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call, clients);
  }

  static NodeApi.Meta meta(String run) {
    return new NodeApi.Meta(run, 0, Optional.empty(), 0, "");
  }

  static NodeApi.Meta driver(String name) {
    return new NodeApi.Meta("", 0, Optional.empty(), 0, name);
  }

  static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Waits until so many things of a kind are in the gate, and gives them. */
  List<Held> held(int server, int count, Kind kind) {
    Node node = node(server);
    int since = 0;
    while (true) {
      List<Held> found = held(server, kind);
      if (found.size() >= count) {
        assertEquals(count, found.size(), () -> "in the gate: " + node.held());
        return found;
      }
      EventBatch batch = node.events(since, 20_000, Optional.empty());
      if (batch.events().isEmpty()) {
        throw new AssertionError("Only this came into the gate: " + node.held());
      }
      since = batch.next();
    }
  }

  List<Held> held(int server, Kind kind) {
    return node(server).held().stream().filter(item -> item.content().kind() == kind).toList();
  }

  String idOf(int owner, Kind kind, int from, int to) {
    return node(owner).held().stream()
        .filter(
            item ->
                item.content().kind() == kind
                    && item.content().from().number() == from
                    && item.content().to().number() == to)
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " in " + node(owner).held()))
        .id();
  }

  Delivery deliver(int owner, String id) {
    return node(owner).deliver(id, Optional.of(meta("")));
  }

  Delivery deliver(int owner, Kind kind, int from, int to) {
    return deliver(owner, idOf(owner, kind, from, to));
  }

  /** Delivers the request and then its reply. */
  void exchange(int owner, Kind kind, int to) {
    Delivery request = deliver(owner, kind, owner, to);
    request.caused().forEach(id -> deliver(owner, id));
  }

  List<NodeEvent> events(int server) {
    return node(server).events(0, 0, Optional.empty()).events();
  }

  List<NodeEvent> events(int server, NodeEvent.Kind kind) {
    return events(server).stream().filter(event -> event.kind() == kind).toList();
  }

  NodeEvent awaitEvent(int server, Predicate<NodeEvent> wanted) {
    int since = 0;
    while (true) {
      EventBatch batch = node(server).events(since, 20_000, Optional.empty());
      Optional<NodeEvent> found = batch.events().stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      if (batch.events().isEmpty()) {
        throw new AssertionError("It did not happen: " + events(server));
      }
      since = batch.next();
    }
  }

  @Override
  public void close() {
    letAnswersGo();
    List.copyOf(nodes.keySet()).forEach(this::kill);
    clients.close();
  }
}
