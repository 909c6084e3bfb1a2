package paxoscope.director;

import java.util.List;
import java.util.Random;
import paxoscope.protocol.ServerId;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Link;
import paxoscope.trace.RecordedTrace;

/**
 * Somebody who decides at random, from a seed: proposes, delivers, loses, doubles, kills and
 * starts, and lets messages of the dead arrive.
 */
final class RandomRun {

  final SimulatedCluster cluster;
  final RecordedTrace trace;
  private final DecidedRun run;
  private final Random random;
  private final int size;

  RandomRun(int size, long seed) {
    this.size = size;
    this.run = new DecidedRun(size);
    this.cluster = run.cluster;
    this.trace = run.trace;
    this.random = new Random(seed);
  }

  void step() {
    List<HeldItem> held = run.now().held();
    int dice = random.nextInt(100);
    if (held.isEmpty() || dice < 6) {
      run.propose(anyone(), 1 + random.nextInt(3));
    } else if (dice < 9) {
      run.crashOrRecover(anyone());
    } else if (dice < 14) {
      dropOrDouble(any(held));
    } else {
      run.deliver(any(held));
    }
  }

  /** Stops a server or lets it go on, cuts a link or heals it. */
  void fault() {
    ServerId server = anyone();
    ServerId other = anyone();
    if (server.equals(other)) {
      run.pauseOrResume(server);
    } else {
      run.cutOrHeal(new Link(server, other));
    }
  }

  private ServerId anyone() {
    return new ServerId(1 + random.nextInt(size));
  }

  private HeldItem any(List<HeldItem> held) {
    return held.get(random.nextInt(held.size()));
  }

  private void dropOrDouble(HeldItem item) {
    if (random.nextBoolean()) {
      run.drop(item);
    } else {
      run.duplicate(item);
    }
  }
}
