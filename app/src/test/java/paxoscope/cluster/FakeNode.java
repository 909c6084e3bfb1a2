package paxoscope.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import paxoscope.journal.Delivery;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeApi;

/** A node that remembers how it was called, and can be told to fail. */
final class FakeNode implements NodeApi {

  private final ServerId server;
  final List<String> calls = new ArrayList<>();
  Optional<RuntimeException> failure = Optional.empty();
  int clock;
  int servers = 5;
  Optional<String> driver = Optional.empty();
  String run = "";
  Runnable whenAskedForStatus = () -> {};

  FakeNode(int number) {
    this.server = new ServerId(number);
  }

  private <T> T called(String call, Supplier<T> answer) {
    failure.ifPresent(
        problem -> {
          throw problem;
        });
    calls.add(call);
    return answer.get();
  }

  private static String text(Optional<Meta> meta) {
    return meta.map(m -> m.run() + "@" + m.clock() + " by " + m.driver()).orElse("nobody");
  }

  @Override
  public Answer handle(Message message, Origin origin, Optional<Meta> meta) {
    return called("handle " + text(meta), () -> new Answer(List.of(), Optional.empty(), clock));
  }

  @Override
  public ProposeReply propose(Value value, ProposeOptions options, Optional<Meta> meta) {
    return called(
        "propose " + value + " " + text(meta),
        () -> new ProposeReply(true, Optional.empty(), "done"));
  }

  @Override
  public NodeState status() {
    NodeState state = called("status", this::state);
    whenAskedForStatus.run();
    return state;
  }

  private NodeState state() {
    return new NodeState(
        server,
        servers,
        8000,
        1,
        run,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        GateMode.OPEN,
        0,
        driver,
        "1",
        Set.of());
  }

  @Override
  public EventBatch events(int since, int waitMillis, Optional<Integer> incarnation) {
    return called("events " + since, () -> new EventBatch(1, clock, since, false, 0, List.of()));
  }

  @Override
  public void restart(Optional<Meta> meta) {
    called("restart " + text(meta), () -> true);
  }

  @Override
  public void crash() {
    called("crash", () -> true);
  }

  @Override
  public void gateMode(GateMode mode, Optional<Lease> lease) {
    called(
        mode + lease.map(claim -> " " + claim.driver() + " " + claim.millis()).orElse(""),
        () -> true);
  }

  @Override
  public void gateLease(Lease lease) {
    called("lease " + lease.driver() + " " + lease.millis(), () -> true);
  }

  @Override
  public void gateDelay(int millis, Optional<Meta> meta) {
    called("delay " + millis, () -> true);
  }

  @Override
  public List<Held> held() {
    return called("held", List::of);
  }

  @Override
  public Delivery deliver(String id, Optional<Meta> meta) {
    return called(
        "deliver " + id + " " + text(meta),
        () -> new Delivery(Delivery.Outcome.HANDLED, List.of()));
  }

  @Override
  public void drop(String id, Optional<Meta> meta) {
    called("drop " + id, () -> true);
  }

  @Override
  public String duplicate(String id, Optional<Meta> meta, Optional<String> token) {
    return called("duplicate " + id, () -> id + "-2");
  }

  @Override
  public Optional<Exchange> exchange(String id) {
    return called("exchange " + id, () -> Optional.of(new Exchange("<q/>", Optional.empty())));
  }
}
