package paxoscope.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientRequestImpl;
import paxoscope.journal.Delivery;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Value;

/**
 * A node elsewhere, called by XML-RPC. Safe for many threads at once; it keeps its connections for
 * later calls. Every call has a deadline except {@link #propose}, which waits as long as the node
 * does.
 *
 * <p>It does not repeat a call: whether that is right is for the caller to say. An interrupted
 * thread's call ends with {@link NodeSilent}, and the thread stays interrupted.
 */
public final class NodeClient implements NodeApi, AutoCloseable {

  static {
    JvmSettings.apply();
    XmlReaders.prepare();
  }

  private static final int FOR_EVER = 0;
  private static final int READ_MILLIS = 5_000;
  private static final int CHANGE_MILLIS = 10_000;
  // A delivery is a call that contains another one.
  private static final int DELIVER_MILLIS = CHANGE_MILLIS + 5_000;

  private final NodeAddress address;
  private final HttpCalls calls;
  private final XmlRpcClient client;

  /**
   * Prepares calls to a node; nothing is sent yet.
   *
   * @param address where it listens
   * @param access how to call it
   * @throws IllegalArgumentException with one clear line if the address or the trust store is not
   *     usable
   */
  public NodeClient(NodeAddress address, ClientAccess access) {
    this.address = address;
    this.calls = new HttpCalls(address, access);
    this.client = new XmlRpcClient();
    client.setTypeFactory(new WireTypes());
    client.setXmlWriterFactory(new XmlText());
    client.setTransportFactory(() -> new HttpTransport(client, calls));
  }

  /**
   * Where the node is.
   *
   * @return the address
   */
  public NodeAddress address() {
    return address;
  }

  @Override
  public Answer handle(Message message, Origin origin, Optional<Meta> meta) {
    CallConfig config = new CallConfig(CHANGE_MILLIS);
    return origin.equals(Origin.UNTOLD)
        ? handle(config, message, meta)
        : handOver(config, message, origin, meta);
  }

  /**
   * Does the same as {@link #handle}, and tells what went over the wire, also when the call fails.
   *
   * @param message a message addressed to the node
   * @param meta who calls
   * @param wire told the XML of the request, and of the response if one came
   * @return the answer
   */
  public Answer handleRecorded(Message message, Optional<Meta> meta, Consumer<Exchange> wire) {
    CallConfig config = new CallConfig(CHANGE_MILLIS);
    try {
      return handle(config, message, meta);
    } finally {
      if (config.isSent()) {
        wire.accept(config.exchange());
      }
    }
  }

  // A node's own request is the call that the protocol means. What somebody else hands over (a late
  // or doubled message, a reply) is told to be just that.
  private Answer handle(CallConfig config, Message message, Optional<Meta> meta) {
    boolean isOwn =
        meta.flatMap(Meta::sender).filter(sender -> sender == message.from().number()).isPresent()
            && message.from().equals(message.number().server());
    if (!isOwn || !(message instanceof Message.Request request)) {
      return handOver(config, message, Origin.UNTOLD, meta);
    }
    String number = request.number().toString();
    return switch (request) {
      case Message.Prepare _ ->
          call(config, "paxos.prepare", parameters(meta, number), reply(request));
      case Message.Accept accept ->
          call(
              config,
              "paxos.accept",
              parameters(meta, number, accept.proposal().value().text()),
              reply(request));
      case Message.Commit commit ->
          call(
              config,
              "paxos.commit",
              parameters(meta, number, commit.proposal().value().text()),
              reply(request));
    };
  }

  private Answer handOver(CallConfig config, Message message, Origin origin, Optional<Meta> meta) {
    return call(
        config,
        "paxos.handle",
        parameters(meta, CallCodec.writeMessage(message, origin)),
        CallCodec::readHandled);
  }

  private static Function<Object, Answer> reply(Message.Request request) {
    return answer -> CallCodec.readReply(answer, request);
  }

  @Override
  public ProposeReply propose(Value value, ProposeOptions options, Optional<Meta> meta) {
    return call(
        new CallConfig(FOR_EVER),
        "paxos.propose",
        parameters(meta, value.text(), CallCodec.writeOptions(options)),
        CallCodec::readProposed);
  }

  @Override
  public NodeState status() {
    return call(
        new CallConfig(READ_MILLIS),
        "node.status",
        List.of(),
        answer -> JournalCodec.readState(answer, "the answer"));
  }

