package paxoscope.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import paxoscope.rpc.NodeFault;

/**
 * One thread that does everything that touches a node's state or its disk, one thing after another.
 * Nobody interrupts it. A task that fails in any way but a {@link NodeFault} has left a state that
 * nobody understands: from then on the mailbox does nothing at all, and whoever asks is told so.
 */
final class Mailbox implements AutoCloseable {

  /** A task, and how to tell whoever waits for it that it will never be done. */
  private record Letter(Runnable task, Consumer<NodeFault> refuse) {}

  private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
  private final Consumer<Throwable> onFailure;
  private volatile NodeFault stopped;
  private volatile Runnable afterEach = () -> {};

  /**
   * Starts the thread.
   *
   * @param name of the thread
   * @param onFailure told once, on the thread, when a task has failed and all work has stopped
   */
  Mailbox(String name, Consumer<Throwable> onFailure) {
    this.onFailure = onFailure;
    Thread.ofPlatform().name(name).daemon().start(this::work);
  }

  /**
   * Sets what is done after every task, before anybody hears of the task's result.
   *
   * @param last what to do
   */
  void finishEachWith(Runnable last) {
    afterEach = last;
  }

  /**
   * Runs a task on the mailbox's thread and waits for its result.
   *
   * @param task what to do
   * @return what it gave
   * @throws NodeFault as the task threw it, or because the mailbox has stopped
   */
  <T> T ask(Supplier<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    post(new Letter(() -> complete(result, task), result::completeExceptionally));
    return await(result);
  }

  private <T> void complete(CompletableFuture<T> result, Supplier<T> task) {
    try {
      T value = task.get();
      afterEach.run();
      result.complete(value);
    } catch (NodeFault refused) {
      afterEach.run();
      result.completeExceptionally(refused);
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(notAvailable());
      throw e;
    }
  }

  /**
   * Waits for a result.
   *
   * @param result from a task
   * @return the result
   * @throws NodeFault if that is how it ended
   */
  static <T> T await(CompletableFuture<T> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof NodeFault fault) {
        throw new NodeFault(fault.code(), fault.getMessage());
      }
      throw e;
    }
  }

  /**
   * Runs a task on the mailbox's thread, later. Nothing happens if the mailbox has stopped.
   *
   * @param task what to do
   */
  void tell(Runnable task) {
    post(
        new Letter(
            () -> {
              task.run();
              afterEach.run();
            },
            fault -> {}));
  }

  private void post(Letter letter) {
    letters.add(letter);
    NodeFault fault = stopped;
    if (fault != null && letters.remove(letter)) {
      letter.refuse().accept(fault);
    }
  }

  private void work() {
    Deque<Letter> batch = new ArrayDeque<>();
    while (stopped == null) {
      try {
        batch.add(letters.take());
        letters.drainTo(batch);
        while (stopped == null && !batch.isEmpty()) {
          batch.remove().task().run();
        }
      } catch (InterruptedException e) {
        stopped = notAvailable();
      } catch (RuntimeException | Error e) {
        stopped = notAvailable();
        onFailure.accept(e);
      }
    }
    refuse(batch);
    List<Letter> left = new ArrayList<>();
    letters.drainTo(left);
    refuse(left);
  }

  private void refuse(Collection<Letter> left) {
    left.forEach(letter -> letter.refuse().accept(stopped));
  }

  static NodeFault notAvailable() {
    return new NodeFault(NodeFault.Code.NOT_AVAILABLE, "This node has stopped.");
  }

  /** Stops the thread after the task that it is at; what waits is refused. */
  @Override
  public void close() {
    tell(() -> stopped = notAvailable());
  }
}
