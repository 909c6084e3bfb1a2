package paxoscope.director;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import paxoscope.journal.EventBatch;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;

/**
 * Fetches what happened at the nodes since the last time, and knows which nodes answer. Used by one
 * thread at a time, but for {@link #hasNews}.
 */
final class EventPump {

  /** The order in which things happened: by the logical clock, then by node. */
  private static final Comparator<NodeEvent> BY_CLOCK =
      Comparator.comparingInt(NodeEvent::clock)
          .thenComparing(NodeEvent::node)
          .thenComparingInt(NodeEvent::sequence);

  private record Position(int since, Optional<Integer> incarnation) {
    static final Position START = new Position(0, Optional.empty());

    static Position after(EventBatch batch) {
      return new Position(batch.next(), Optional.of(batch.incarnation()));
    }
  }

  /** What one node has told. Nothing is over before it has been taken. */
  private record Drained(
      ServerId server,
      List<NodeEvent> events,
      int missed,
      Optional<Position> position,
      Answer answer) {}

  private enum Answer {
    CAME,
    DID_NOT_COME,
    NOT_WAITED_FOR
  }

  private static final int MOST_ATTEMPTS = 3;

  /** How long a node that did not answer the last time is waited for. */
  private static final int SILENT_MILLIS = 100;

  private final Cluster cluster;
  private final List<ServerId> servers;
  private final Map<ServerId, Position> positions = new ConcurrentHashMap<>();
  private final Map<ServerId, CompletableFuture<Drained>> pending = new HashMap<>();
  private final Map<ServerId, Boolean> answered = new TreeMap<>();
  private final Set<ServerId> muted = ConcurrentHashMap.newKeySet();
  private final List<NodeEvent> cutOff = new ArrayList<>();
  private final Map<ServerId, Integer> missed = new TreeMap<>();

  EventPump(Cluster cluster) {
    this.cluster = cluster;
    this.servers = new Membership(cluster.ports().size()).servers();
  }

  /** Which nodes did not answer the last time. */
  Set<ServerId> silent() {
    return whoAnswered(false);
  }

  /** Which nodes did answer the last time. */
  Set<ServerId> heard() {
    return whoAnswered(true);
  }

  private Set<ServerId> whoAnswered(boolean did) {
    Set<ServerId> those = new HashSet<>();
    answered.forEach(
        (server, came) -> {
          if (came == did) {
            those.add(server);
          }
        });
    return those;
  }

  /** The ids of what waits in the gates of the nodes that answer. */
  Set<String> waiting() {
    Set<ServerId> silent = silent();
    Set<String> ids = new HashSet<>();
    for (ServerId server : servers) {
      try {
        if (!silent.contains(server)) {
          cluster.held(server).forEach(item -> ids.add(item.id()));
        }
      } catch (ClusterException _) {
        // It has gone this moment: what waited there is nobody's any more.
        continue;
      }
    }
    return ids;
  }

  /** Everything new at all nodes, in the order in which it happened. All are asked at once. */
  List<NodeEvent> drain() {
    return drain(servers);
  }

  /** The same, of some nodes only: of those that can have done anything. */
  List<NodeEvent> drain(Collection<ServerId> some) {
    List<ServerId> asked = some.stream().filter(server -> !muted.contains(server)).toList();
    Set<ServerId> silent = silent();
    List<ServerId> heard = asked.stream().filter(server -> !silent.contains(server)).toList();
    List<ServerId> unheard = asked.stream().filter(silent::contains).toList();
    pending.keySet().retainAll(silent);
    Set<ServerId> askedBefore = Set.copyOf(pending.keySet());
    unheard.forEach(server -> pending.computeIfAbsent(server, this::askBeside));
    List<NodeEvent> all = new ArrayList<>();
    if (!heard.isEmpty()) {
      List<CompletableFuture<Drained>> others =
          heard.subList(1, heard.size()).stream().map(this::askBeside).toList();
      // This thread waits for them anyway: it may as well ask one itself.
      all.addAll(take(ask(heard.getFirst())));
      others.forEach(answer -> all.addAll(take(answer.join())));
    }
    unheard.forEach(server -> all.addAll(takeIfSoon(server, askedBefore.contains(server))));
    all.sort(BY_CLOCK);
    return all;
  }

  private CompletableFuture<Drained> askBeside(ServerId server) {
    return CompletableFuture.supplyAsync(() -> ask(server), cluster.callers());
  }

  // A host that is cut off is asked on, but everybody else would wait seconds for it each time.
  private List<NodeEvent> takeIfSoon(ServerId server, boolean askedBefore) {
    if (!comesSoon(pending.get(server))) {
      return List.of();
    }
    List<NodeEvent> events = new ArrayList<>(take(pending.remove(server).join()));
    if (askedBefore) {
      // That was the answer to an old question, and much may have happened since.
      pending.put(server, askBeside(server));
      events.addAll(takeIfSoon(server, false));
    }
    return events;
  }

