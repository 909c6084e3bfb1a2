package paxoscope.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** A clock that stands still until a test moves it. */
final class ManualAlarms implements Alarms {

  private final class Wait implements Alarm {
    private final long due;
    private final Runnable task;
    private boolean over;

    Wait(long due, Runnable task) {
      this.due = due;
      this.task = task;
    }

    @Override
    public void cancel() {
      synchronized (ManualAlarms.this) {
        over = true;
      }
    }
  }

  private final Consumer<Runnable> mailbox;
  private final List<Wait> waits = new ArrayList<>();
  private long now;

  ManualAlarms(Consumer<Runnable> mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public synchronized Alarm after(int millis, Runnable task) {
    Wait wait = new Wait(now + millis, task);
    waits.add(wait);
    return wait;
  }

  /** Lets time pass; what is due is in the mailbox when this returns. */
  synchronized void pass(int millis) {
    now += millis;
    List<Wait> due =
        waits.stream()
            .filter(wait -> wait.due <= now)
            .sorted(Comparator.comparingLong(wait -> wait.due))
            .toList();
    waits.removeAll(due);
    due.forEach(wait -> mailbox.accept(() -> fire(wait)));
  }

  private void fire(Wait wait) {
    boolean fires;
    synchronized (this) {
      fires = !wait.over;
      wait.over = true;
    }
    if (fires) {
      wait.task.run();
    }
  }

  @Override
  public void close() {}
}
