package paxoscope.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Work that begins before anybody asks for its result: nodes start while the window is being made.
 * Whoever asks again has it done again.
 *
 * @param <T> what it gives
 */
final class Early<T> implements Supplier<T>, AutoCloseable {

  private final Supplier<T> work;
  private final CompletableFuture<T> first = new CompletableFuture<>();
  private boolean taken;

  /**
   * Begins.
   *
   * @param work what to do; a failure is told to whoever asks
   */
  Early(Supplier<T> work) {
    this.work = work;
    Thread.ofPlatform().name("early").daemon().start(this::begin);
  }

  private void begin() {
    try {
      first.complete(work.get());
    } catch (RuntimeException | Error failed) {
      first.completeExceptionally(failed);
    }
  }

  /** Waits for what has begun; from the second time on does the work. */
  @Override
  public T get() {
    if (wasTaken()) {
      return work.get();
    }
    try {
      return first.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  private synchronized boolean wasTaken() {
    boolean before = taken;
    taken = true;
    return before;
  }

  /** Waits until nothing is under way any more. */
  @Override
  public void close() {
    first.handle((_, _) -> true).join();
  }
}
