package paxoscope.director;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposeOptions;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.TraceStep;

/**
 * Decides what was decided in a record, step by step, and then goes on with the script that the
 * record was made by, as far as the record followed it. What the nodes did on their own, with open
 * gates or for a caller from outside, is decided here in the order in which it happened.
 */
final class Replay implements Plan {

  private static final Consumer<Cluster> NOTHING = _ -> {};

  private final List<TraceStep> recorded;
  private final String run;
  private final Optional<ScriptPlayer> script;
  private int done;
  private boolean followsScript;
  private boolean scriptBegun;
  private boolean scriptLost;
  private Consumer<Cluster> outside = NOTHING;
  private Optional<FinishTask> finish = Optional.empty();

  /**
   * A replay before its first step.
   *
   * @param recorded the steps to take again
   * @param run the id of the new run
   * @param script who decided them; empty if nobody did
   */
  Replay(List<TraceStep> recorded, String run, Optional<ScriptPlayer> script) {
    this.recorded = List.copyOf(recorded);
    this.run = run;
    this.script = script;
  }

  @Override
  public Optional<LiveRun.Planned> next(ClusterState state) {
    if (finish.isPresent()) {
      return plan(finish.get(), state);
    }
    if (done < recorded.size()) {
      LiveRun.Planned planned = again(recorded.get(done), state);
      follow(planned, state);
      return Optional.of(planned);
    }
    if (isScripted()) {
      return script.orElseThrow().next(state);
    }
    if (script.isPresent()) {
      finishNow();
      return next(state);
    }
    return Optional.empty();
  }

  private static Optional<LiveRun.Planned> plan(FinishTask task, ClusterState state) {
    return task.plan(state) instanceof Task.Answer.Next next
        ? Optional.of(next.planned())
        : Optional.empty();
  }

  /** Whether the script can go on where the record ends. */
  private boolean isScripted() {
    return script.isPresent() && !scriptLost && (scriptBegun || recorded.isEmpty());
  }

  // A cure is no step of its own: where the record leaves an endless script, it was cured.
  private void follow(LiveRun.Planned planned, ClusterState state) {
    followsScript = false;
    if (script.isEmpty() || scriptLost) {
      return;
    }
    ScriptPlayer player = script.get();
    followsScript = isSame(wanted(player, state), planned);
    if (!followsScript && scriptBegun && isScriptsOwn(planned) && player.isEndless()) {
      player.cure();
      followsScript = isSame(wanted(player, state), planned);
    }
    if (!followsScript && scriptBegun && isScriptsOwn(planned)) {
      scriptLost = true;
    }
    scriptBegun = scriptBegun || followsScript;
  }

  private static Optional<LiveRun.Planned> wanted(ScriptPlayer player, ClusterState state) {
    return player.next(state).map(next -> Plans.overLinks(next, state));
  }

  private static boolean isSame(Optional<LiveRun.Planned> wanted, LiveRun.Planned planned) {
    return wanted.map(LiveRun.Planned::decision).filter(planned.decision()::equals).isPresent();
  }

  /** A crash or recovery by hand, or what others did, does not mean that the script was left. */
  private boolean isScriptsOwn(LiveRun.Planned planned) {
    return switch (planned.decision()) {
      case Decision.Crash _,
          Decision.Recover _,
          Decision.Pause _,
          Decision.Resume _,
          Decision.Cut _,
          Decision.Heal _,
          Decision.Observed _,
          Decision.Restart _ ->
          false;
      case Decision.Propose _,
          Decision.Deliver _,
          Decision.Fire _,
          Decision.Drop _,
          Decision.Duplicate _,
          Decision.Resend _ ->
          !(recorded.get(done).decision() instanceof Decision.Observed);
    };
  }

  private LiveRun.Planned again(TraceStep step, ClusterState state) {
    outside = NOTHING;
    return switch (step.decision()) {
      case Decision.Observed _ -> planned(step, observed(step, state));
      // Where one did not answer for a while, it was killed this time.
      case Decision.Resume resume when !state.server(resume.server()).paused() ->
          planned(step, new Decision.Recover(resume.server()));
      default -> planned(step, step.decision());
    };
  }

  private static LiveRun.Planned planned(TraceStep step, Decision decision) {
    return new LiveRun.Planned(decision, step.subject(), step.column(), step.caption());
  }

  private Decision observed(TraceStep step, ClusterState state) {
    return step.events().stream()
        .map(event -> decided(event, state))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(new Decision.Observed());
  }

  /** What has to be decided so that this event happens again; empty if it needs nothing. */
  private Optional<Decision> decided(NodeEvent event, ClusterState state) {
    return switch (event.kind()) {
      case PROPOSED ->
          event
              .value()
              .map(
                  value ->
                      new Decision.Propose(
                          event.node(),
                          value,
                          event.details().options().orElse(ProposeOptions.DEFAULT)));
      case HANDLED, REFUSED, IGNORED -> event.message().map(item -> arrival(item, state));
      case TIMER, UNKNOWN ->
          event.message().flatMap(item -> waiting(item, state)).map(Replay::release);
      case DROPPED ->
          event
              .message()
              .flatMap(item -> waiting(item, state))
              .map(held -> new Decision.Drop(held.name()));
      case DUPLICATED ->
          event
              .message()
              .flatMap(item -> waiting(item, state))
              .map(held -> new Decision.Duplicate(held.name()));
      case STARTED -> Optional.of(new Decision.Recover(event.node()));
      case RESTARTED -> {
        outside = cluster -> cluster.restart(event.node(), run);
        yield Optional.of(new Decision.Observed());
      }
      case HELD, DECIDED, COMMITTED, ANSWERED, EXTERNAL -> Optional.empty();
    };
  }

  private Decision arrival(Outbound item, ClusterState state) {
    Optional<HeldItem> waiting = waiting(item, state);
    if (waiting.isPresent()) {
      return release(waiting.get());
    }
    Optional<HeldItem> kept =
        state.held().stream().filter(held -> held.content().equals(item)).findFirst();
    if (kept.isPresent()) {
      return new Decision.Resend(kept.get().name());
    }
    if (item instanceof Message message) {
      outside = cluster -> cluster.handle(message);
    }
    return new Decision.Observed();
  }

  private static Optional<HeldItem> waiting(Outbound item, ClusterState state) {
    return Plans.first(state, held -> held.content().equals(item));
  }

  private static Decision release(HeldItem item) {
    return Plans.release(item, "", "").decision();
  }

  @Override
  public void taken() {
    if (finish.isPresent()) {
      finish.get().taken();
      return;
    }
    if (done < recorded.size()) {
      done++;
      if (followsScript) {
        script.orElseThrow().taken();
      }
    } else {
      script.orElseThrow().taken();
    }
  }

  @Override
  public boolean isEndless() {
    return finish.isEmpty() && isScripted() && script.orElseThrow().isEndless();
  }

  @Override
  public void cure() {
    script.ifPresent(ScriptPlayer::cure);
  }

  @Override
  public void cure(int randomness) {
    script.ifPresent(player -> player.cure(randomness));
  }

  @Override
  public void finishNow() {
    finish = Optional.of(new FinishTask(true));
  }

  @Override
  public void actFromOutside(Cluster cluster) {
    outside.accept(cluster);
  }
}
