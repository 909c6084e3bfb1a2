package paxoscope.cluster;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import paxoscope.journal.EventBatch;
import paxoscope.journal.NodeState;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.NodeApi;

/**
 * What this program says of itself in its calls: the run each node is in, as far as it has been
 * told, and a logical clock that never falls behind what it has seen (Lamport 1978).
 */
final class CallContext {

  private final AtomicReferenceArray<String> runs;
  private final AtomicInteger clock = new AtomicInteger();
  private final String driver;

  /**
   * Begins with clock 0 and no run.
   *
   * @param servers how many nodes there are
   * @param driver the name under which this program holds the gates
   */
  CallContext(int servers, String driver) {
    this.runs = new AtomicReferenceArray<>(servers);
    this.driver = driver;
  }

  /**
   * The meta of the next call.
   *
   * @param server who is called
   * @return the run it is in, a clock greater than all seen, and the driver
   */
  NodeApi.Meta meta(ServerId server) {
    String run = runs.get(server.number() - 1);
    return new NodeApi.Meta(
        run == null ? "" : run, clock.incrementAndGet(), Optional.empty(), 0, driver);
  }

  /**
   * The meta of the call that brings a node into a run.
   *
   * @param server who is called
   * @param run the new run
   * @return the meta
   */
  NodeApi.Meta metaOfNewRun(ServerId server, String run) {
    runs.set(server.number() - 1, run);
    return meta(server);
  }

  /**
   * Takes over what a node says of itself.
   *
   * @param server the node
   * @param state its state
   */
  void saw(ServerId server, NodeState state) {
    runs.set(server.number() - 1, state.run());
  }

  /**
   * Takes over what a node reports.
   *
   * @param server the node
   * @param batch its events
   */
  void saw(ServerId server, EventBatch batch) {
    sawClock(batch.clock());
    if (!batch.events().isEmpty()) {
      saw(server, batch.events().getLast().state());
    }
  }

  /**
   * Takes over a clock.
   *
   * @param seen the clock of an answer
   */
  void sawClock(int seen) {
    clock.accumulateAndGet(seen, Math::max);
  }
}