  @Override
  public EventBatch events(int since, int waitMillis, Optional<Integer> incarnation) {
    List<Object> parameters = new ArrayList<>(List.of(since, waitMillis));
    incarnation.ifPresent(parameters::add);
    return call(
        new CallConfig((long) waitMillis + READ_MILLIS),
        "node.events",
        parameters,
        JournalCodec::readBatch);
  }

  @Override
  public void restart(Optional<Meta> meta) {
    change("node.restart", parameters(meta));
  }

  @Override
  public void crash() {
    try {
      change("node.crash", List.of());
    } catch (NodeSilent _) {
      calls.awaitGone(READ_MILLIS);
      return;
    }
    throw new NodeSilent(address + " was told to die, but has answered instead.", null);
  }

  @Override
  public void gateMode(GateMode mode, Optional<Lease> lease) {
    List<Object> parameters = new ArrayList<>(List.of(mode.toString()));
    lease.map(CallCodec::writeLease).ifPresent(parameters::add);
    change("gate.mode", parameters);
  }

  @Override
  public void gateLease(Lease lease) {
    change("gate.lease", List.of(CallCodec.writeLease(lease)));
  }

  @Override
  public void gateDelay(int millis, Optional<Meta> meta) {
    change("gate.delay", parameters(meta, millis));
  }

  @Override
  public List<Held> held() {
    return call(
        new CallConfig(READ_MILLIS),
        "gate.held",
        List.of(),
        answer ->
            Wire.list(answer, "the answer").stream()
                .map(item -> MessageCodec.readHeld(item, "a held item"))
                .toList());
  }

  @Override
  public Delivery deliver(String id, Optional<Meta> meta) {
    return call(
        new CallConfig(DELIVER_MILLIS),
        "gate.deliver",
        parameters(meta, id),
        CallCodec::readDelivery);
  }

  @Override
  public void drop(String id, Optional<Meta> meta) {
    change("gate.drop", parameters(meta, id));
  }

  @Override
  public String duplicate(String id, Optional<Meta> meta, Optional<String> token) {
    List<Object> parameters = parameters(meta, id);
    if (token.isPresent()) {
      // Without a caller the token still is the third parameter.
      if (meta.isEmpty()) {
        throw new IllegalArgumentException("Who gives a token says who calls: give a meta.");
      }
      parameters.add(token.get());
    }
    return call(
        new CallConfig(CHANGE_MILLIS),
        "gate.duplicate",
        parameters,
        answer -> Members.of(answer, "the answer").text("id"));
  }

  @Override
  public Optional<Exchange> exchange(String id) {
    return call(new CallConfig(READ_MILLIS), "node.exchange", List.of(id), CallCodec::readExchange);
  }

  private static List<Object> parameters(Optional<Meta> meta, Object... values) {
    List<Object> parameters = new ArrayList<>(List.of(values));
    meta.map(CallCodec::writeMeta).ifPresent(parameters::add);
    return parameters;
  }

  private void change(String method, List<Object> parameters) {
    call(
        new CallConfig(CHANGE_MILLIS),
        method,
        parameters,
        answer -> Members.of(answer, "the answer").flag("ok"));
  }

  private <T> T call(
      CallConfig config, String method, List<Object> parameters, Function<Object, T> reader) {
    Object result;
    try {
      result = client.execute(new XmlRpcClientRequestImpl(config, method, parameters));
    } catch (NotUnderstood wrong) {
      throw config.isSent()
          ? notANode(wrong)
          : new NodeFault(NodeFault.Code.BAD_PARAMETER, wrong.getMessage());
    } catch (XmlRpcException failed) {
      throw new NodeFault(
          NodeFault.Code.BAD_PARAMETER,
          "The call " + method + " cannot be written: its parameters are too long.");
    }
    try {
      return reader.apply(result);
    } catch (NotUnderstood wrong) {
      throw notANode(wrong);
    }
  }

  // It may be a node after all, of another version or broken, and have carried the call out.
  private NodeSilent notANode(NotUnderstood wrong) {
    return new NodeSilent(
        "Something answers on %s, but not as a Paxoscope node does. %s"
            .formatted(address, wrong.getMessage()),
        wrong);
  }

  /** Ends the calls that are under way with {@link NodeSilent}; later ones fail in the same way. */
  @Override
  public void close() {
    calls.close();
  }
}
