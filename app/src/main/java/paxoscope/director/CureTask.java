package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;

/**
 * The cure of a livelock: the proposer that is refused waits a random time, drawn from a seed that
 * is shown, before its next round. If its wait is shorter than the other's message takes to arrive,
 * it overtakes once more, and the next wait is drawn from a wider window; else the other gets
 * through.
 */
final class CureTask implements Task {

  /** How long a round of messages takes in the model that the waits are compared with. */
  private static final int ROUND_MILLIS = 20;

  private final List<ServerId> proposers;
  private final List<List<ServerId>> quorums;
  private final int seed;
  private final Supplier<String> column;
  private final Random random;
  private int refused;
  private int windowMillis = 2 * ROUND_MILLIS;

  CureTask(
      List<ServerId> proposers, List<List<ServerId>> quorums, int seed, Supplier<String> column) {
    this.proposers = proposers;
    this.quorums = quorums;
    this.seed = seed;
    this.column = column;
    this.random = new Random(seed);
  }

  // Gives tasks instead of itself, and itself again while the duel goes on: each call is one
  // refusal.
  @Override
  public Answer plan(ClusterState state) {
    if (state.chosen().isPresent() || !isWaitingOrRefusable(state)) {
      return DONE;
    }
    List<Task> tasks = new ArrayList<>();
    tasks.add(round(refused, Outbound.Kind.ACCEPT, ""));
    int waitMillis = random.nextInt(windowMillis);
    int other = 1 - refused;
    boolean overtakes = waitMillis < ROUND_MILLIS;
    String draw =
        "%s waits %d ms, drawn from 0 to %d (seed %d); a round takes %d ms, so %s."
            .formatted(
                proposers.get(refused),
                waitMillis,
                windowMillis - 1,
                seed,
                ROUND_MILLIS,
                overtakes
                    ? "it overtakes once more"
                    : proposers.get(other) + " gets through first");
    if (overtakes) {
      tasks.add(retry(refused, draw));
      tasks.add(round(refused, Outbound.Kind.PREPARE, ""));
      refused = other;
      windowMillis *= 2;
      tasks.add(this);
    } else {
      tasks.add(round(other, Outbound.Kind.ACCEPT, draw));
      tasks.add(round(other, Outbound.Kind.COMMIT, ""));
      tasks.add(retry(refused, "The wait of " + proposers.get(refused) + " is over."));
    }
    return new Answer.Done(tasks);
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
    ServerId proposer = proposers.get(which);
    return new OnceTask(
        proposer, state -> timer(state, proposer).map(item -> Plans.release(item, "", caption)));
  }

  private static Optional<HeldItem> timer(ClusterState state, ServerId proposer) {
    return Plans.first(
        state,
        item ->
            item.content().kind() == Outbound.Kind.RETRY && item.content().from().equals(proposer));
  }

  @Override
  public void taken() {
    // Only the tasks in its place plan anything.
  }
}
