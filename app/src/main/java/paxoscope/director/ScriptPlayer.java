package paxoscope.director;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Cast;
import paxoscope.scenario.ScriptStep;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.ItemName;
import paxoscope.trace.Link;

/**
 * Plans a script's decisions one after another, from the script and what the cluster looks like,
 * and from nothing else: the same script on the same cluster always gives the same decisions.
 */
final class ScriptPlayer implements Plan {

  /** No count of decisions: this one is below all. */
  private static final int NOT_BEGUN = -1;

  private static final int EQUAL_WAITS = 0;

  private final Cast cast;
  private final Deque<Task> tasks = new ArrayDeque<>();
  private final ScriptNotes notes = new ScriptNotes();
  private int columns;
  private int carriedOut;
  private OptionalInt begun = OptionalInt.empty();
  // Asked, and set, by others than the one who plays.
  private volatile int openRepeats;
  private volatile boolean cured;
  private volatile boolean endless;
  private volatile OptionalInt dial = OptionalInt.empty();
  private volatile int scriptsRandomness = ScriptStep.Cure.FULL_RANDOMNESS;

  ScriptPlayer(Cast cast, List<ScriptStep> script) {
    this.cast = cast;
    putFirst(script.stream().filter(step -> cast.holds(step.condition())).map(this::task).toList());
  }

