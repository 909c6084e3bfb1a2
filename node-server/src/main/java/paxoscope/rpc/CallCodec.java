package paxoscope.rpc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import paxoscope.journal.Delivery;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;

/** What goes along with calls, and the shorter answers, as structs. */
final class CallCodec {

  private static final Set<String> META_MEMBERS =
      Set.of("run", "clock", "sender", "incarnation", "driver", "to", "servers");
  private static final Set<String> OPTION_MEMBERS = Set.of("attempts", "backoff", "to", "round");
  private static final Set<String> LEASE_MEMBERS = Set.of("driver", "leaseMillis");
  private static final int LONGEST_LEASE_MILLIS = 600_000;

  private CallCodec() {}

  static Map<String, Object> writeMeta(NodeApi.Meta meta) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (!meta.run().isEmpty()) {
      members.put("run", meta.run());
    }
    members.put("clock", meta.clock());
    meta.sender().ifPresent(sender -> members.put("sender", sender));
    if (meta.incarnation() != 0) {
      members.put("incarnation", meta.incarnation());
    }
    if (!meta.driver().isEmpty()) {
      members.put("driver", meta.driver());
    }
    meta.addressee()
        .ifPresent(
            called -> {
              members.put("to", called.server());
              members.put("servers", called.servers());
            });
    return members;
  }

  static NodeApi.Meta readMeta(Object value, String what) {
    Members members = Members.of(value, what).only(META_MEMBERS);
    return new NodeApi.Meta(
        members.optional("run", Wire::shortText).orElse(""),
        members.optionalInteger("clock").orElse(0),
        members.optional(
            "sender", (given, label) -> Wire.integer(given, label, 1, Integer.MAX_VALUE)),
        members.optionalInteger("incarnation").orElse(0),
        members.optional("driver", Wire::shortText).orElse(""),
        readAddressee(members, what));
  }

  private static Optional<NodeApi.Addressee> readAddressee(Members members, String what) {
    Optional<Integer> server = members.optional("to", CallCodec::readPositive);
    Optional<Integer> servers = members.optional("servers", CallCodec::readPositive);
    if (server.isPresent() != servers.isPresent()) {
      throw new NotUnderstood(what + " must have both 'to' and 'servers', or neither.");
    }
    return server.map(number -> new NodeApi.Addressee(number, servers.orElseThrow()));
  }

  static Map<String, Object> writeOptions(ProposeOptions options) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("attempts", options.attempts());
    members.put(
        "backoff",
        switch (options.backoff()) {
          case RANDOM -> "random";
          case NONE -> "none";
        });
    if (!options.to().isEmpty()) {
      members.put("to", options.to().stream().map(ServerId::number).toList());
    }
    options.firstRound().ifPresent(round -> members.put("round", round));
    return members;
  }

  static ProposeOptions readOptions(Object value, String what) {
    Members members = Members.of(value, what).only(OPTION_MEMBERS);
    ProposeOptions standard = ProposeOptions.DEFAULT;
    Optional<Set<ServerId>> to = members.optional("to", CallCodec::readServers);
    return new ProposeOptions(
        members.optional("attempts", CallCodec::readPositive).orElse(standard.attempts()),
        members.optional("backoff", CallCodec::readBackoff).orElse(standard.backoff()),
        to.orElse(standard.to()),
        members.optional("round", CallCodec::readPositive));
  }

  private static int readPositive(Object value, String label) {
    return Wire.integer(value, label, 1, Integer.MAX_VALUE);
  }

  private static ProposeOptions.Backoff readBackoff(Object value, String label) {
    String text = Wire.text(value, label);
    return switch (text) {
      case "random" -> ProposeOptions.Backoff.RANDOM;
      case "none" -> ProposeOptions.Backoff.NONE;
      default ->
          throw new NotUnderstood(
              "%s must be random or none, not '%s'.".formatted(label, Wire.shorten(text)));
    };
  }

  // An empty list would mean "all" further on; who writes one means something else.
  private static Set<ServerId> readServers(Object value, String label) {
    List<?> servers = Wire.list(value, label);
    if (servers.isEmpty()) {
      throw new NotUnderstood(label + " must name at least a majority of the servers.");
    }
    return servers.stream().map(server -> Wire.server(server, label)).collect(Collectors.toSet());
  }

  static Map<String, Object> writeLease(NodeApi.Lease lease) {
    return Map.of("driver", lease.driver(), "leaseMillis", lease.millis());
  }

  static NodeApi.Lease readLease(Object value, String what) {
    Members members = Members.of(value, what).only(LEASE_MEMBERS);
    String driver = members.required("driver", Wire::shortText);
    if (driver.isEmpty()) {
      throw new NotUnderstood("driver of " + what + " must not be empty.");
    }
    return new NodeApi.Lease(
        driver,
        members.required(
            "leaseMillis", (given, label) -> Wire.integer(given, label, 0, LONGEST_LEASE_MILLIS)));
  }

  /** {@code paxos.prepare}, {@code paxos.accept}: whether granted, and what was promised. */
  static Map<String, Object> writeReply(NodeApi.Answer answer) {
    if (answer.replies().size() != 1) {
      throw new IllegalStateException("one reply was due, not " + answer.replies().size());
    }
    Map<String, Object> members = new LinkedHashMap<>();
    Message reply = answer.replies().getFirst();
    members.put("ok", !(reply instanceof Message.Nack));
    putPromisedAndClock(members, answer);
    if (reply instanceof Message.Promise promise) {
      MessageCodec.putProposal(members, "accepted", promise.accepted());
    }
    return members;
  }

  /** {@code paxos.commit} and {@code paxos.handle}: that it was handled, and what answers it. */
  static Map<String, Object> writeHandled(NodeApi.Answer answer, boolean withReplies) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("ok", true);
    putPromisedAndClock(members, answer);
    if (withReplies) {
      members.put("replies", answer.replies().stream().map(MessageCodec::write).toList());
    }
    return members;
  }

  private static void putPromisedAndClock(Map<String, Object> members, NodeApi.Answer answer) {
    answer.promised().ifPresent(number -> members.put("promised", number.toString()));
    members.put("clock", answer.clock());
  }

  /** Turns the answer to a call back into the messages that it stands for. */
  static NodeApi.Answer readReply(Object value, Message.Request request) {
    Members members = Members.of(value, "the answer");
    List<Message> replies =
        switch (request) {
          case Message.Prepare prepare when members.flag("ok") ->
              List.of(
                  new Message.Promise(
                      prepare.to(),
                      prepare.from(),
                      prepare.number(),
                      members.proposal("acceptedNumber", "acceptedValue")));
          case Message.Accept accept when members.flag("ok") ->
              List.of(new Message.Accepted(accept.to(), accept.from(), accept.number()));
          case Message.Prepare _, Message.Accept _ ->
              List.of(
                  new Message.Nack(
                      request.to(),
                      request.from(),
                      request.number(),
                      request.kind(),
                      members.number("promised")));
          case Message.Commit _ -> List.of();
        };
    return answer(members, replies);
  }

  static NodeApi.Answer readHandled(Object value) {
    Members members = Members.of(value, "the answer");
    return answer(members, members.list("replies", CallCodec::readMessage));
  }

  private static NodeApi.Answer answer(Members members, List<Message> replies) {
    return new NodeApi.Answer(
        replies, members.optionalNumber("promised"), members.optionalInteger("clock").orElse(0));
  }

  /** A message, and surely no timer: a timer fires at its own node only. */
  static Message readMessage(Object value, String what) {
    Outbound item = MessageCodec.read(Members.of(value, what).only(MessageCodec.MEMBERS));
    if (item instanceof Message message) {
      return message;
    }
    throw new NotUnderstood(
        "A %s is a timer, not a message: gate.deliver makes it fire.".formatted(item.kind()));
  }

  static Map<String, Object> writeMessage(Message message, NodeApi.Origin origin) {
    Map<String, Object> members = MessageCodec.write(message);
    origin.run().filter(run -> !run.isEmpty()).ifPresent(run -> members.put("run", run));
    origin.incarnation().ifPresent(incarnation -> members.put("incarnation", incarnation));
    return members;
  }

  /** A held item always tells its incarnation, and leaves its run out if that has no name. */
  static NodeApi.Origin readOrigin(Object value, String what) {
    Members members = Members.of(value, what);
    Optional<Integer> incarnation = members.optionalInteger("incarnation");
    Optional<String> run = members.optional("run", Wire::shortText);
    return new NodeApi.Origin(run.or(() -> incarnation.map(_ -> "")), incarnation);
  }

  static Map<String, Object> writeProposed(ProposeReply reply) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("ok", reply.ok());
    reply
        .chosen()
        .ifPresent(
            chosen -> {
              members.put("value", chosen.value().text());
              members.put("number", chosen.number().toString());
            });
    members.put("message", reply.message());
    return members;
  }

  static ProposeReply readProposed(Object value) {
    Members members = Members.of(value, "the answer");
    Optional<Proposal> chosen = members.proposal("number", "value");
    return new ProposeReply(members.flag("ok"), chosen, members.text("message"));
  }

  static Map<String, Object> writeDelivery(Delivery delivery) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("outcome", delivery.outcome().toString());
    members.put("caused", delivery.caused());
    return members;
  }

  static Delivery readDelivery(Object value) {
    Members members = Members.of(value, "the answer");
    String outcome = members.text("outcome");
    return new Delivery(
        Wire.named("outcome", () -> Delivery.Outcome.of(outcome)),
        members.list("caused", Wire::text));
  }

  static Map<String, Object> writeExchange(Optional<NodeApi.Exchange> exchange) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("ok", exchange.isPresent());
    exchange.ifPresent(
        texts -> {
          members.put("request", texts.request());
          texts.response().ifPresent(response -> members.put("response", response));
        });
    return members;
  }

  static Optional<NodeApi.Exchange> readExchange(Object value) {
    Members members = Members.of(value, "the answer");
    if (!members.flag("ok")) {
      return Optional.empty();
    }
    return Optional.of(
        new NodeApi.Exchange(members.text("request"), members.optional("response", Wire::text)));
  }
}
