package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;

/** Several servers are asked the same at once. */
class AtOnceTest {

  private static final List<ServerId> ALL = new Membership(5).servers();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Cluster cluster =
      (Cluster)
          Proxy.newProxyInstance(
              Cluster.class.getClassLoader(),
              new Class<?>[] {Cluster.class},
              (_, method, _) -> {
                assertEquals("callers", method.getName());
                return threads;
              });

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  @Timeout(30)
  void noServerWaitsForAnotherAndTheAnswersAreInTheirOrder() {
    CyclicBarrier all = new CyclicBarrier(ALL.size());
    assertEquals(
        List.of("S1", "S2", "S3", "S4", "S5"),
        AtOnce.ask(
            cluster,
            ALL,
            server -> {
              try {
                all.await();
              } catch (InterruptedException | BrokenBarrierException alone) {
                throw new AssertionError("It was asked alone.", alone);
              }
              return server.toString();
            }));
  }

  @Test
  void whereSomeFailTheOthersAreAskedAllTheSameAndTheFirstFailureIsTold() {
    Set<ServerId> done = new ConcurrentSkipListSet<>();
    ClusterException told =
        assertThrows(
            ClusterException.class,
            () ->
                AtOnce.act(
                    cluster,
                    ALL,
                    server -> {
                      if (server.number() % 2 == 0) {
                        throw new ClusterException("Not " + server + ".", null);
                      }
                      done.add(server);
                    }));
    assertEquals("Not S2.", told.getMessage());
    assertEquals(Set.of(new ServerId(1), new ServerId(3), new ServerId(5)), done);
  }

  @Test
  void aMistakeOfTheProgramIsNotHidden() {
    assertThrows(
        RuntimeException.class,
        () ->
            AtOnce.act(
                cluster,
                ALL,
                server -> {
                  throw new IllegalStateException("broken");
                }));
  }
}
