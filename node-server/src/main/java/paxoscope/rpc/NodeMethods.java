package paxoscope.rpc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.journal.GateMode;
import paxoscope.protocol.Message;
import paxoscope.protocol.Proposal;

/**
 * The methods of a node, with their names, parameters and help texts, over a {@link NodeApi}. The
 * first line of each help text is the form of the call.
 */
final class NodeMethods {

  private static final Map<String, Object> OK = Map.of("ok", true);
  private static final int LONGEST_WAIT_MILLIS = 60_000;
  private static final int LONGEST_DELAY_MILLIS = 60_000;

  private final NodeApi node;

  private NodeMethods(NodeApi node) {
    this.node = node;
  }

  static List<Method> of(NodeApi node) {
    NodeMethods methods = new NodeMethods(node);
    return List.of(
        methods.prepare(),
        methods.accept(),
        methods.commit(),
        methods.propose(),
        methods.handle(),
        methods.status(),
        methods.events(),
        methods.restart("node.restart"),
        methods.restart("restart"),
        methods.crash(),
        methods.exchange(),
        methods.mode(),
        methods.lease(),
        methods.delay(),
        methods.held(),
        methods.deliver(),
        methods.drop(),
        methods.duplicate());
  }

  private Method prepare() {
    return Method.of(
        "paxos.prepare",
        "struct",
        "string",
        "struct",
        """
        paxos.prepare(number [, meta]) -> {ok, promised [, acceptedNumber, acceptedValue], clock}
        Phase 1: asks the acceptor to promise a proposal number such as "3.1" (round 3, server 1). \
        ok tells whether it did; promised is the highest number promised after this call. An \
        acceptor that has accepted a proposal tells it.\
        """,
        call -> {
          var number = call.number(0);
          var message = new Message.Prepare(number.server(), call.self(), number);
          return CallCodec.writeReply(node.handle(message, call.meta(1)));
        });
  }

  private Method accept() {
    return Method.of(
        "paxos.accept",
        "struct",
        "string, string",
        "struct",
        """
        paxos.accept(number, value [, meta]) -> {ok, promised, clock}
        Phase 2: asks the acceptor to accept a proposal. ok is false if it has promised a higher \
        number, which promised then names. A value is a non-empty text up to 64 KiB, or an int.\
        """,
        call -> {
          var proposal = new Proposal(call.number(0), call.value(1));
          var message = new Message.Accept(proposal.number().server(), call.self(), proposal);
          return CallCodec.writeReply(node.handle(message, call.meta(2)));
        });
  }

  private Method commit() {
    return Method.of(
        "paxos.commit",
        "struct",
        "string, string",
        "struct",
        """
        paxos.commit(number, value [, meta]) -> {ok, promised, clock}
        Tells the learner that a proposal is chosen; the node writes the value to its file. A \
        value other than the committed one is a fault: agreement is broken.\
        """,
        call -> {
          var proposal = new Proposal(call.number(0), call.value(1));
          var message = new Message.Commit(proposal.number().server(), call.self(), proposal);
          return CallCodec.writeHandled(node.handle(message, call.meta(2)), false);
        });
  }

  private Method propose() {
    return Method.of(
        "paxos.propose",
        "struct",
        "string",
        "struct, struct",
        """
        paxos.propose(value [, options [, meta]]) -> {ok, message [, value, number]}
        Proposes a value and waits until it is known what became of it. value is then the chosen \
        one, perhaps another than yours; ok false carries the reason in message. Options: attempts \
        (default 10), backoff ("random" or "none"), to (an array of server numbers to ask, at least \
        a majority; default all), round (the first round; default one above the highest seen).\
        """,
        call ->
            CallCodec.writeProposed(node.propose(call.value(0), call.options(1), call.meta(2))));
  }

  private Method handle() {
    return Method.of(
        "paxos.handle",
        "struct",
        "struct",
        "struct",
        """
        paxos.handle(message [, meta]) -> {ok, replies [, promised], clock}
        Hands the node any protocol message, as the network would: also a late, doubled or old one. \
        The message has the members of gate.held: kind, from, to, number and, where they apply, \
        value, promised, acceptedNumber, acceptedValue, request. If it tells its run, that must be \
        the node's; if it tells its incarnation and is a reply, it is ignored unless it answers this \
        incarnation of the node. replies has the same members.\
        """,
        call ->
            CallCodec.writeHandled(
                node.handle(call.message(0), call.origin(0), call.meta(1)), true));
  }

  private Method status() {
    return Method.of(
        "node.status",
        "struct",
        "",
        "",
        """
        node.status() -> {id, servers, port, incarnation, fileContents, gate, held, version, ...}
        The node's state; fileContents is read from its file at this moment. Members without a \
        value are left out: run, promised, acceptedNumber, acceptedValue, committedNumber, \
        committedValue, driver, rulesOff.\
        """,
        _ -> JournalCodec.writeState(node.status()));
  }

