package paxoscope.rpc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import paxoscope.journal.Held;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;

/** Messages, timers and held items as structs, with the members of {@code gate.held}. */
final class MessageCodec {

  /** Every member that a message or a held item can have. */
  static final Set<String> MEMBERS =
      Set.of(
          "id",
          "owner",
          "leg",
          "kind",
          "from",
          "to",
          "number",
          "value",
          "promised",
          "acceptedNumber",
          "acceptedValue",
          "request",
          "attempt",
          "delayMillis",
          "run",
          "incarnation");

  private MessageCodec() {}

  static Map<String, Object> write(Outbound item) {
    Map<String, Object> members = new LinkedHashMap<>();
    put(members, item);
    return members;
  }

  private static void put(Map<String, Object> members, Outbound item) {
    members.put("leg", legName(item.leg()));
    members.put("kind", item.kind().toString());
    members.put("from", item.from().number());
    members.put("to", item.to().number());
    members.put("number", item.number().toString());
    switch (item) {
      case Message.Prepare _ -> {}
      case Message.Accept accept -> members.put("value", accept.proposal().value().text());
      case Message.Commit commit -> members.put("value", commit.proposal().value().text());
      case Message.Promise promise -> {
        members.put("request", Outbound.Kind.PREPARE.toString());
        putProposal(members, "accepted", promise.accepted());
      }
      case Message.Accepted _ -> members.put("request", Outbound.Kind.ACCEPT.toString());
      case Message.Nack nack -> {
        members.put("request", nack.refused().toString());
        members.put("promised", nack.promised().toString());
      }
      case Timer timer -> members.put("attempt", timer.attempt());
    }
  }

  static void putProposal(Map<String, Object> members, String prefix, Optional<Proposal> proposal) {
    proposal.ifPresent(
        given -> {
          members.put(prefix + "Number", given.number().toString());
          members.put(prefix + "Value", given.value().text());
        });
  }

  static Outbound read(Members members) {
    Outbound.Kind kind =
        members.required(
            "kind",
            (value, label) -> {
              String text = Wire.text(value, label);
              return Wire.named(label, () -> Outbound.Kind.of(text));
            });
    Outbound item = read(kind, members);
    Optional<String> leg = members.optional("leg", Wire::text);
    if (leg.isPresent() && !leg.get().equals(legName(item.leg()))) {
      throw new NotUnderstood(
          "A %s has the leg '%s', not '%s'."
              .formatted(kind, legName(item.leg()), Wire.shorten(leg.get())));
    }
    return item;
  }

  private static Outbound read(Outbound.Kind kind, Members members) {
    ServerId from = members.server("from");
    ServerId to = members.server("to");
    return switch (kind) {
      case PREPARE -> new Message.Prepare(from, to, members.number("number"));
      case ACCEPT -> new Message.Accept(from, to, proposal(members));
      case COMMIT -> new Message.Commit(from, to, proposal(members));
      case PROMISE -> {
        requireRequest(members, kind, Outbound.Kind.PREPARE);
        yield new Message.Promise(
            from,
            to,
            members.number("number"),
            members.proposal("acceptedNumber", "acceptedValue"));
      }
      case ACCEPTED -> {
        requireRequest(members, kind, Outbound.Kind.ACCEPT);
        yield new Message.Accepted(from, to, members.number("number"));
      }
      case NACK -> readNack(from, to, members);
      case RETRY, TIME_OUT -> {
        int attempt =
            members
                .optional("attempt", (value, label) -> Wire.integer(value, label, 1, 1_000_000_000))
                .orElse(1);
        yield new Timer(kind, from, members.number("number"), attempt);
      }
    };
  }

  private static Proposal proposal(Members members) {
    return new Proposal(members.number("number"), members.value("value"));
  }

  private static Message.Nack readNack(ServerId from, ServerId to, Members members) {
    String request = members.text("request");
    return Wire.named(
        "request",
        () ->
            new Message.Nack(
                from,
                to,
                members.number("number"),
                Outbound.Kind.of(request),
                members.number("promised")));
  }

  private static void requireRequest(Members members, Outbound.Kind kind, Outbound.Kind request) {
    Optional<String> given = members.optional("request", Wire::text);
    if (given.isPresent() && !given.get().equals(request.toString())) {
      throw new NotUnderstood(
          "A %s answers a %s, not a '%s'.".formatted(kind, request, Wire.shorten(given.get())));
    }
  }

  static Map<String, Object> writeHeld(Held held) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", held.id());
    members.put("owner", held.owner().number());
    put(members, held.content());
    held.delayMillis().ifPresent(millis -> members.put("delayMillis", millis));
    if (!held.run().isEmpty()) {
      members.put("run", held.run());
    }
    members.put("incarnation", held.incarnation());
    return members;
  }

  static Held readHeld(Object value, String what) {
    Members members = Members.of(value, what);
    return new Held(
        members.text("id"),
        members.server("owner"),
        read(members),
        members.optionalInteger("delayMillis"),
        members.textOrEmpty("run"),
        members.integer("incarnation"));
  }

  private static String legName(Leg leg) {
    return switch (leg) {
      case REQUEST -> "request";
      case REPLY -> "reply";
      case TIMER -> "timer";
    };
  }
}
