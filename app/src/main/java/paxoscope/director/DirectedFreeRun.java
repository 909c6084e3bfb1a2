package paxoscope.director;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import paxoscope.trace.Decision;
import paxoscope.trace.TraceStep;

/** A run on a cluster that does what it is asked for. */
final class DirectedFreeRun extends DirectedRun implements FreeRun {

  private final ReentrantLock lock;
  private final FreePlan wishes;

  DirectedFreeRun(
      Cluster cluster, Recorder recorder, ReentrantLock lock, FreePlan wishes, Runnable whenOver) {
    super(cluster, recorder, lock, wishes, whenOver);
    this.lock = lock;
    this.wishes = wishes;
  }

  @Override
  public void ask(List<Decision> moves) {
    lock.lock();
    try {
      if (isOver()) {
        throw new ClusterException("The free play is over; write free to begin another.", null);
      }
      wishes.ask(moves);
      plan();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void meet(Mishaps mishaps) {
    lock.lock();
    try {
      wishes.meet(mishaps);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Mishaps mishaps() {
    return wishes.mishaps();
  }

  @Override
  public TraceStep step() {
    lock.lock();
    try {
      return super.step();
    } catch (ClusterException failed) {
      // It would fail again and again, and what was asked for behind it counted on it.
      wishes.giveUp();
      plan();
      throw failed;
    } finally {
      lock.unlock();
    }
  }
}
