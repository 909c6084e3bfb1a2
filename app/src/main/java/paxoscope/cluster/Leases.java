package paxoscope.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import paxoscope.journal.GateMode;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;
import paxoscope.rpc.NodeSilent;
import paxoscope.rpc.NodeUnreachable;

/**
 * The gates that this program holds. Renews its claims in the background, so that they last while
 * the program lives and lapse soon after it has died.
 */
final class Leases implements AutoCloseable {

  /** How long a claim lasts without renewal. */
  static final int LEASE_MILLIS = 10_000;

  private static final int RENEWAL_MILLIS = 2_500;
  private static final int MOST_SERVERS = 9;
  private static final Logger LOG = Logger.getLogger(Leases.class.getName());

  private final String driver;
  private final Map<ServerId, NodeApi> holding = new ConcurrentHashMap<>();
  // A renewal that is overtaken by the opening of its gate would claim the gate again.
  private final Map<ServerId, ReentrantLock> turns = new ConcurrentHashMap<>();
  private final Set<ServerId> renewed = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService renewals =
      Executors.newScheduledThreadPool(
          MOST_SERVERS, Thread.ofPlatform().daemon().name("gate-lease-", 1).factory());

  /**
   * Holds nothing yet.
   *
   * @param driver the name under which this program claims gates
   */
  Leases(String driver) {
    this.driver = driver;
  }

  /**
   * Sets a gate and takes or gives up the claim on it.
   *
   * @param server the node
   * @param node how to call it
   * @param mode hold or open
   */
  void set(ServerId server, NodeApi node, GateMode mode) {
    inTurn(
        server,
        () -> {
          switch (mode) {
            case HOLD -> {
              hold(node);
              holding.put(server, node);
              renewFromNowOn(server);
            }
            case OPEN -> {
              holding.remove(server);
              node.gateMode(GateMode.OPEN, Optional.of(new NodeApi.Lease(driver, 0)));
            }
          }
        });
  }

  // Each by itself: a host that is cut off must not let the claims on the others lapse.
  private void renewFromNowOn(ServerId server) {
    if (renewed.add(server)) {
      renewals.scheduleWithFixedDelay(
          () -> renew(server), RENEWAL_MILLIS, RENEWAL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void inTurn(ServerId server, Runnable calls) {
    ReentrantLock turn = turns.computeIfAbsent(server, _ -> new ReentrantLock());
    turn.lock();
    try {
      calls.run();
    } finally {
      turn.unlock();
    }
  }

  /**
   * Holds the gate of a node that has started anew, if it was held before.
   *
   * @param server the node
   * @param node how to call it
   */
  void takeAgain(ServerId server, NodeApi node) {
    if (holding.containsKey(server)) {
      hold(node);
    }
  }

  private void hold(NodeApi node) {
    node.gateMode(GateMode.HOLD, Optional.of(new NodeApi.Lease(driver, LEASE_MILLIS)));
  }

  /**
   * Renews the claims that are still this program's. One that has lapsed, or ended with its
   * process, is not taken again: nobody has asked for that, and the gate is open.
   */
  void renewAll() {
    holding.keySet().forEach(this::renew);
  }

  private void renew(ServerId server) {
    inTurn(
        server,
        () -> Optional.ofNullable(holding.get(server)).ifPresent(node -> renew(server, node)));
  }

  private void renew(ServerId server, NodeApi node) {
    try {
      Optional<String> holder = node.status().driver();
      if (holder.equals(Optional.of(driver))) {
        node.gateLease(new NodeApi.Lease(driver, LEASE_MILLIS));
      } else if (holder.isPresent()) {
        lost(server, node, "'" + holder.get() + "' drives it now.");
      }
    } catch (NodeUnreachable | NodeSilent gone) {
      // A dead node needs no lease; it gets one again when it is recovered.
      LOG.log(Level.FINE, "no lease renewed at {0}: it does not answer", server);
    } catch (NodeFault fault) {
      lost(server, node, fault.getMessage());
    }
  }

  // Somebody else drives now. The next call of this program is refused and says so.
  private void lost(ServerId server, NodeApi node, String reason) {
    holding.remove(server, node);
    LOG.log(Level.WARNING, "lost the gate of {0}: {1}", new Object[] {server, reason});
  }

  /** Gives up all claims and opens the gates, as far as the nodes can be reached. */
  @Override
  public void close() {
    renewals.shutdownNow();
    holding.forEach(
        (server, node) -> {
          try {
            set(server, node, GateMode.OPEN);
          } catch (NodeUnreachable | NodeSilent | NodeFault gone) {
            LOG.log(Level.FINE, "the gate of {0} opens when its lease lapses", server);
          }
        });
  }
}
