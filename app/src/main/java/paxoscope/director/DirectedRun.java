package paxoscope.director;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import paxoscope.journal.Delivery;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Message;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.ScriptStep;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.ItemName;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** A run that is being played on a cluster, as its plan says. */
sealed class DirectedRun implements LiveRun permits DirectedFreeRun {

  private static final int ANSWER_SECONDS = 10;
  private static final int PROPOSE_WAIT_MILLIS = 2_000;
  private static final int MOST_LAST_STEPS = 2_000;

  private final Cluster cluster;
  private final Recorder recorder;
  private final ReentrantLock lock;
  private final Plan player;
  private final Runnable whenOver;
  private final List<ClientReply> replies = new CopyOnWriteArrayList<>();
  private final Map<ServerId, List<CompletableFuture<ProposeReply>>> clients =
      new LinkedHashMap<>();
  private final Map<ServerId, Integer> answered = new HashMap<>();
  private Optional<Planned> planned = Optional.empty();
  private int plannedAt;
  private volatile boolean over;

  DirectedRun(
      Cluster cluster, Recorder recorder, ReentrantLock lock, Plan player, Runnable whenOver) {
    this.cluster = cluster;
    this.recorder = recorder;
    this.lock = lock;
    this.player = player;
    this.whenOver = whenOver;
    plan();
  }

  @Override
  public Trace trace() {
    return recorder.trace();
  }

