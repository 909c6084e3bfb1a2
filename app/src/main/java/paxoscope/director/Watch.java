package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import paxoscope.protocol.ServerId;

/**
 * Notices what nodes do, that they go, and that they come back, while nobody drives them or a run
 * stands still: one waiting thread for each node. While a run goes on it looks itself, before each
 * step.
 */
final class Watch implements AutoCloseable {

  private static final int POLL_MILLIS = 2_000;
  private static final int LOOK_AGAIN_MILLIS = 300;

  /** After how long without a step a run stands still. */
  private static final long STILL_NANOS = TimeUnit.MILLISECONDS.toNanos(1_000);

  private final List<ServerId> servers;
  private final Recorder recorder;
  private final ReentrantLock lock;
  private final Condition resumed;
  private final BooleanSupplier driving;
  private final Runnable observe;
  private final List<Thread> threads = new ArrayList<>();
  private volatile long lastChange = System.nanoTime();
  private volatile boolean closed;

  /**
   * Prepares to watch.
   *
   * @param servers whom to watch
   * @param recorder what is known of them
   * @param lock held by whoever acts on them
   * @param driving whether a run is under way
   * @param observe writes down what they did on their own; called with the lock held
   */
  Watch(
      List<ServerId> servers,
      Recorder recorder,
      ReentrantLock lock,
      BooleanSupplier driving,
      Runnable observe) {
    this.servers = servers;
    this.recorder = recorder;
    this.lock = lock;
    this.resumed = lock.newCondition();
    this.driving = driving;
    this.observe = observe;
  }

  void begin() {
    recorder.onChange(() -> lastChange = System.nanoTime());
    for (ServerId server : servers) {
      threads.add(Thread.ofPlatform().daemon().name("watch-" + server).start(() -> watch(server)));
    }
  }

  /** Nobody drives any more. */
  void resume() {
    lock.lock();
    try {
      resumed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void watch(ServerId server) {
    try {
      while (!closed) {
        if (!look(server)) {
          rest();
        }
      }
    } catch (InterruptedException _) {
      // Closed while it waited.
      Thread.currentThread().interrupt();
    }
  }

  private void rest() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      resumed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } finally {
      lock.unlock();
    }
  }

  private boolean isTurn(ServerId server) {
    boolean still = System.nanoTime() - lastChange > STILL_NANOS;
    return (!driving.getAsBoolean() || still) && !recorder.pump().isMuted(server);
  }

  /** Waits for news of a node and has them written down; gives false if it should rest then. */
  private boolean look(ServerId server) throws InterruptedException {
    if (!isTurn(server)) {
      return false;
    }
    long asked = lastChange;
    boolean news = false;
    boolean there = true;
    try {
      news = recorder.pump().hasNews(server, POLL_MILLIS);
    } catch (ClusterException _) {
      // The connection may have belonged to a process that has been replaced since.
      there = recorder.pump().answersSoon(server);
    }
    lock.lockInterruptibly();
    try {
      // A silence from before the last change may have been that of a process that is replaced now.
      if (!closed && isTurn(server) && (there || asked == lastChange)) {
        tell(server, there, news);
      }
    } finally {
      lock.unlock();
    }
    return there;
  }

  private void tell(ServerId server, boolean there, boolean news) {
    boolean known = recorder.trace().at(recorder.trace().size()).server(server).alive();
    if (!there && known) {
      recorder.lose(server);
    } else if (news || there != known) {
      observe.run();
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
  }
}
