package paxoscope.rpc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import paxoscope.journal.Delivery;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Value;

/** A node that notes every call with its parameters, and answers what it was told to. */
final class RecordingNode implements NodeApi {

  /**
   * A call as it arrived.
   *
   * @param method the name of the method of {@link NodeApi}
   * @param parameters its parameters in order
   */
  record Call(String method, List<Object> parameters) {
    static Call of(String method, Object... parameters) {
      return new Call(method, List.of(parameters));
    }
  }

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Object> answers = new ConcurrentHashMap<>();

  /** What a method is to return; an exception is thrown instead. */
  RecordingNode answering(String method, Object answer) {
    answers.put(method, answer);
    return this;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  private <T> T take(Class<T> type, String method, Object... parameters) {
    calls.add(Call.of(method, parameters));
    Object answer = answers.get(method);
    if (answer instanceof RuntimeException failure) {
      throw failure;
    }
    return type.cast(answer);
  }

  @Override
  public Answer handle(Message message, Origin origin, Optional<Meta> meta) {
    return origin.equals(Origin.UNTOLD)
        ? take(Answer.class, "handle", message, meta)
        : take(Answer.class, "handle", message, origin, meta);
  }

  @Override
  public ProposeReply propose(Value value, ProposeOptions options, Optional<Meta> meta) {
    return take(ProposeReply.class, "propose", value, options, meta);
  }

  @Override
  public NodeState status() {
    return take(NodeState.class, "status");
  }

  @Override
  public EventBatch events(int since, int waitMillis, Optional<Integer> incarnation) {
    return take(EventBatch.class, "events", since, waitMillis, incarnation);
  }

  @Override
  public void restart(Optional<Meta> meta) {
    take(Object.class, "restart", meta);
  }

  @Override
  public void crash() {
    take(Object.class, "crash");
  }

  @Override
  public void gateMode(GateMode mode, Optional<Lease> lease) {
    take(Object.class, "gateMode", mode, lease);
  }

  @Override
  public void gateLease(Lease lease) {
    take(Object.class, "gateLease", lease);
  }

  @Override
  public void gateDelay(int millis, Optional<Meta> meta) {
    take(Object.class, "gateDelay", millis, meta);
  }

  @Override
  public List<Held> held() {
    return take(HeldItems.class, "held").items();
  }

  /**
   * An answer to {@code held}.
   *
   * @param items what is held
   */
  record HeldItems(List<Held> items) {}

  @Override
  public Delivery deliver(String id, Optional<Meta> meta) {
    return take(Delivery.class, "deliver", id, meta);
  }

  @Override
  public void drop(String id, Optional<Meta> meta) {
    take(Object.class, "drop", id, meta);
  }

  @Override
  public String duplicate(String id, Optional<Meta> meta, Optional<String> token) {
    return token.isEmpty()
        ? take(String.class, "duplicate", id, meta)
        : take(String.class, "duplicate", id, meta, token.get());
  }

  @Override
  public Optional<Exchange> exchange(String id) {
    return Optional.ofNullable(take(Exchange.class, "exchange", id));
  }
}