  private Method events() {
    return Method.of(
        "node.events",
        "struct",
        "int, int",
        "int",
        """
        node.events(since, waitMillis [, incarnation]) -> {incarnation, clock, next, more, missed, \
        events}
        What happened after the event since (0: from the beginning); waits up to waitMillis (at \
        most 60000) for a first event. Ask the next time with since = next and the incarnation; if \
        that one is over, the answer begins at 0. missed counts events that the bounded journal has \
        lost.\
        """,
        call -> {
          Optional<Integer> incarnation =
              call.has(2)
                  ? Optional.of(call.integer(2, "incarnation", Integer.MAX_VALUE))
                  : Optional.empty();
          return JournalCodec.writeBatch(
              node.events(
                  call.integer(0, "since", Integer.MAX_VALUE),
                  call.integer(1, "waitMillis", LONGEST_WAIT_MILLIS),
                  incarnation));
        });
  }

  private Method restart(String name) {
    return Method.of(
        name,
        "struct",
        "",
        "struct",
        name
            + """
            ([meta]) -> {ok}
            Back to the initial state: no promise, nothing accepted, an empty file, nothing held. A \
            run named in meta becomes the node's run, and messages of any other are refused from \
            then on; without one the node is in no named run.\
            """,
        call -> {
          node.restart(call.meta(0));
          return OK;
        });
  }

  private Method crash() {
    return Method.of(
        "node.crash",
        "struct",
        "",
        "",
        """
        node.crash()
        The process dies at once, as by kill -9. There is no answer: the connection closes.\
        """,
        _ -> {
          node.crash();
          throw new ConnectionEnds();
        });
  }

  private Method exchange() {
    return Method.of(
        "node.exchange",
        "struct",
        "string",
        "",
        """
        node.exchange(id) -> {ok [, request, response]}
        The XML of the call that carried an item of this node's gate, or whose answer the item is. \
        ok is false if the item has not left yet or is forgotten.\
        """,
        call -> CallCodec.writeExchange(node.exchange(call.text(0, "id"))));
  }

  private Method mode() {
    return Method.of(
        "gate.mode",
        "struct",
        "string",
        "struct",
        """
        gate.mode(mode [, {driver, leaseMillis}]) -> {ok}
        How the node's outbound messages leave: "open" (at once, or after the delay) or "hold" \
        (only by gate.deliver). With a driver's name the hold is a lease, which must be renewed; \
        without one it stays until it is changed.\
        """,
        call -> {
          GateMode mode = JournalCodec.readMode(call.raw(0), "mode");
          node.gateMode(mode, call.lease(1));
          return OK;
        });
  }

  private Method lease() {
    return Method.of(
        "gate.lease",
        "struct",
        "struct",
        "",
        """
        gate.lease({driver, leaseMillis}) -> {ok}
        Takes or renews the claim on the gate, or gives it up with leaseMillis 0. Another driver's \
        claim is a fault that names that driver.\
        """,
        call -> {
          node.gateLease(CallCodec.readLease(call.raw(0), "the lease"));
          return OK;
        });
  }

  private Method delay() {
    return Method.of(
        "gate.delay",
        "struct",
        "int",
        "struct",
        """
        gate.delay(millis [, meta]) -> {ok}
        How long each outbound message waits in an open gate, 0 to 60000 milliseconds.\
        """,
        call -> {
          node.gateDelay(call.integer(0, "millis", LONGEST_DELAY_MILLIS), call.meta(1));
          return OK;
        });
  }

  private Method held() {
    return Method.of(
        "gate.held",
        "array",
        "",
        "",
        """
        gate.held() -> [{id, leg, kind, from, to, number, ...}]
        What waits in the gate, in the order in which it came. leg is request, reply or timer; kind \
        is Prepare, Promise, Accept, Accepted, Nack, Commit, Retry or TimeOut.\
        """,
        _ -> node.held().stream().map(MessageCodec::writeHeld).toList());
  }

  private Method deliver() {
    return Method.of(
        "gate.deliver",
        "struct",
        "string",
        "struct",
        """
        gate.deliver(id [, meta]) -> {outcome, caused}
        Releases an item and answers once its receiver has handled it and what that caused is in \
        the gate (caused: its ids). outcome is handled, unreachable (surely not handled) or unknown \
        (no answer came). The same id again gives the same answer.\
        """,
        call -> CallCodec.writeDelivery(node.deliver(call.text(0, "id"), call.meta(1))));
  }

  private Method drop() {
    return Method.of(
        "gate.drop",
        "struct",
        "string",
        "struct",
        """
        gate.drop(id [, meta]) -> {ok}
        Loses a message that waits in the gate.\
        """,
        call -> {
          node.drop(call.text(0, "id"), call.meta(1));
          return OK;
        });
  }

  private Method duplicate() {
    return Method.of(
        "gate.duplicate",
        "struct",
        "string",
        "struct, string",
        """
        gate.duplicate(id [, meta [, token]]) -> {ok, id}
        Doubles a message that waits in the gate, and names the copy. With a token of your choice \
        the call can be repeated: the same token again makes no second copy, but names the first.\
        """,
        call -> {
          Optional<String> token =
              call.has(2) ? Optional.of(call.text(2, "token")) : Optional.empty();
          String copy = node.duplicate(call.text(0, "id"), call.meta(1), token);
          return Map.of("ok", true, "id", copy);
        });
  }
}
