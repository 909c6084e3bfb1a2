package paxoscope.node;

import java.util.Optional;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;

/** Who drives this node: at most one driver at a time, as long as it renews its lease. */
final class GateLease {

  /** The longest lease, in milliseconds: a driver that is gone must not hold the gates for long. */
  static final int LONGEST_MILLIS = 600_000;

  private static final int LONGEST_NAME = 200;

  /** The last part of a lease, as a share of the whole. */
  private static final int GRACE_SHARE = 4;

  private final Alarms alarms;
  private final Runnable onLapse;
  private Optional<String> holder = Optional.empty();
  private Optional<Alarms.Alarm> end = Optional.empty();

  /**
   * A lease that nobody holds.
   *
   * @param alarms the clock that it ends by
   * @param onLapse what happens when it ends without having been given up
   */
  GateLease(Alarms alarms, Runnable onLapse) {
    this.alarms = alarms;
    this.onLapse = onLapse;
  }

  Optional<String> holder() {
    return holder;
  }

  /**
   * Checks that a caller may drive.
   *
   * @param caller its driver's name; empty text for none
   * @throws NodeFault if another driver holds the lease
   */
  void requireFreeFor(String caller) {
    if (holder.isPresent() && !holder.get().equals(caller)) {
      throw new NodeFault(
          NodeFault.Code.DRIVEN_BY_ANOTHER,
          "'%s' drives this node now: wait until it has ended, or end it.".formatted(holder.get()));
    }
  }

  void take(NodeApi.Lease lease) {
    if (lease.driver().isEmpty() || lease.driver().length() > LONGEST_NAME) {
      throw new NodeFault(
          NodeFault.Code.BAD_PARAMETER,
          "A driver's name has 1 to " + LONGEST_NAME + " characters.");
    }
    if (lease.millis() < 0 || lease.millis() > LONGEST_MILLIS) {
      throw new NodeFault(
          NodeFault.Code.BAD_PARAMETER,
          "A lease lasts 0 to %d milliseconds, not %d.".formatted(LONGEST_MILLIS, lease.millis()));
    }
    requireFreeFor(lease.driver());
    end.ifPresent(Alarms.Alarm::cancel);
    end = Optional.empty();
    holder = Optional.empty();
    if (lease.millis() > 0) {
      holder = Optional.of(lease.driver());
      int grace = lease.millis() / GRACE_SHARE;
      end =
          Optional.of(
              alarms.after(lease.millis() - grace, () -> end = Optional.of(lastWait(grace))));
    }
  }

  /**
   * The end of the lease, waited for by itself. A process that was stopped, or whose machine slept,
   * finds the first wait long over when it goes on; its driver then still has this one to renew.
   */
  private Alarms.Alarm lastWait(int millis) {
    return alarms.after(millis, this::lapse);
  }

  private void lapse() {
    holder = Optional.empty();
    end = Optional.empty();
    onLapse.run();
  }
}
