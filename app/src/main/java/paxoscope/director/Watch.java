package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import paxoscope.protocol.ServerId;

/**
 * Notices what nodes do, that they go, and that they come back, while nobody drives them: one
 * waiting thread for each node.
 */
final class Watch implements AutoCloseable {

  private static final int POLL_MILLIS = 10_000;
  private static final int LOOK_AGAIN_MILLIS = 300;

  private final List<ServerId> servers;
  private final Recorder recorder;
  private final ReentrantLock lock;
  private final Condition resumed;
  private final BooleanSupplier driving;
  private final Runnable observe;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

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
        boolean there = look(server);
        lock.lockInterruptibly();
        try {
          while (driving.getAsBoolean() && !closed) {
            resumed.await();
          }
          if (!there && !closed) {
            resumed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
          }
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException _) {
      // Closed while it waited.
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for news of a node and writes them down; says whether the node answers. */
  private boolean look(ServerId server) throws InterruptedException {
    boolean news;
    boolean there = true;
    try {
      news = recorder.pump().hasNews(server, POLL_MILLIS);
    } catch (ClusterException _) {
      // Whether this is news, and how it is shown, is the recorder's business.
      there = false;
      news = recorder.trace().at(recorder.trace().size()).server(server).alive();
    }
    if (news && !closed) {
      lock.lockInterruptibly();
      try {
        if (!driving.getAsBoolean()) {
          observe.run();
        }
      } finally {
        lock.unlock();
      }
    }
    return there;
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
  }
}
