package paxoscope.rpc;

import java.util.List;
import java.util.Optional;
import paxoscope.journal.Delivery;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeState;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Value;

/**
 * A node as its callers see it: the methods of its XML-RPC interface with typed parameters. The
 * node implements it, the server publishes it, and the client implements it by calling a node
 * elsewhere.
 *
 * <p>Every method may throw {@link NodeFault}: the node has refused the call and changed nothing. A
 * client's methods may also throw {@link NodeUnreachable} (surely not carried out) and {@link
 * NodeSilent} (perhaps carried out).
 */
public interface NodeApi {

  /**
   * What a call says of its caller beside its parameters.
   *
   * @param run the run it belongs to; empty text for none
   * @param clock the caller's logical clock
   * @param sender the number of the calling server; empty for a driver or a person
   * @param incarnation the caller's incarnation, 0 for none
   * @param driver the name under which the caller holds a lease on the gates; empty text for none
   * @param addressee whom the caller takes this node for; empty if it does not say
   */
  record Meta(
      String run,
      int clock,
      Optional<Integer> sender,
      int incarnation,
      String driver,
      Optional<Addressee> addressee) {

    /**
     * Says nothing of the addressee.
     *
     * @param run the run it belongs to
     * @param clock the caller's logical clock
     * @param sender the number of the calling server
     * @param incarnation the caller's incarnation
     * @param driver the name under which the caller holds a lease
     */
    public Meta(String run, int clock, Optional<Integer> sender, int incarnation, String driver) {
      this(run, clock, sender, incarnation, driver, Optional.empty());
    }

    /**
     * The same caller, who says whom it calls.
     *
     * @param called whom it takes the node for
     * @return the meta with it
     */
    public Meta to(Addressee called) {
      return new Meta(run, clock, sender, incarnation, driver, Optional.of(called));
    }
  }

  /**
   * Whom a caller takes a node for. A node that is another one refuses the call: two lists of a
   * cluster differ, and a server could be counted twice.
   *
   * @param server the number of the server
   * @param servers how many servers its cluster has
   */
  record Addressee(int server, int servers) {}

  /**
   * What handling a message has led to.
   *
   * @param replies the messages that answer it: one for Prepare and Accept, none for the others
   * @param promised the highest number promised after the call
   * @param clock the node's logical clock after the call
   */
  record Answer(List<Message> replies, Optional<ProposalNumber> promised, int clock) {
    /** Keeps an own copy. */
    public Answer {
      replies = List.copyOf(replies);
    }
  }

  /**
   * The exact text of a call that a node made to another.
   *
   * @param request the XML of the request, as it left
   * @param response the XML of the response, as it came; empty if none did
   */
  record Exchange(String request, Optional<String> response) {}

  /**
   * What a message tells of its own past, when somebody hands over one that waited in a gate.
   *
   * @param run the run in which it was sent, empty text for none; empty if it does not say
   * @param incarnation the incarnation of the node in whose gate it waited; empty if it does not
   *     say
   */
  record Origin(Optional<String> run, Optional<Integer> incarnation) {
    /** It says nothing. */
    public static final Origin UNTOLD = new Origin(Optional.empty(), Optional.empty());
  }

  /**
   * {@code paxos.prepare}, {@code paxos.accept}, {@code paxos.commit}: hands the node a message.
   *
   * @param message a message addressed to this node
   * @param meta who calls; empty for a caller outside any run, whose message is always taken
   * @return the replies, once the state behind them is durable
   */
  default Answer handle(Message message, Optional<Meta> meta) {
    return handle(message, Origin.UNTOLD, meta);
  }

  /**
   * {@code paxos.handle}: hands the node a message that may be old.
   *
   * @param message a message addressed to this node
   * @param origin what it tells of its past: a message of another run is refused, and a reply that
   *     answers an earlier incarnation of the node is ignored
   * @param meta who calls; empty for a caller outside any run
   * @return the replies, once the state behind them is durable
   */
  Answer handle(Message message, Origin origin, Optional<Meta> meta);

  /**
   * {@code paxos.propose}: proposes a value and waits until it is known what became of it.
   *
   * @param value the client's value
   * @param options how to propose
   * @param meta who calls
   * @return success, or why not
   */
  ProposeReply propose(Value value, ProposeOptions options, Optional<Meta> meta);

  /**
   * {@code node.status}.
   *
   * @return the node's state, its file read at this moment
   */
  NodeState status();

  /**
   * {@code node.events}: a long poll for what happened.
   *
   * @param since the {@code next} of the batch before, 0 for the beginning
   * @param waitMillis how long to wait for a first event, in milliseconds, 0 for not at all
   * @param incarnation the incarnation that {@code since} belongs to; if it is over, the answer
   *     starts at 0. Empty if not known
   * @return the events
   */
  EventBatch events(int since, int waitMillis, Optional<Integer> incarnation);

  /**
   * {@code node.restart}: back to the initial state.
   *
   * @param meta its run becomes the node's; empty for no named run
   */
  void restart(Optional<Meta> meta);

  /** {@code node.crash}: ends the node's process at once. A client returns when it is gone. */
  void crash();

  /**
   * {@code gate.mode}.
   *
   * @param mode how outbound messages leave from now on
   * @param lease who holds the gate, and for how long without renewal; empty for a person's own
   *     hold
   */
  void gateMode(GateMode mode, Optional<Lease> lease);

  /**
   * A driver's claim on a node's gate.
   *
   * @param driver the driver's name
   * @param millis how long it lasts without renewal, in milliseconds; 0 gives it up
   */
  record Lease(String driver, int millis) {}

  /**
   * {@code gate.lease}: takes, renews or gives up the lease without touching the mode.
   *
   * @param lease the claim
   */
  void gateLease(Lease lease);

  /**
   * {@code gate.delay}.
   *
   * @param millis how long each outbound message waits in an open gate, in milliseconds
   * @param meta who calls
   */
  void gateDelay(int millis, Optional<Meta> meta);

  /**
   * {@code gate.held}.
   *
   * @return what waits in the gate, in the order in which it came
   */
  List<Held> held();

  /**
   * {@code gate.deliver}: releases an item, and waits until its receiver has handled it.
   *
   * @param id the item; once delivered, the same answer again
   * @param meta who calls
   * @return the outcome and what it caused
   */
  Delivery deliver(String id, Optional<Meta> meta);

  /**
   * {@code gate.drop}: loses a message.
   *
   * @param id the item; dropping it twice is dropping it once
   * @param meta who calls
   */
  void drop(String id, Optional<Meta> meta);

  /**
   * {@code gate.duplicate}: doubles a message in the gate, once more with each call.
   *
   * @param id the item
   * @param meta who calls
   * @return the id of the copy
   */
  default String duplicate(String id, Optional<Meta> meta) {
    return duplicate(id, meta, Optional.empty());
  }

  /**
   * The same, in a way that can be repeated.
   *
   * @param id the item
   * @param meta who calls
   * @param token a text of the caller's choice: the same token again makes no second copy, but
   *     names the first. Empty for a copy with each call. Who gives one must say who calls
   * @return the id of the copy
   * @throws IllegalArgumentException by a client, if there is a token but no meta
   */
  String duplicate(String id, Optional<Meta> meta, Optional<String> token);

  /**
   * {@code node.exchange}: the XML of the call that carried an item of this node's gate, or of the
   * call whose answer the item is.
   *
   * @param id the item, delivered or not
   * @return the texts; empty if the item has not left yet or is forgotten
   */
  Optional<Exchange> exchange(String id);
}
