package paxoscope.node;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import paxoscope.journal.Delivery;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;

/**
 * A node as its callers see it: passes each call to the mailbox, and waits outside of it for what
 * takes time. Safe from any thread.
 */
public final class Node implements NodeApi, AutoCloseable {

  private static final int LONGEST_DELAY_MILLIS = 60_000;

  private final Mailbox mailbox;
  private final Alarms alarms;
  private final Journal journal;
  private final NodeCore core;
  private final AcceptorStore store;
  private final Runnable crash;

  /**
   * What a node is connected to.
   *
   * @param store its disk; the node closes it
   * @param peers its way to the nodes, itself included
   * @param alarms makes its clock, which runs tasks through the given consumer on its mailbox;
   *     empty for the machine's clock
   * @param crash ends the process at once
   * @param onFailure told when the node has stopped for good because something failed inside
   */
  public record Connections(
      AcceptorStore store,
      Peers peers,
      Optional<Function<Consumer<Runnable>, Alarms>> alarms,
      Runnable crash,
      Consumer<Throwable> onFailure) {}

  private Node(NodeSettings settings, Connections connections, StoredState state) {
    this.store = connections.store();
    this.crash = connections.crash();
    this.mailbox = new Mailbox("mailbox", failure -> failed(connections.onFailure(), failure));
    this.alarms =
        connections
            .alarms()
            .map(clock -> clock.apply(mailbox::tell))
            .orElseGet(() -> new SystemAlarms(mailbox));
    this.journal = new Journal(state.incarnation(), settings.wallMillis());
    Courier courier =
        new Courier(
            connections.peers(),
            mailbox,
            Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("courier-", 1).factory()));
    this.core = new NodeCore(settings, new NodeCore.Surroundings(store, journal, alarms, courier));
    mailbox.finishEachWith(core::finish);
  }

  /**
   * Starts a node: a new incarnation on what its store remembers.
   *
   * @param settings what is fixed
   * @param connections what it is connected to
   * @return the node, ready to be called
   * @throws IOException if the new incarnation cannot be stored
   */
  public static Node start(NodeSettings settings, Connections connections) throws IOException {
    StoredState before = connections.store().state();
    StoredState now = new StoredState(before.durable(), before.run(), before.incarnation() + 1);
    connections.store().save(now);
    Node node = new Node(settings, connections, now);
    node.run(node.core::started);
    return node;
  }

  // On the mailbox's thread, which does nothing else any more.
  private void failed(Consumer<Throwable> onFailure, Throwable failure) {
    core.stop();
    onFailure.accept(failure);
  }

  private void run(Runnable task) {
    mailbox.ask(
        () -> {
          task.run();
          return true;
        });
  }

  private <T> T waitFor(Supplier<CompletableFuture<T>> task) {
    return Mailbox.await(mailbox.ask(task));
  }

  @Override
  public Answer handle(Message message, Origin origin, Optional<Meta> meta) {
    return mailbox.ask(() -> core.handle(message, origin, meta));
  }

  @Override
  public ProposeReply propose(Value value, ProposeOptions options, Optional<Meta> meta) {
    return waitFor(() -> core.propose(value, options, meta));
  }

  @Override
  public NodeState status() {
    return mailbox.ask(core::status);
  }

  @Override
  public EventBatch events(int since, int waitMillis, Optional<Integer> incarnation) {
    requireNotNegative("since", since);
    requireNotNegative("waitMillis", waitMillis);
    boolean here = incarnation.isEmpty() || incarnation.get() == journal.incarnation();
    return journal.read(here ? since : 0, waitMillis);
  }

  @Override
  public void restart(Optional<Meta> meta) {
    run(
        () -> {
          core.lease().requireFreeFor(driver(meta));
          core.restart(meta);
        });
  }

  @Override
  public void crash() {
    crash.run();
  }

  @Override
  public void gateMode(GateMode mode, Optional<Lease> lease) {
    run(
        () -> {
          core.lease().requireFreeFor(lease.map(Lease::driver).orElse(""));
          lease.ifPresentOrElse(core.lease()::take, () -> external("gate.mode " + mode));
          core.traffic().setMode(mode);
        });
  }

  @Override
  public void gateLease(Lease lease) {
    run(() -> core.lease().take(lease));
  }

  @Override
  public void gateDelay(int millis, Optional<Meta> meta) {
    requireNotNegative("millis", millis);
    if (millis > LONGEST_DELAY_MILLIS) {
      throw new NodeFault(
          NodeFault.Code.BAD_PARAMETER,
          "A gate delays at most " + LONGEST_DELAY_MILLIS + " milliseconds, not " + millis + ".");
    }
    run(
        () -> {
          drive("gate.delay " + millis, meta);
          core.traffic().setDelay(millis);
        });
  }

  @Override
  public List<Held> held() {
    return mailbox.ask(core.gate()::held);
  }

  @Override
  public Delivery deliver(String id, Optional<Meta> meta) {
    return waitFor(
        () -> {
          drive("gate.deliver " + id, meta);
          return core.traffic().deliver(id);
        });
  }

  @Override
  public void drop(String id, Optional<Meta> meta) {
    run(
        () -> {
          drive("gate.drop " + id, meta);
          core.traffic().drop(id);
        });
  }

  @Override
  public String duplicate(String id, Optional<Meta> meta, Optional<String> token) {
    return mailbox.ask(
        () -> {
          drive("gate.duplicate " + id, meta);
          return core.traffic().duplicate(id, token);
        });
  }

  @Override
  public Optional<Exchange> exchange(String id) {
    return mailbox.ask(() -> core.traffic().exchange(id));
  }

  private void drive(String call, Optional<Meta> meta) {
    core.lease().requireFreeFor(driver(meta));
    core.admission().meet(meta, externalEntry(call));
  }

  private void external(String call) {
    core.record(externalEntry(call));
  }

  private static Journal.Entry externalEntry(String call) {
    String shown = call.length() <= 80 ? call : call.substring(0, 80) + "...";
    return Journal.Entry.of(
        NodeEvent.Kind.EXTERNAL, "A caller outside any run says " + shown + ".");
  }

  private static String driver(Optional<Meta> meta) {
    return meta.map(Meta::driver).orElse("");
  }

  private static void requireNotNegative(String name, int number) {
    if (number < 0) {
      throw new NodeFault(
          NodeFault.Code.BAD_PARAMETER, name + " must be 0 or more, not " + number + ".");
    }
  }

  /** Stops the node: what waits is refused, and the store is closed. */
  @Override
  public void close() {
    try {
      run(
          () -> {
            core.stop();
            alarms.close();
            store.close();
          });
    } catch (NodeFault stopped) {
      // It had stopped already; the store goes with the process.
      journal.close();
    }
    mailbox.close();
  }
}
