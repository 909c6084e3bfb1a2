package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import paxoscope.journal.GateMode;
import paxoscope.protocol.ServerId;

/** Claims on gates are renewed as long as they are this program's, and never taken anew. */
class LeasesTest {

  private static final ServerId S1 = new ServerId(1);

  private final FakeNode node = new FakeNode(1);
  private final Leases leases = new Leases("me");

  private void hold() {
    leases.set(S1, node, GateMode.HOLD);
    node.driver = Optional.of("me");
    node.calls.clear();
  }

  @AfterEach
  void close() {
    leases.close();
  }

  @Test
  void aClaimIsRenewedWhileItLasts() {
    hold();
    leases.renewAll();
    assertEquals(List.of("status", "lease me " + Leases.LEASE_MILLIS), node.calls);
  }

  @Test
  void aNodeThatHasStartedAnewIsNotClaimedAgain() {
    hold();
    node.driver = Optional.empty();
    leases.renewAll();
    assertEquals(List.of("status"), node.calls);
  }

  @Test
  void aRenewalUnderWayDoesNotClaimAGateThatIsOpenedMeanwhile() throws InterruptedException {
    hold();
    Thread opening = new Thread(() -> leases.set(S1, node, GateMode.OPEN));
    node.whenAskedForStatus =
        () -> {
          opening.start();
          while (opening.isAlive() && opening.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
          }
        };
    leases.renewAll();
    opening.join();
    assertEquals("open me 0", node.calls.getLast());
  }

  @Test
  void aGateThatAnotherDriverHasTakenIsLeftToIt() {
    hold();
    node.driver = Optional.of("you");
    leases.renewAll();
    leases.close();
    assertEquals(List.of("status"), node.calls);
  }
}
