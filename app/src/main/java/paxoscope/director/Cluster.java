package paxoscope.director;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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

/**
 * The cluster as the director needs it: five (or N) nodes, wherever they run. Calls block, are safe
 * from any thread, and throw {@link ClusterException} with one clear line when a node refuses or
 * cannot be reached.
 */
public interface Cluster extends NodeProcesses, AutoCloseable {

  /**
   * The TCP ports, in ascending order of the servers.
   *
   * @return one for each server
   */
  List<Integer> ports();

  /**
   * The addresses as people write them, in ascending order of the servers.
   *
   * @return {@code host:port} for each server
   */
  List<String> addresses();

  /**
   * Runs calls to several nodes that are to be under way at once. They may wait, and none waits for
   * another.
   *
   * @return runs each call in a thread of its own, or at once where no call ever waits
   */
  Executor callers();

  /**
   * Asks a node for its state.
   *
   * @param server the node
   * @return its state; empty if it does not answer
   */
  Optional<NodeState> status(ServerId server);

  /**
   * Asks a node for its state, and tells why there is none.
   *
   * @param server the node
   * @return how it was found
   */
  default Presence presence(ServerId server) {
    return status(server).map(Presence::of).orElse(Presence.DOWN);
  }

  /**
   * Fetches what happened at a node.
   *
   * @param server the node
   * @param since the {@code next} of the batch before, 0 at first
   * @param incarnation the incarnation that {@code since} belongs to; empty if not known
   * @param waitMillis how long to wait for a first event, in milliseconds
   * @return the events
   */
  EventBatch events(ServerId server, int since, Optional<Integer> incarnation, int waitMillis);

  /**
   * Brings a node back to its initial state, in a new run.
   *
   * @param server the node
   * @param run the id of the run
   */
  void restart(ServerId server, String run);

  /**
   * Sets a node's gate, and takes or renews this driver's lease on it (hold) or gives it up (open).
   *
   * @param server the node
   * @param mode how messages leave
   */
  void gate(ServerId server, GateMode mode);

  /**
   * Asks a node to propose. Does not wait: the answer may need messages to be released first.
   *
   * @param server the node
   * @param value the client's value
   * @param options how to propose
   * @return the answer, when it comes
   */
  CompletableFuture<ProposeReply> propose(ServerId server, Value value, ProposeOptions options);

  /**
   * What waits in a node's gate.
   *
   * @param server the node
   * @return the items in the order in which they came
   */
  List<Held> held(ServerId server);

  /**
   * Releases an item and waits until it is handled.
   *
   * @param owner whose gate
   * @param id the item
   * @return what became of it
   */
  Delivery deliver(ServerId owner, String id);

  /**
   * Loses a message.
   *
   * @param owner whose gate
   * @param id the item
   */
  void drop(ServerId owner, String id);

  /**
   * Doubles a message.
   *
   * @param owner whose gate
   * @param id the item
   * @return the id of the copy
   */
  String duplicate(ServerId owner, String id);

  /**
   * Hands a node a message as the network would, without its sender.
   *
   * @param message the message
   * @return the replies of the node
   */
  List<Message> handle(Message message);

  /**
   * The XML of the call that carried an item.
   *
   * @param owner whose gate it was in
   * @param id the item
   * @return request and response; empty if it is not known (any more)
   */
  Optional<Xml> xml(ServerId owner, String id);

  /**
   * The exact texts of a call.
   *
   * @param request the request
   * @param response the response, if one came
   */
  record Xml(String request, Optional<String> response) {}

  @Override
  void close();
}
