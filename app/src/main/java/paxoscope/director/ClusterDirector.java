package paxoscope.director;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;
import paxoscope.journal.GateMode;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Arguments;
import paxoscope.scenario.Cast;
import paxoscope.scenario.Scenario;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.RunHeader;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * Drives a cluster: plays scenarios on it, and watches it in between. The lock is held by whoever
 * acts on the nodes or writes the trace; reading a trace needs none.
 */
public final class ClusterDirector implements Director {

  /** How long the end of the program waits for what is under way. */
  private static final int CLOSING_SECONDS = 2;

  private final Cluster cluster;
  private final List<ServerId> servers;
  private final RunHeaders headers;
  private final Recorder recorder;
  private final Watch watch;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Optional<DirectedRun> current = Optional.empty();
  private final Set<ServerId> missedRestart = new ConcurrentSkipListSet<>();
  private String run = "";
  private volatile boolean driving;

  /**
   * Takes over what the nodes have done so far, and begins to watch them.
   *
   * @param cluster the nodes; they are not closed with the director
   */
  public ClusterDirector(Cluster cluster) {
    this.cluster = cluster;
    this.servers = new Membership(cluster.ports().size()).servers();
    this.headers = new RunHeaders(cluster.ports());
    this.recorder = new Recorder(new EventPump(cluster), cluster::hasEnded, headers.empty(""));
    recorder.catchUp();
    this.watch = new Watch(servers, recorder, lock, () -> driving, this::observe);
    watch.begin();
  }

  @Override
  public Cluster cluster() {
    return cluster;
  }

  @Override
  public Optional<LiveRun> current() {
    return current.map(LiveRun.class::cast);
  }

  @Override
  public Trace trace() {
    return recorder.trace();
  }

  @Override
  public void onChange(Runnable listener) {
    recorder.onChange(listener);
  }

