package paxoscope.node;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Alarms by the machine's clock. */
final class SystemAlarms implements Alarms {

  private final Mailbox mailbox;
  private final ScheduledThreadPoolExecutor clock;

  SystemAlarms(Mailbox mailbox) {
    this.mailbox = mailbox;
    this.clock =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().name("alarms").daemon().unstarted(task));
    clock.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Alarm after(int millis, Runnable task) {
    Wait wait = new Wait(task);
    wait.future = clock.schedule(() -> mailbox.tell(wait), millis, TimeUnit.MILLISECONDS);
    return wait;
  }

  // The flag is read and written on the mailbox's thread only: an alarm that is in the mailbox
  // already when it is cancelled does not go off either.
  private static final class Wait implements Alarm, Runnable {
    private final Runnable task;
    private ScheduledFuture<?> future;
    private boolean cancelled;

    Wait(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      if (!cancelled) {
        task.run();
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
      future.cancel(false);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
