package paxoscope.node;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import paxoscope.protocol.Message;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;
import paxoscope.rpc.NodeSilent;
import paxoscope.rpc.NodeUnreachable;

/** Makes the calls to other nodes beside the mailbox, and brings the results back into it. */
final class Courier {

  /** How a call ended. */
  sealed interface Result {

    /**
     * The node has handled it.
     *
     * @param answer what it gave
     */
    record Answered(NodeApi.Answer answer) implements Result {}

    /**
     * The node has refused the call, and changed nothing.
     *
     * @param fault why
     */
    record Refused(NodeFault fault) implements Result {}

    /**
     * The node has surely not got it.
     *
     * @param reason one clear line
     */
    record Unreachable(String reason) implements Result {}

    /**
     * The node may have got it.
     *
     * @param reason one clear line
     */
    record Silent(String reason) implements Result {}
  }

  /**
   * A call that has ended.
   *
   * @param result how
   * @param exchange the texts that went over the wire, as far as there were any
   */
  record Ended(Result result, Optional<NodeApi.Exchange> exchange) {}

  private final Peers peers;
  private final Mailbox mailbox;
  private final Executor executor;

  Courier(Peers peers, Mailbox mailbox, Executor executor) {
    this.peers = peers;
    this.mailbox = mailbox;
    this.executor = executor;
  }

  /**
   * Starts a call.
   *
   * @param request what to hand over, and to whom
   * @param meta who calls
   * @param then what to do at its end, on the mailbox's thread
   */
  void send(Message.Request request, NodeApi.Meta meta, Consumer<Ended> then) {
    executor.execute(
        () -> {
          Result result = new Result.Silent("The call to " + request.to() + " has failed.");
          AtomicReference<NodeApi.Exchange> wire = new AtomicReference<>();
          try {
            result = call(request, meta, wire::set);
          } finally {
            // Somebody waits for its end, also when the machine has failed.
            tell(then, new Ended(result, Optional.ofNullable(wire.get())));
          }
        });
  }

  private void tell(Consumer<Ended> then, Ended end) {
    mailbox.tell(() -> then.accept(end));
  }

  private Result call(Message.Request request, NodeApi.Meta meta, Consumer<NodeApi.Exchange> wire) {
    try {
      return new Result.Answered(peers.call(request.to(), request, meta, wire));
    } catch (NodeFault fault) {
      return new Result.Refused(fault);
    } catch (NodeUnreachable e) {
      return new Result.Unreachable(e.getMessage());
    } catch (NodeSilent e) {
      return new Result.Silent(e.getMessage());
    } catch (RuntimeException e) {
      // Nothing is known of the call then, and somebody waits for its end.
      return new Result.Silent("The call to " + request.to() + " failed: " + e + ".");
    }
  }
}
