package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.ScriptStep;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;

/**
 * The cure of a livelock: the proposer that is refused waits before its next round, a time of which
 * more or less is drawn from a seed that is shown. If its wait is shorter than the other's message
 * takes to arrive, it overtakes once more, and the next wait is drawn from a wider window; else the
 * other gets through. If they wait equally long, nobody ever does: that ends when a proposer has
 * used up its attempts.
 */
final class CureTask implements Task {

  private static final int REMINDER_EVERY = 10;

  private final List<ServerId> proposers;
  private final List<List<ServerId>> quorums;
  private final Waits waits;
  private final Supplier<String> column;
  private int refused;
  private int overtakings;
  private boolean refusalPlayed;

  CureTask(
      List<ServerId> proposers,
      List<List<ServerId>> quorums,
      Waits waits,
      Supplier<String> column) {
    this.proposers = proposers;
    this.quorums = quorums;
    this.waits = waits;
    this.column = column;
  }

  // Gives tasks instead of itself, and itself again while the duel goes on: first one for the
  // refusal, then those for the wait after it.
  @Override
  public Answer plan(ClusterState state) {
    if (state.chosen().isPresent() || !isWaitingOrRefusable(state)) {
      return DONE;
    }
    if (!refusalPlayed) {
      refusalPlayed = true;
      return new Answer.Done(List.of(round(refused, Outbound.Kind.ACCEPT, ""), this));
    }
    refusalPlayed = false;
    overtakings++;
    return new Answer.Done(hasGivenUp(state) ? undecided() : afterRefusal(waits.next()));
  }

  private List<Task> afterRefusal(Waits.Wait wait) {
    List<Task> tasks = new ArrayList<>();
    int other = 1 - refused;
    String caption = caption(wait, other);
    if (wait.overtakes()) {
      tasks.add(retry(refused, caption));
      tasks.add(round(refused, Outbound.Kind.PREPARE, ""));
      refused = other;
      tasks.add(this);
    } else {
      tasks.add(round(other, Outbound.Kind.ACCEPT, caption));
      tasks.add(round(other, Outbound.Kind.COMMIT, ""));
      tasks.add(retry(refused, "The wait of " + proposers.get(refused) + " is over."));
    }
    return tasks;
  }

  private String caption(Waits.Wait wait, int other) {
    String outcome =
        "a round takes %d ms, so %s."
            .formatted(
                Waits.ROUND_MILLIS,
                wait.overtakes()
                    ? "it overtakes once more"
                    : proposers.get(other) + " gets through first");
    String waiting = proposers.get(refused) + " waits " + wait.millis() + " ms";
    if (wait.randomness() == 0) {
      String equal =
          "%s, as long as %s does (randomness 0 %%); %s"
              .formatted(waiting, proposers.get(other), outcome);
      return overtakings % REMINDER_EVERY == 0
          ? equal + " Not cured after " + overtakings + " overtakings: equal waits change nothing."
          : equal;
    }
    if (wait.randomness() == ScriptStep.Cure.FULL_RANDOMNESS) {
      return "%s, drawn from 0 to %d (seed %d); %s"
          .formatted(waiting, wait.windowMillis() - 1, waits.seed(), outcome);
    }
    return "%s: %d ms like %s, and %d ms drawn from 0 to %d (randomness %d %%, seed %d); %s"
        .formatted(
            waiting,
            wait.equalMillis(),
            proposers.get(other),
            wait.drawnMillis(),
            wait.windowMillis(),
            wait.randomness(),
            waits.seed(),
            outcome);
  }

  /** Whether the one that was refused will not try again: its client has been told. */
  private boolean hasGivenUp(ClusterState state) {
    ServerId proposer = proposers.get(refused);
    return state.server(proposer).alive()
        && Plans.first(state, item -> item.content().from().equals(proposer)).isEmpty();
  }

  // Otherwise the last one to try would get through, just because nobody is left to overtake it.
  private List<Task> undecided() {
    int other = 1 - refused;
    String caption =
        "Not cured after %d overtakings (randomness %d %%). What %s has just sent is lost, so that this ends."
            .formatted(overtakings, waits.randomness(), proposers.get(other));
    return List.of(
        new MishapTask(true, proposers.get(other), quorums.get(other), caption),
        timer(Outbound.Kind.TIME_OUT, other, ""));
  }

  private boolean isWaitingOrRefusable(ClusterState state) {
    return Plans.first(state, item -> proposers.contains(item.content().from())).isPresent();
  }

  private Task round(int which, Outbound.Kind kind, String caption) {
    List<ServerId> targets = kind == Outbound.Kind.COMMIT ? all() : quorums.get(which);
    return new RequestsTask(
        kind,
        proposers.get(which),
        targets,
        kind == Outbound.Kind.COMMIT ? () -> "" : column,
        true,
        caption);
  }

  private List<ServerId> all() {
    return Stream.concat(quorums.get(0).stream(), quorums.get(1).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Task retry(int which, String caption) {
    return timer(Outbound.Kind.RETRY, which, caption);
  }

  private Task timer(Outbound.Kind kind, int which, String caption) {
    ServerId proposer = proposers.get(which);
    return new OnceTask(
        proposer,
        state -> timer(state, kind, proposer).map(item -> Plans.release(item, "", caption)));
  }

  private static Optional<HeldItem> timer(
      ClusterState state, Outbound.Kind kind, ServerId proposer) {
    return Plans.first(
        state, item -> item.content().kind() == kind && item.content().from().equals(proposer));
  }

  @Override
  public void taken() {
    // Only the tasks in its place plan anything.
  }
}
