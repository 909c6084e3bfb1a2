package paxoscope.director;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Link;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.ServerView;
import paxoscope.trace.TraceStep;

/** A run in which somebody else decides; what is impossible at the moment is no step. */
final class DecidedRun {

  final SimulatedCluster cluster;
  final RecordedTrace trace;
  private final EventPump pump;
  private int values;

  DecidedRun(int size) {
    this.cluster = new SimulatedCluster(size);
    this.pump = new EventPump(cluster);
    this.trace =
        new RecordedTrace(
            new RunHeader(
                "r", "", "", Map.of(), Optional.empty(), Optional.empty(), cluster.ports()));
    trace.header().membership().servers().forEach(server -> cluster.gate(server, GateMode.HOLD));
    append(new Decision.Observed(), Optional.empty(), TraceStep.Outcome.DONE);
  }

  ClusterState now() {
    return trace.at(trace.size());
  }

  void propose(ServerId server, int attempts) {
    if (answers(server)) {
      values++;
      Value value = new Value("v" + values);
      ProposeOptions options =
          new ProposeOptions(attempts, ProposeOptions.Backoff.NONE, Set.of(), Optional.empty());
      cluster.propose(server, value, options);
      append(
          new Decision.Propose(server, value, options), Optional.empty(), TraceStep.Outcome.DONE);
    }
  }

  void crashOrRecover(ServerId server) {
    boolean alive = now().server(server).alive();
    if (alive) {
      cluster.crash(server);
    } else {
      cluster.recover(server);
      cluster.gate(server, GateMode.HOLD);
    }
    append(
        alive ? new Decision.Crash(server) : new Decision.Recover(server),
        Optional.empty(),
        TraceStep.Outcome.DONE);
  }

  void pauseOrResume(ServerId server) {
    ServerView view = now().server(server);
    if (view.alive()) {
      append(
          view.paused() ? new Decision.Resume(server) : new Decision.Pause(server),
          Optional.empty(),
          TraceStep.Outcome.DONE);
    }
  }

  void cutOrHeal(Link link) {
    append(
        now().cuts().contains(link) ? new Decision.Heal(link) : new Decision.Cut(link),
        Optional.empty(),
        TraceStep.Outcome.DONE);
  }

  private boolean answers(ServerId server) {
    return now().server(server).alive() && !now().server(server).paused();
  }

  /** A server dies and comes back between two looks: nobody saw it go. */
  void blink(ServerId server) {
    if (now().server(server).alive()) {
      cluster.crash(server);
      cluster.recover(server);
      cluster.gate(server, GateMode.HOLD);
      append(new Decision.Observed(), Optional.empty(), TraceStep.Outcome.DONE);
    }
  }

  /** All that are alive forget everything. */
  void restart() {
    trace.header().membership().servers().stream()
        .filter(server -> now().server(server).alive())
        .forEach(server -> cluster.restart(server, "again"));
    append(new Decision.Restart("again"), Optional.empty(), TraceStep.Outcome.DONE);
  }

  void drop(HeldItem item) {
    if (isMessage(item) && answers(item.owner())) {
      cluster.drop(item.owner(), item.gateId());
      append(new Decision.Drop(item.name()), Optional.of(item.content()), TraceStep.Outcome.DONE);
    }
  }

  void duplicate(HeldItem item) {
    if (isMessage(item) && answers(item.owner())) {
      cluster.duplicate(item.owner(), item.gateId());
      append(
          new Decision.Duplicate(item.name()), Optional.of(item.content()), TraceStep.Outcome.DONE);
    }
  }

  private static boolean isMessage(HeldItem item) {
    return !item.orphaned() && item.content().leg() != Leg.TIMER;
  }

  /**
   * Lets a message arrive, also one whose sender is dead; lets a timer fire. Over a cut link it is
   * lost, and to or from a paused server nothing goes.
   */
  void deliver(HeldItem item) {
    Outbound content = item.content();
    boolean there = now().server(content.to()).alive();
    if (now().server(item.owner()).paused() || now().server(content.to()).paused()) {
      return;
    }
    if (!content.from().equals(content.to())
        && now().cuts().contains(new Link(content.from(), content.to()))) {
      drop(item);
      return;
    }
    if (item.orphaned()) {
      if (there) {
        cluster.handle((Message) content);
        append(new Decision.Resend(item.name()), Optional.of(content), TraceStep.Outcome.DONE);
      }
      return;
    }
    cluster.deliver(item.owner(), item.gateId());
    append(
        content.leg() == Leg.TIMER
            ? new Decision.Fire(item.name())
            : new Decision.Deliver(item.name()),
        Optional.of(content),
        there ? TraceStep.Outcome.DONE : TraceStep.Outcome.UNREACHABLE);
  }

  private void append(Decision decision, Optional<Outbound> subject, TraceStep.Outcome outcome) {
    List<NodeEvent> events = new ArrayList<>(pump.drain());
    trace.append(new TraceStep(decision, subject, "", "", outcome, events));
  }
}
