package paxoscope.ui.fx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * The only door from other threads to the thread of the window. What comes in one burst is carried
 * out in one go, so that the scene is laid out and drawn once for all of it.
 */
public final class FxDoor implements Executor {

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean announced = new AtomicBoolean();

  /**
   * Has something done on the window's thread, soon, in the order of the calls.
   *
   * @param task what to do; quick, and never a call to a node
   */
  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    if (!announced.getAndSet(true)) {
      Platform.runLater(this::letIn);
    }
  }

  private void letIn() {
    announced.set(false);
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      task.run();
    }
  }
}
