package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.TraceStep;

/**
 * Somebody who decides at random, from a seed: proposes, delivers, loses, doubles, kills and
 * starts, and lets messages of the dead arrive.
 */
final class RandomRun {

  final SimulatedCluster cluster;
  final RecordedTrace trace;
  private final EventPump pump;
  private final Random random;
  private final int size;
  private int values;

  RandomRun(int size, long seed) {
    this.size = size;
    this.cluster = new SimulatedCluster(size);
    this.random = new Random(seed);
    this.pump = new EventPump(cluster);
    this.trace =
        new RecordedTrace(
            new RunHeader(
                "r", "", "", Map.of(), Optional.empty(), Optional.empty(), cluster.ports()));
    for (int number = 1; number <= size; number++) {
      cluster.gate(new ServerId(number), paxoscope.journal.GateMode.HOLD);
    }
    append(new Decision.Observed(), Optional.empty(), TraceStep.Outcome.DONE);
  }

  private ClusterState now() {
    return trace.at(trace.size());
  }

  void step() {
    List<HeldItem> held = now().held();
    int dice = random.nextInt(100);
    if (held.isEmpty() || dice < 6) {
      propose();
    } else if (dice < 9) {
      crashOrRecover();
    } else if (dice < 14) {
      dropOrDouble(held.get(random.nextInt(held.size())));
    } else {
      deliver(held.get(random.nextInt(held.size())));
    }
  }

  private ServerId anyone() {
    return new ServerId(1 + random.nextInt(size));
  }

  private void propose() {
    ServerId server = anyone();
    if (now().server(server).alive()) {
      values++;
      Value value = new Value("v" + values);
      ProposeOptions options =
          new ProposeOptions(
              1 + random.nextInt(3), ProposeOptions.Backoff.NONE, Set.of(), Optional.empty());
      cluster.propose(server, value, options);
      append(
          new Decision.Propose(server, value, options), Optional.empty(), TraceStep.Outcome.DONE);
    }
  }

  private void crashOrRecover() {
    ServerId server = anyone();
    boolean alive = now().server(server).alive();
    if (alive) {
      cluster.crash(server);
    } else {
      cluster.recover(server);
      cluster.gate(server, paxoscope.journal.GateMode.HOLD);
    }
    append(
        alive ? new Decision.Crash(server) : new Decision.Recover(server),
        Optional.empty(),
        TraceStep.Outcome.DONE);
  }

  private void dropOrDouble(HeldItem item) {
    if (item.orphaned() || item.content().leg() == Leg.TIMER) {
      return;
    }
    boolean drop = random.nextBoolean();
    if (drop) {
      cluster.drop(item.owner(), item.gateId());
    } else {
      cluster.duplicate(item.owner(), item.gateId());
    }
    append(
        drop ? new Decision.Drop(item.name()) : new Decision.Duplicate(item.name()),
        Optional.of(item.content()),
        TraceStep.Outcome.DONE);
  }

  private void deliver(HeldItem item) {
    Outbound content = item.content();
    if (item.orphaned()) {
      if (now().server(content.to()).alive()) {
        cluster.handle((Message) content);
        append(new Decision.Resend(item.name()), Optional.of(content), TraceStep.Outcome.DONE);
      }
      return;
    }
    boolean there = now().server(content.to()).alive();
    cluster.deliver(item.owner(), item.gateId());
    append(
        content.leg() == Leg.TIMER
            ? new Decision.Fire(item.name())
            : new Decision.Deliver(item.name()),
        Optional.of(content),
        there ? TraceStep.Outcome.DONE : TraceStep.Outcome.UNREACHABLE);
  }

  private void append(Decision decision, Optional<Outbound> subject, TraceStep.Outcome outcome) {
    List<paxoscope.journal.NodeEvent> events = new ArrayList<>(pump.drain());
    trace.append(new TraceStep(decision, subject, "", "", outcome, events));
  }
}