  @Override
  public Optional<LiveRun.Planned> next(ClusterState state) {
    begun = begun.isPresent() ? begun : OptionalInt.of(state.cursor());
    while (!tasks.isEmpty()) {
      switch (tasks.peek().plan(state)) {
        case Task.Answer.Next next -> {
          return Optional.of(isAsWritten(state) ? next.planned() : next.planned().uncaptioned());
        }
        case Task.Answer.Done done -> {
          notes.done(tasks.remove(), done.instead(), carriedOut, state);
          putFirst(done.instead());
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the script's words are true of the run: they tell of what its steps before have done,
   * and somebody else has come between if steps found nothing to do. A cure finds its words from
   * what happens.
   */
  private boolean isAsWritten(ClusterState state) {
    return state.cursor() - begun.getAsInt() == carriedOut
        || notes.passedOver().isEmpty()
        || scriptStep().filter(ScriptStep.Cure.class::isInstance).isPresent();
  }

  @Override
  public void taken() {
    carriedOut++;
    notes.taken(tasks.element());
    tasks.element().taken();
  }

  @Override
  public List<PassedOver> passedOver() {
    return notes.passedOver();
  }

  @Override
  public Optional<ScriptStep> scriptStep() {
    return Optional.ofNullable(tasks.peek()).flatMap(notes::of);
  }

  @Override
  public boolean isEndless() {
    // Equal waits cure nothing: somebody has to make them more random.
    return cured ? endless && randomness() == EQUAL_WAITS : openRepeats > 0;
  }

  @Override
  public void cure() {
    cured = true;
  }

  @Override
  public void cure(int randomness) {
    dial = OptionalInt.of(randomness);
    cured = true;
  }

  // What somebody has turned the dial to comes before what the script says.
  private int randomness() {
    return dial.orElse(scriptsRandomness);
  }

  @Override
  public void finishNow() {
    cured = true;
    endless = false;
    tasks.clear();
    tasks.add(new FinishTask(true));
  }

  private void putFirst(List<Task> more) {
    more.reversed().forEach(tasks::addFirst);
  }

  private Task task(ScriptStep step) {
    return notes.begins(taskOf(step), step);
  }

  private Task taskOf(ScriptStep step) {
    return switch (step) {
      case ScriptStep.Propose propose -> propose(propose);
      case ScriptStep.Requests requests ->
          new RequestsTask(
              kind(requests.kind()),
              cast.server(requests.by()),
              cast.servers(requests.to()),
              column(requests.column()),
              requests.replies(),
              cast.told(requests.caption()));
      case ScriptStep.Replies replies ->
          new RepliesTask(
              Optional.empty(),
              cast.server(replies.to()),
              cast.servers(replies.from()),
              Optional.empty(),
              "",
              cast.told(replies.caption()));
      case ScriptStep.Wait wait -> fire(wait);
      case ScriptStep.Mishap mishap ->
          new MishapTask(
              mishap.lost(),
              cast.server(mishap.by()),
              cast.servers(mishap.to()),
              cast.told(mishap.caption()));
      case ScriptStep.Life life -> live(life);
      case ScriptStep.Halt halt -> halt(halt);
      case ScriptStep.Wire wire -> wire(wire);
      case ScriptStep.Single single -> single(single);
      case ScriptStep.Repeat repeat -> repeat(repeat);
      case ScriptStep.Cure cure -> cure(cure);
      case ScriptStep.Finish _ -> new FinishTask(false);
    };
  }

  private Task propose(ScriptStep.Propose step) {
    ServerId server = cast.server(step.by());
    ProposeOptions options =
        new ProposeOptions(
            cast.attempts(step.attempts()),
            ProposeOptions.Backoff.NONE,
            step.ask().isEmpty() ? Set.of() : new HashSet<>(cast.servers(step.ask())),
            step.round().map(cast::number));
    Decision decision = new Decision.Propose(server, cast.values().get(step.value()), options);
    LiveRun.Planned planned =
        new LiveRun.Planned(decision, Optional.empty(), "", cast.told(step.caption()));
    return new OnceTask(server, _ -> Optional.of(planned));
  }

  private Task fire(ScriptStep.Wait step) {
    Outbound.Kind kind = step.retry() ? Outbound.Kind.RETRY : Outbound.Kind.TIME_OUT;
    ServerId server = cast.server(step.by());
    return new OnceTask(
        server,
        state ->
            Plans.newest(
                    state,
                    item -> item.content().kind() == kind && item.content().from().equals(server))
                .map(item -> Plans.release(item, "", cast.told(step.caption()))));
  }

  private Task live(ScriptStep.Life step) {
    ServerId server = cast.server(step.server());
    Decision decision = step.crash() ? new Decision.Crash(server) : new Decision.Recover(server);
    return new OnceTask(
        server,
        state ->
            state.server(server).alive() == step.crash()
                ? Optional.of(
                    new LiveRun.Planned(decision, Optional.empty(), "", cast.told(step.caption())))
                : Optional.empty());
  }

  private Task cure(ScriptStep.Cure step) {
    scriptsRandomness = cast.number(step.randomness());
    return new CureTask(
        step.proposers().stream().map(cast::server).toList(),
        step.quorums().stream().map(cast::servers).toList(),
        new Waits(cast.number(step.seed()), this::randomness),
        column(ScriptStep.NEXT_COLUMN));
  }

  private Task halt(ScriptStep.Halt step) {
    ServerId server = cast.server(step.server());
    Decision decision = step.pause() ? new Decision.Pause(server) : new Decision.Resume(server);
    return possible(server, decision, step.caption());
  }

  private Task wire(ScriptStep.Wire step) {
    Link link = new Link(cast.server(step.from()), cast.server(step.to()));
    Decision decision = step.cut() ? new Decision.Cut(link) : new Decision.Heal(link);
    return possible(link.to(), decision, step.caption());
  }

  private Task possible(ServerId about, Decision decision, String caption) {
    LiveRun.Planned planned =
        new LiveRun.Planned(decision, Optional.empty(), "", cast.told(caption));
    return new OnceTask(
        about, state -> Optional.of(planned).filter(_ -> FreeMoves.isPossible(decision, state)));
  }

  private Task single(ScriptStep.Single step) {
    ItemName name =
        new ItemName(
            step.kind(),
            cast.server(step.from()),
            cast.server(step.to()),
            new ProposalNumber(cast.number(step.round()), cast.server(step.proposer())),
            step.copy());
    String caption = cast.told(step.caption());
    return new OnceTask(
        name.to(),
        state ->
            Plans.named(state, name)
                .flatMap(
                    item ->
                        switch (step.act()) {
                          case DELIVER -> Optional.of(Plans.release(item, step.column(), caption));
                          case DROP -> Optional.of(Plans.drop(item, caption));
                          case DUPLICATE ->
                              Optional.of(item)
                                  .filter(FreeMoves::canDuplicate)
                                  .map(waiting -> Plans.duplicate(waiting, caption));
                        }));
  }

  private Task repeat(ScriptStep.Repeat step) {
    int times = cast.number(step.times());
    if (times == 0) {
      endless = true;
      openRepeats = openRepeats + 1;
    }
    return new RepeatTask(step.steps(), times, 0, NOT_BEGUN);
  }

  private Supplier<String> column(String text) {
    if (text.equals(ScriptStep.NEXT_COLUMN)) {
      return () -> "t" + ++columns;
    }
    return () -> text;
  }

  private static Outbound.Kind kind(ScriptStep.Requests.Kind kind) {
    return switch (kind) {
      case PREPARE -> Outbound.Kind.PREPARE;
      case ACCEPT -> Outbound.Kind.ACCEPT;
      case COMMIT -> Outbound.Kind.COMMIT;
    };
  }

  /**
   * Puts its steps, and then itself with one time fewer, in its place. It is over as well when a
   * time has passed in which nothing was left to do: the next would be the same.
   */
  private final class RepeatTask implements Task {
    private final List<ScriptStep> steps;
    private final int times;
    private final int played;
    private final int carriedOutBefore;

    RepeatTask(List<ScriptStep> steps, int times, int played, int carriedOutBefore) {
      this.steps = steps;
      this.times = times;
      this.played = played;
      this.carriedOutBefore = carriedOutBefore;
    }

    @Override
    public Answer plan(ClusterState state) {
      boolean enough = cured || (times != 0 && played >= times);
      if (enough || carriedOut == carriedOutBefore) {
        openRepeats = times == 0 ? openRepeats - 1 : openRepeats;
        return DONE;
      }
      List<Task> body = new ArrayList<>();
      steps.stream()
          .filter(step -> cast.holds(step.condition()))
          .forEach(
              step -> {
                notes.repeats(step);
                body.add(task(step));
              });
      body.add(new RepeatTask(steps, times, played + 1, carriedOut));
      return new Answer.Done(body);
    }

    @Override
    public void taken() {
      // Only the tasks in its place plan anything.
    }
  }
}