  private static boolean comesSoon(CompletableFuture<?> answer) {
    try {
      answer.get(SILENT_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException _) {
      // Whoever takes the answer is told.
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Asks a server nothing, and takes its silence for nothing, until it is expected again: it was
   * stopped here.
   *
   * @param server the server
   */
  void mute(ServerId server) {
    expect(server);
    muted.add(server);
  }

  /** A node has been started again: what was asked before says nothing any more. */
  void expect(ServerId server) {
    muted.remove(server);
    pending.remove(server);
    answered.remove(server);
  }

  /** Whether a server is asked nothing. Safe beside the other methods. */
  boolean isMuted(ServerId server) {
    return muted.contains(server);
  }

  /**
   * Whether a node that has just failed to answer does so now. Safe beside the other methods.
   *
   * @param server the server
   * @return false also if it takes long
   */
  boolean answersSoon(ServerId server) {
    CompletableFuture<Boolean> alive =
        CompletableFuture.supplyAsync(() -> lives(server), cluster.callers());
    return comesSoon(alive) && alive.join();
  }

  /** A node was found not to answer. */
  void lose(ServerId server) {
    answered.put(server, false);
  }

  private List<NodeEvent> take(Drained drained) {
    drained.position().ifPresent(position -> positions.put(drained.server(), position));
    switch (drained.answer()) {
      case CAME -> answered.put(drained.server(), true);
      case DID_NOT_COME -> lose(drained.server());
      case NOT_WAITED_FOR -> {
        // The program ends: that says nothing of the node.
      }
    }
    if (drained.missed() > 0) {
      missed.merge(drained.server(), drained.missed(), Integer::sum);
    }
    return drained.events();
  }

  /**
   * The same, asked again until no node has anything new: for nodes that act on their own. Nodes
   * that never rest are cut off where everything that led to the events is among them (each has a
   * lower clock than all that came with the last question); what was cut off comes the next time.
   */
  List<NodeEvent> drainUntilQuiet(int mostEvents) {
    List<NodeEvent> all = new ArrayList<>(cutOff);
    cutOff.clear();
    List<NodeEvent> more = drain();
    while (!more.isEmpty() && all.size() < mostEvents) {
      all.addAll(more);
      more = drain();
    }
    if (!more.isEmpty()) {
      int lowest = more.stream().mapToInt(NodeEvent::clock).min().orElseThrow();
      all.stream().filter(event -> event.clock() >= lowest).forEach(cutOff::add);
      all.removeIf(event -> event.clock() >= lowest);
      cutOff.addAll(more);
    }
    all.sort(BY_CLOCK);
    return all;
  }

  /** Whether something was cut off the last time. */
  boolean hasMore() {
    return !cutOff.isEmpty();
  }

  /** How many events each node's bounded journal has lost before anybody asked for them. */
  Map<ServerId, Integer> takeMissed() {
    Map<ServerId, Integer> taken = new TreeMap<>(missed);
    missed.clear();
    return taken;
  }

  /** Everything new at one node; asked again if it lives but was too slow to answer. */
  private Drained ask(ServerId server) {
    List<NodeEvent> all = new ArrayList<>();
    Optional<Position> reached = Optional.empty();
    int lost = 0;
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      try {
        boolean more = true;
        while (more) {
          EventBatch batch = fetch(server, reached.orElseGet(() -> position(server)), 0);
          all.addAll(batch.events());
          lost += batch.missed();
          reached = Optional.of(Position.after(batch));
          more = batch.more();
        }
        return new Drained(server, all, lost, reached, Answer.CAME);
      } catch (ClusterException _) {
        // Not lost: it is asked again, or the caller asks who is silent and shows it.
        if (Thread.currentThread().isInterrupted()) {
          return new Drained(server, all, lost, reached, Answer.NOT_WAITED_FOR);
        }
        if (!lives(server)) {
          break;
        }
      }
    }
    return new Drained(server, all, lost, reached, Answer.DID_NOT_COME);
  }

  private boolean lives(ServerId server) {
    try {
      return cluster.status(server).isPresent();
    } catch (ClusterException _) {
      // Something answers at its address, but not as a node of this cluster.
      return false;
    }
  }

  /** Waits for something new at one node, and takes it. */
  List<NodeEvent> await(ServerId server, int waitMillis) {
    pending.remove(server);
    EventBatch batch = fetch(server, position(server), waitMillis);
    return take(
        new Drained(
            server,
            batch.events(),
            batch.missed(),
            Optional.of(Position.after(batch)),
            Answer.CAME));
  }

  /** Waits until a node has something new, without taking it. Safe beside the other methods. */
  boolean hasNews(ServerId server, int waitMillis) {
    return !fetch(server, position(server), waitMillis).events().isEmpty();
  }

  private Position position(ServerId server) {
    return positions.getOrDefault(server, Position.START);
  }

  private EventBatch fetch(ServerId server, Position position, int waitMillis) {
    return cluster.events(server, position.since(), position.incarnation(), waitMillis);
  }
}
