package paxoscope.director;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;

/** Somebody who is the network and decides at random, from a seed. */
public final class RandomFreeRun {

  private static final List<String> VALUES =
      List.of(
          "x", " two words ", "\"quoted\" \\ #: {}", "line\nline\ttab", "yes", "été ✉ 𝕏", "- 3");

  private final FreeRun run;
  private final Random random;

  /**
   * Plays on a run.
   *
   * @param run the run
   * @param seed where chance comes from
   */
  public RandomFreeRun(FreeRun run, long seed) {
    this.run = run;
    this.random = new Random(seed);
  }

  /** Asks for something that can happen now, and takes it. */
  public void step() {
    ClusterState now = run.trace().at(run.trace().size());
    run.ask(moves(now));
    while (run.next().isPresent()) {
      run.step();
    }
  }

  private List<Decision> moves(ClusterState now) {
    int dice = random.nextInt(100);
    ServerId server = new ServerId(1 + random.nextInt(now.servers().size()));
    boolean alive = now.server(server).alive();
    if (dice < 4 || !alive && dice < 20) {
      return List.of(alive ? new Decision.Crash(server) : new Decision.Recover(server));
    }
    List<HeldItem> held =
        now.held().stream().filter(item -> now.server(item.content().to()).alive()).toList();
    if (held.isEmpty() || dice < 15 && alive) {
      Value value = new Value(VALUES.get(random.nextInt(VALUES.size())));
      return alive
          ? List.of(FreeMoves.propose(server, value, Optional.empty()))
          : List.of(new Decision.Recover(server));
    }
    HeldItem item = held.get(random.nextInt(held.size()));
    if (dice < 25) {
      return FreeMoves.deliverAll(now, FreeMoves.of(item.content().number()));
    }
    if (dice < 30 && FreeMoves.canDrop(item)) {
      return List.of(FreeMoves.drop(item));
    }
    if (dice < 35 && FreeMoves.canDuplicate(item)) {
      return List.of(FreeMoves.duplicate(item));
    }
    return List.of(FreeMoves.deliver(item));
  }
}
