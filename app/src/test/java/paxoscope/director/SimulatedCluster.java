package paxoscope.director;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
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
import paxoscope.trial.PureCluster;

/** The pure nodes, with what can go wrong on the way to real ones. */
public final class SimulatedCluster implements Cluster {

  private final PureCluster nodes;
  private final Map<ServerId, Integer> forgotten = new HashMap<>();
  private Runnable beforeEvents = () -> {};
  private final Map<ServerId, CompletableFuture<Void>> unheard = new ConcurrentHashMap<>();
  private final List<Thread> calling = new CopyOnWriteArrayList<>();
  private final Set<ServerId> paused = ConcurrentHashMap.newKeySet();
  private final Set<ServerId> silent = ConcurrentHashMap.newKeySet();
  private final List<Runnable> late = new CopyOnWriteArrayList<>();
  private boolean givesUp;
  private boolean startedByHand;
  private boolean tells;

  public SimulatedCluster(int size) {
    this.nodes = new PureCluster(size);
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
    return nodes.events(new ServerId(server), 0, Optional.empty(), 0).events().size();
  }

  /** A node's journal has no room for its first events any more. */
  void forgetJournal(ServerId server, int events) {
    forgotten.put(server, events);
  }

  /** From now on a node does not answer, though it lives. */
  void silence(ServerId server) {
    silent.add(server);
  }

  void endSilence(ServerId server) {
    silent.remove(server);
  }

  /** From now on no answer comes to what is delivered. */
  void giveUp() {
    givesUp = true;
  }

  /** All that was given up is handled after all. */
  void handleWhatWasGivenUp() {
    givesUp = false;
    late.forEach(Runnable::run);
    late.clear();
  }

  /** Waits until no call is under way. */
  void awaitCallers() throws InterruptedException {
    for (Thread thread : calling) {
      thread.join();
    }
  }

  @Override
  public List<Integer> ports() {
    return nodes.ports();
  }

  @Override
  public List<String> addresses() {
    return nodes.addresses();
  }

  @Override
  public Executor callers() {
    return unheard.isEmpty() ? Runnable::run : task -> calling.add(Thread.ofPlatform().start(task));
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
    return silent.contains(server)
        ? Presence.SILENT
        : nodes.status(server).map(Presence::of).orElse(Presence.DOWN);
  }

  @Override
  public EventBatch events(
      ServerId server, int since, Optional<Integer> incarnation, int waitMillis) {
    if (waitMillis == 0) {
      requireGoing(server);
    }
    boolean refused = status(server).isEmpty();
    unheard.getOrDefault(server, CompletableFuture.completedFuture(null)).join();
    if (refused) {
      throw new ClusterException(server + " is not running.", null);
    }
    beforeEvents.run();
    EventBatch all = nodes.events(server, since, incarnation, waitMillis);
    int missed = Math.max(0, forgotten.getOrDefault(server, 0) - since);
    if (silent.contains(server)) {
      throw new ClusterException(server + " does not answer.", null);
    }
    return new EventBatch(
        all.incarnation(),
        all.clock(),
        all.next(),
        all.more(),
        missed,
        all.events().subList(missed, all.events().size()));
  }

  @Override
  public void restart(ServerId server, String run) {
    requireGoing(server);
    nodes.restart(server, run);
  }

  @Override
  public void gate(ServerId server, GateMode mode) {
    requireGoing(server);
    nodes.gate(server, mode);
  }

  @Override
  public CompletableFuture<ProposeReply> propose(
      ServerId server, Value value, ProposeOptions options) {
    return nodes.propose(server, value, options);
  }

  @Override
  public List<Held> held(ServerId server) {
    requireGoing(server);
    return nodes.held(server);
  }

  @Override
  public Delivery deliver(ServerId owner, String id) {
    requireGoing(owner);
    if (givesUp) {
      late.add(() -> nodes.deliver(owner, id));
      return new Delivery(Delivery.Outcome.UNKNOWN, List.of());
    }
    return nodes.deliver(owner, id);
  }

  @Override
  public void drop(ServerId owner, String id) {
    requireGoing(owner);
    nodes.drop(owner, id);
  }

  @Override
  public String duplicate(ServerId owner, String id) {
    requireGoing(owner);
    return nodes.duplicate(owner, id);
  }

  @Override
  public List<Message> handle(Message message) {
    requireGoing(message.to());
    return nodes.handle(message);
  }

  @Override
  public Optional<Xml> xml(ServerId owner, String id) {
    return nodes.xml(owner, id);
  }

  @Override
  public void crash(ServerId server) {
    nodes.crash(server);
  }

  @Override
  public void recover(ServerId server) {
    nodes.recover(server);
  }

  /** From now on it is known of nodes that do not answer that their processes have ended. */
  void tellWhoHasEnded() {
    tells = true;
  }

  @Override
  public boolean hasEnded(ServerId server) {
    return tells && nodes.status(server).isEmpty();
  }

  @Override
  public Optional<String> commandToRecover(ServerId server) {
    return startedByHand ? Optional.of("start " + server) : Optional.empty();
  }

  @Override
  public void pause(ServerId server) {
    paused.add(server);
  }

  @Override
  public void resume(ServerId server) {
    paused.remove(server);
  }

  @Override
  public Optional<String> commandToPause(ServerId server, boolean pause) {
    return startedByHand ? Optional.of((pause ? "stop " : "go on ") + server) : Optional.empty();
  }

  /** A node that is stopped is asked nothing and sent nothing, or whoever asks hangs. */
  private void requireGoing(ServerId server) {
    if (paused.contains(server)) {
      throw new AssertionError(server + " is paused and would not answer.");
    }
    if (silent.contains(server)) {
      throw new ClusterException(server + " does not answer.", null);
    }
  }

  @Override
  public void close() {
    nodes.close();
  }
}
