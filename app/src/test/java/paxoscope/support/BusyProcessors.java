package paxoscope.support;

import java.util.ArrayList;
import java.util.List;

/** Keeps every processor of the machine busy until it is closed. */
public final class BusyProcessors implements AutoCloseable {

  private final List<Thread> burners = new ArrayList<>();
  private volatile boolean done;
  private volatile long result;

  /** Starts one thread for each processor. */
  public BusyProcessors() {
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      burners.add(Thread.ofPlatform().daemon().name("burner-" + i).start(this::burn));
    }
  }

  private void burn() {
    long number = 1;
    while (!done) {
      number = number * 6364136223846793005L + 1442695040888963407L;
    }
    result = number;
  }

  /**
   * Whether all of them are still at work.
   *
   * @return true until it is closed
   */
  public boolean isBusy() {
    return result == 0 && burners.stream().allMatch(Thread::isAlive);
  }

  @Override
  public void close() {
    done = true;
    try {
      for (Thread burner : burners) {
        burner.join();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