  @Override
  public LiveRun start(Scenario scenario, Map<String, String> arguments) {
    Cast cast = Arguments.fill(scenario, arguments, cluster.addresses());
    // What cannot be played is refused here, before any node is touched.
    ScriptPlayer player = new ScriptPlayer(cast, scenario.script());
    cast.reference(scenario);
    lock.lock();
    try {
      if (scenario.keepsNodes()) {
        current.ifPresent(DirectedRun::end);
        OneRun.require(cluster);
        hold();
        recorder.goOn(headers.of(run, scenario, cast));
      } else {
        requireAllUp(EnumSet.of(Presence.Kind.DOWN));
        leaveRun();
        hold();
        forget();
        recorder.begin(headers.of(run, scenario, cast));
      }
      DirectedRun begun = new DirectedRun(cluster, recorder, lock, player, this::letGo);
      current = Optional.of(begun);
      recorder.changed();
      return begun;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public FreeRun free(ServerId a, ServerId b) {
    lock.lock();
    try {
      requireAllUp(EnumSet.of(Presence.Kind.DOWN));
      leaveRun();
      hold();
      forget();
      recorder.begin(headers.free(run, a, b));
      DirectedFreeRun begun = freeRun(Optional.empty(), Mishaps.NONE);
      recorder.changed();
      return begun;
    } finally {
      lock.unlock();
    }
  }

  private DirectedFreeRun freeRun(Optional<Replay> before, Mishaps chance) {
    DirectedFreeRun begun =
        new DirectedFreeRun(cluster, recorder, lock, new FreePlan(before), this::letGo);
    begun.meet(chance);
    current = Optional.of(begun);
    return begun;
  }

  @Override
  public ContinuedRun continueFrom(
      Trace record, int step, Optional<Scenario> scenario, IntPredicate goOn) {
    RunHeader header = record.header();
    if (header.membership().size() != servers.size()) {
      throw new IllegalArgumentException(
          "The run is of %d servers, and here are %d: start as many to continue it."
              .formatted(header.membership().size(), servers.size()));
    }
    Optional<ScriptPlayer> script =
        scenario.map(
            known ->
                new ScriptPlayer(
                    Arguments.fill(known, header.parameters(), cluster.addresses()),
                    known.script()));
    lock.lock();
    try {
      requireAllUp(EnumSet.of(Presence.Kind.DOWN, Presence.Kind.SILENT));
      Mishaps chance = chanceIn(record);
      leaveRun();
      hold();
      forget();
      recorder.begin(header.ofRun(run, cluster.ports()));
      Replay replay = new Replay(record.steps().subList(0, step), run, script);
      DirectedRun begun =
          header.isFree()
              ? freeRun(Optional.of(replay), chance)
              : new DirectedRun(cluster, recorder, lock, replay, this::letGo);
      current = Optional.of(begun);
      return new ContinuedRun(begun, TakenAgain.difference(record, step, begun, goOn));
    } finally {
      lock.unlock();
    }
  }

  /** What chance does in the run under way, if it is the one of that record. */
  private Mishaps chanceIn(Trace record) {
    return current
        .filter(run -> record == recorder.trace())
        .filter(FreeRun.class::isInstance)
        .map(run -> ((FreeRun) run).mishaps())
        .orElse(Mishaps.NONE);
  }

  /** Nothing more is delivered of what was played, and whoever was paused goes on. */
  private void leaveRun() {
    recorder.trace().at(recorder.trace().size()).servers().stream()
        .filter(ServerView::paused)
        .forEach(
            view -> {
              cluster.resume(view.server());
              recorder.pump().expect(view.server());
            });
    current.ifPresent(DirectedRun::abandon);
  }

  /**
   * Starts the servers that are gone again, where that is this program's business. The run under
   * way stays if one is missing all the same.
   */
  private void requireAllUp(Set<Presence.Kind> gone) {
    for (ServerId server : servers) {
      if (cluster.commandToRecover(server).isEmpty()
          && gone.contains(cluster.presence(server).kind())) {
        cluster.recover(server);
        recorder.pump().expect(server);
      }
    }
    AllUp.require(cluster);
  }

  private List<ServerId> serversUp() {
    ClusterState state = recorder.trace().at(recorder.trace().size());
    return servers.stream().filter(server -> state.server(server).alive()).toList();
  }

  private void hold() {
    driving = true;
    try {
      AtOnce.act(cluster, serversUp(), server -> cluster.gate(server, GateMode.HOLD));
    } catch (ClusterException e) {
      letGo();
      throw e;
    }
  }

  /** Lets all servers forget everything; one that is down does so when it comes back. */
  private void forget() {
    run = "run-" + UUID.randomUUID().toString().substring(0, 8);
    missedRestart.addAll(servers);
    AtOnce.act(
        cluster,
        servers,
        server -> {
          if (answers(server)) {
            cluster.restart(server, run);
            missedRestart.remove(server);
          }
        });
  }

  private boolean answers(ServerId server) {
    try {
      return cluster.status(server).isPresent();
    } catch (ClusterException _) {
      // Something is at its address that is no node of this cluster: it is as good as down.
      return false;
    }
  }

  /** Writes down what the nodes did on their own. */
  private void observe() {
    recorder.observe();
    if (catchUpOnRestart()) {
      recorder.observe();
    }
  }

  private boolean catchUpOnRestart() {
    List<ServerId> back = serversUp().stream().filter(missedRestart::contains).toList();
    for (ServerId server : back) {
      try {
        cluster.restart(server, run);
        missedRestart.remove(server);
      } catch (ClusterException _) {
        // It has gone again, and forgets when it comes back the next time.
        continue;
      }
    }
    return !back.isEmpty();
  }

  /** Opens the gates, as far as there are nodes to open them. */
  private void letGo() {
    driving = false;
    AtOnce.act(cluster, serversUp(), this::open);
    watch.resume();
    recorder.changed();
  }

  private void open(ServerId server) {
    try {
      cluster.gate(server, GateMode.OPEN);
    } catch (ClusterException _) {
      // It has gone meanwhile; the watch will show it, and its lease ends by itself.
      return;
    }
  }

  @Override
  public Set<ServerId> restart() {
    lock.lock();
    try {
      leaveRun();
      current = Optional.empty();
      forget();
      recorder.begin(headers.empty(run));
      return Set.copyOf(missedRestart);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public TraceStep crash(ServerId server) {
    return life(
        new Decision.Crash(server),
        () -> {
          cluster.crash(server);
          recorder.pump().expect(server);
        });
  }

  @Override
  public TraceStep recover(ServerId server) {
    if (cluster.commandToRecover(server).isPresent()) {
      // A person has to start it, which may take long: nobody else is kept waiting.
      cluster.recover(server);
    }
    return life(
        new Decision.Recover(server),
        () -> {
          cluster.recover(server);
          recorder.pump().expect(server);
          if (missedRestart.remove(server)) {
            cluster.restart(server, run);
          }
          if (driving) {
            cluster.gate(server, GateMode.HOLD);
          }
        });
  }

  private TraceStep life(Decision decision, Runnable action) {
    lock.lock();
    try {
      recorder.observe();
      action.run();
      TraceStep step =
          new TraceStep(
              decision, Optional.empty(), "", "", TraceStep.Outcome.DONE, recorder.pump().drain());
      recorder.append(step);
      current.ifPresent(DirectedRun::plan);
      recorder.changed();
      return step;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    // Whoever acts may be waiting for a node that hangs. The end of the program is not kept waiting
    // by that: the gates of a run that was left so open when the cluster is closed.
    if (canActSoon()) {
      try {
        leaveRun();
      } finally {
        lock.unlock();
      }
    }
    watch.close();
  }

  private boolean canActSoon() {
    try {
      return lock.tryLock(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
