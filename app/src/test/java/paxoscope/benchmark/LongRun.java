package paxoscope.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import paxoscope.director.SimulatedCluster;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * A run of any length, without processes: two proposers that go on for ever, messages in an order
 * that a seed decides, one in fifty lost, and now and then a server that crashes and comes back.
 */
final class LongRun {

  private static final int SERVERS = 5;
  private static final int SEED = 1;
  private static final int ONE_LOST_IN = 50;
  private static final int STEPS_TO_A_CRASH = 20_000;
  private static final int STEPS_DOWN = 200;
  private static final ServerId CRASHING = new ServerId(3);
  private static final List<ServerId> PROPOSERS = List.of(new ServerId(1), new ServerId(5));
  private static final ProposeOptions UNLIMITED =
      new ProposeOptions(
          Integer.MAX_VALUE, ProposeOptions.Backoff.NONE, Set.of(), Optional.empty());

  private final SimulatedCluster cluster = new SimulatedCluster(SERVERS);
  private final RecordedTrace trace;
  private final Random random = new Random(SEED);
  private final Map<ServerId, Integer> read = new HashMap<>();
  private final Map<ServerId, Integer> incarnations = new HashMap<>();

  private LongRun() {
    this.trace =
        new RecordedTrace(
            new RunHeader(
                "r",
                "",
                "A long run",
                Map.of(),
                Optional.of(PROPOSERS.getFirst()),
                Optional.of(PROPOSERS.getLast()),
                cluster.ports()));
    trace.header().membership().servers().forEach(this::hold);
  }

  /** A run of so many steps; the same each time. */
  static Trace of(int steps) {
    LongRun run = new LongRun();
    while (run.trace.size() < steps) {
      run.step();
    }
    return run.trace;
  }

  private void hold(ServerId server) {
    cluster.gate(server, GateMode.HOLD);
  }

  private void step() {
    int phase = trace.size() % STEPS_TO_A_CRASH;
    boolean alive = trace.at(trace.size()).server(CRASHING).alive();
    List<HeldItem> waiting =
        trace.at(trace.size()).held().stream().filter(item -> !item.orphaned()).toList();
    List<HeldItem> messages = of(waiting, item -> item.content().leg() != Leg.TIMER);
    List<HeldItem> retries = of(waiting, item -> item.content().kind() == Outbound.Kind.RETRY);
    if (alive && phase == STEPS_TO_A_CRASH - STEPS_DOWN) {
      cluster.crash(CRASHING);
      append(new Decision.Crash(CRASHING), Optional.empty(), TraceStep.Outcome.DONE);
    } else if (!alive && phase < STEPS_TO_A_CRASH - STEPS_DOWN) {
      cluster.recover(CRASHING);
      hold(CRASHING);
      append(new Decision.Recover(CRASHING), Optional.empty(), TraceStep.Outcome.DONE);
    } else if (waiting.isEmpty()) {
      PROPOSERS.forEach(this::propose);
    } else {
      let(messages.isEmpty() ? retries.isEmpty() ? waiting : retries : messages);
    }
  }

  private static List<HeldItem> of(
      List<HeldItem> items, java.util.function.Predicate<HeldItem> wanted) {
    return items.stream().filter(wanted).toList();
  }

  private void propose(ServerId server) {
    Value value = new Value("v" + trace.size());
    cluster.propose(server, value, UNLIMITED);
    append(
        new Decision.Propose(server, value, UNLIMITED), Optional.empty(), TraceStep.Outcome.DONE);
  }

  private void let(List<HeldItem> any) {
    HeldItem item = any.get(random.nextInt(any.size()));
    Optional<Outbound> content = Optional.of(item.content());
    boolean timer = item.content().leg() == Leg.TIMER;
    if (!timer && random.nextInt(ONE_LOST_IN) == 0) {
      cluster.drop(item.owner(), item.gateId());
      append(new Decision.Drop(item.name()), content, TraceStep.Outcome.DONE);
      return;
    }
    boolean there = trace.at(trace.size()).server(item.content().to()).alive();
    cluster.deliver(item.owner(), item.gateId());
    append(
        timer ? new Decision.Fire(item.name()) : new Decision.Deliver(item.name()),
        content,
        there ? TraceStep.Outcome.DONE : TraceStep.Outcome.UNREACHABLE);
  }

  private void append(Decision decision, Optional<Outbound> subject, TraceStep.Outcome outcome) {
    List<NodeEvent> events = new ArrayList<>();
    for (ServerId server : trace.header().membership().servers()) {
      if (cluster.status(server).isPresent()) {
        EventBatch batch =
            cluster.events(
                server,
                read.getOrDefault(server, 0),
                Optional.ofNullable(incarnations.get(server)),
                0);
        read.put(server, batch.next());
        incarnations.put(server, batch.incarnation());
        events.addAll(batch.events());
      }
    }
    events.sort(Comparator.comparingInt(NodeEvent::clock));
    trace.append(new TraceStep(decision, subject, "", "", outcome, events));
  }
}
