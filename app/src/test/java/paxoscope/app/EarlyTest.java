package paxoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import paxoscope.director.ClusterException;

/** Work that begins before anybody asks for its result. */
final class EarlyTest {

  @Test
  void it_begins_before_anybody_asks() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    try (Early<String> early =
        new Early<>(
            () -> {
              begun.countDown();
              return "nodes";
            })) {
      begun.await();
      assertEquals("nodes", early.get());
    }
  }

  @Test
  void a_failure_is_told_as_it_is_and_the_next_try_does_the_work_again() {
    AtomicInteger tries = new AtomicInteger();
    ClusterException portTaken = new ClusterException("Port 8000 is taken.", null);
    try (Early<String> early =
        new Early<>(
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw portTaken;
              }
              return "nodes";
            })) {
      assertSame(portTaken, assertThrows(ClusterException.class, early::get));
      assertEquals("nodes", early.get());
      assertEquals(2, tries.get());
    }
  }

  @Test
  void closing_waits_for_what_has_begun() {
    CountDownLatch closing = new CountDownLatch(1);
    AtomicInteger opened = new AtomicInteger();
    Early<Integer> early =
        new Early<>(
            () -> {
              awaitQuietly(closing);
              return opened.incrementAndGet();
            });
    closing.countDown();

    early.close();

    assertEquals(1, opened.get());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