  @Override
  public Optional<Planned> next() {
    lock.lock();
    try {
      // What was seen while the run stood still is thought over now and not before: a server that
      // was only silent for a while may be back.
      if (recorder.trace().size() > plannedAt) {
        plan();
      }
      return planned;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean curable() {
    return !over && player.isEndless();
  }

  @Override
  public void cure() {
    player.cure();
  }

  @Override
  public void cure(int randomness) {
    player.cure(randomness);
  }

  @Override
  public List<ClientReply> replies() {
    return List.copyOf(replies);
  }

  @Override
  public List<PassedOver> passedOver() {
    return player.passedOver();
  }

  @Override
  public Optional<ScriptStep> scriptStep() {
    return player.scriptStep();
  }

  /** Thinks again about what comes next, after something happened beside the script. */
  void plan() {
    ClusterState now = now();
    plannedAt = now.cursor();
    planned = over ? Optional.empty() : player.next(now).map(next -> Plans.overLinks(next, now));
  }

  private ClusterState now() {
    return recorder.trace().at(recorder.trace().size());
  }

  @Override
  public TraceStep step() {
    lock.lock();
    try {
      // What others have done since then was not decided here and stands on its own.
      Optional<Planned> asShown = planned;
      int shown = plannedAt;
      recorder.observe();
      plan();
      int before = recorder.trace().size();
      if (before > shown && !planned.equals(asShown)) {
        return recorder.trace().step(shown + 1);
      }
      Planned next =
          planned.orElseThrow(() -> new ClusterException("The scenario is at its end.", null));
      TraceStep step;
      try {
        step = carryOut(next);
        player.taken();
        recorder.append(step);
        awaitAnswers(step.events());
      } catch (ClusterException failed) {
        recorder.observe();
        if (recorder.trace().size() == before) {
          throw failed;
        }
        step = recorder.trace().step(before + 1);
      }
      plan();
      return step;
    } finally {
      lock.unlock();
    }
  }

  private TraceStep carryOut(Planned next) {
    return switch (next.decision()) {
      case Decision.Propose propose -> propose(next, propose);
      case Decision.Deliver deliver -> release(next, deliver.item());
      case Decision.Fire fire -> release(next, fire.item());
      case Decision.Drop drop -> {
        HeldItem item = held(drop.item());
        if (!item.orphaned()) {
          // Of the others only the copy is left that is kept here, and it goes with this step.
          cluster.drop(item.owner(), item.gateId());
        }
        yield done(next, Set.of(item.owner()));
      }
      case Decision.Duplicate duplicate -> {
        HeldItem item = held(duplicate.item());
        cluster.duplicate(item.owner(), item.gateId());
        yield done(next, Set.of(item.owner()));
      }
      case Decision.Resend resend -> {
        cluster.handle((Message) held(resend.item()).content());
        yield done(next);
      }
      case Decision.Crash crash -> {
        cluster.crash(crash.server());
        recorder.pump().expect(crash.server());
        yield done(next);
      }
      case Decision.Recover recover -> {
        cluster.recover(recover.server());
        recorder.pump().expect(recover.server());
        cluster.gate(recover.server(), GateMode.HOLD);
        yield done(next);
      }
      case Decision.Pause pause -> {
        // First what it still has to tell: from then on it is asked nothing.
        List<NodeEvent> told = recorder.pump().drain();
        cluster.pause(pause.server());
        recorder.pump().mute(pause.server());
        yield step(next, TraceStep.Outcome.DONE, told);
      }
      case Decision.Resume resume -> {
        cluster.resume(resume.server());
        recorder.pump().expect(resume.server());
        cluster.gate(resume.server(), GateMode.HOLD);
        yield done(next);
      }
      case Decision.Cut _, Decision.Heal _ -> done(next);
      case Decision.Observed _ -> {
        player.actFromOutside(cluster);
        yield done(next);
      }
      case Decision.Restart _ ->
          throw new IllegalStateException("No script decides this: " + next.decision());
    };
  }

  private HeldItem held(ItemName name) {
    return now().held().stream()
        .filter(item -> item.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ClusterException("'" + name + "' is not held any more.", null));
  }

  private TraceStep release(Planned next, ItemName name) {
    HeldItem item = held(name);
    Delivery delivery = cluster.deliver(item.owner(), item.gateId());
    TraceStep.Outcome outcome =
        switch (delivery.outcome()) {
          case HANDLED -> TraceStep.Outcome.DONE;
          case UNREACHABLE -> TraceStep.Outcome.UNREACHABLE;
          case UNKNOWN -> TraceStep.Outcome.UNKNOWN;
        };
    return step(next, outcome, recorder.pump().drain(concernedBy(item)));
  }

  // Whatever is caused elsewhere is held there: nobody else has anything to tell.
  private static Set<ServerId> concernedBy(HeldItem item) {
    return new TreeSet<>(List.of(item.owner(), item.content().from(), item.content().to()));
  }

  private TraceStep done(Planned next) {
    return done(next, new Membership(cluster.ports().size()).servers());
  }

  private TraceStep done(Planned next, Collection<ServerId> concerned) {
    return step(next, TraceStep.Outcome.DONE, recorder.pump().drain(concerned));
  }

  private static TraceStep step(Planned next, TraceStep.Outcome outcome, List<NodeEvent> events) {
    return new TraceStep(
        next.decision(), next.subject(), next.column(), next.caption(), outcome, events);
  }

  /**
   * The call to propose does not come back before messages are released: its event says it began.
   */
  private TraceStep propose(Planned next, Decision.Propose propose) {
    ServerId server = propose.server();
    CompletableFuture<ProposeReply> answer =
        cluster.propose(server, propose.value(), propose.options());
    List<NodeEvent> events = new ArrayList<>();
    while (events.stream().noneMatch(event -> event.kind() == NodeEvent.Kind.PROPOSED)
        && !answer.isDone()) {
      events.addAll(recorder.pump().await(server, PROPOSE_WAIT_MILLIS));
    }
    if (answer.isCompletedExceptionally()) {
      throw new ClusterException(reason(answer), null);
    }
    int port = cluster.ports().get(server.number() - 1);
    clients
        .computeIfAbsent(server, _ -> new CopyOnWriteArrayList<>())
        .add(
            answer.whenComplete(
                (reply, failure) ->
                    replies.add(
                        new ClientReply(server, port, reply == null ? lost(failure) : reply))));
    // Asking for what is held goes through the node's mailbox: by then all its Prepares are there.
    cluster.held(server);
    events.addAll(recorder.pump().drain(Set.of(server)));
    return step(next, TraceStep.Outcome.DONE, events);
  }

  private static String reason(CompletableFuture<ProposeReply> answer) {
    return answer
        .handle((_, failure) -> failure == null ? "" : messageOf(failure))
        .getNow("The proposal could not be begun.");
  }

  private static ProposeReply lost(Throwable failure) {
    return new ProposeReply(false, Optional.empty(), messageOf(failure));
  }

  private static String messageOf(Throwable failure) {
    Throwable cause = failure.getCause() != null ? failure.getCause() : failure;
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** A node that has answered a client in this step: wait until the answer is here as well. */
  private void awaitAnswers(List<NodeEvent> events) {
    for (NodeEvent event : events) {
      if (event.kind() == NodeEvent.Kind.ANSWERED) {
        int answers = answered.merge(event.node(), 1, Integer::sum);
        await(clients.getOrDefault(event.node(), List.of()), answers);
      }
    }
  }

  private static void await(List<CompletableFuture<ProposeReply>> asked, int answers) {
    List<CompletableFuture<ProposeReply>> open =
        asked.stream().filter(client -> !client.isDone()).toList();
    if (open.isEmpty() || asked.size() - open.size() >= answers) {
      return;
    }
    try {
      CompletableFuture.anyOf(open.toArray(CompletableFuture[]::new))
          .get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException _) {
      // The failure is among the replies; an answer that is still on its way will be.
      return;
    }
  }

  @Override
  public void end() {
    lock.lock();
    try {
      if (!over) {
        player.finishNow();
        plan();
        for (int i = 0; i < MOST_LAST_STEPS && planned.isPresent(); i++) {
          step();
        }
      }
    } finally {
      abandon();
      lock.unlock();
    }
  }

  /** Whether it has ended. */
  public boolean isOver() {
    return over;
  }

  /**
   * Ends the run without delivering anything: whoever calls restarts the nodes or opens the gates.
   */
  void abandon() {
    if (!over) {
      over = true;
      planned = Optional.empty();
      whenOver.run();
    }
  }
}
