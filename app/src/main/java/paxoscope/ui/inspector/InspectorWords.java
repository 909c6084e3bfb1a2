package paxoscope.ui.inspector;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import paxoscope.director.Cluster;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.trace.Passage;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;
import paxoscope.ui.model.CardView;
import paxoscope.ui.words.UiText;

/** What the inspector says in words. */
final class InspectorWords {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private InspectorWords() {}

  /** Which part a server plays, or since when it is down. */
  static String part(CardView card) {
    if (!card.server().alive()) {
      return UiText.of("card.down-since", card.server().downSince());
    }
    if (!card.proposer()) {
      return UiText.of("inspector.part.acceptor");
    }
    return switch (card.role()) {
      case A -> UiText.of("inspector.part.a");
      case B -> UiText.of("inspector.part.b");
      case OTHER -> UiText.of("inspector.part.other");
    };
  }

  /** Both texts of a call, one above the other. */
  static String xml(Cluster.Xml found) {
    return UiText.of("inspector.xml.request")
        + "\n"
        + found.request()
        + "\n\n"
        + UiText.of("inspector.xml.response")
        + "\n"
        + found.response().orElse(UiText.of("inspector.xml.no-response"));
  }

  /** The style class of a message. */
  static String look(Outbound message, RunHeader header) {
    return message instanceof Message.Nack
        ? "refusal"
        : Role.of(message.number(), header).styleClass();
  }

  /** When a message was sent, seen from a moment. */
  static String sent(Passage message, int now) {
    return message.sendingSeen() ? step(message.sentStep(), now) : UiText.of("message.sent.before");
  }

  /** What has become of a message, in a word. */
  static String endLabel(Passage message) {
    return UiText.of("message.end." + message.end().name().toLowerCase(Locale.ROOT));
  }

  /** When that was, seen from a moment. */
  static String end(Passage message, int now) {
    return message.end() == Passage.End.WAITING
        ? UiText.of("message.on-its-way")
        : step(message.endStep(), now);
  }

  private static String step(int step, int now) {
    return UiText.of(step > now ? "message.step.ahead" : "message.step", step);
  }

  /** What a server's clock said at an event; empty text if nothing is known of it. */
  static String time(Optional<NodeEvent> event) {
    return event
        .map(
            told ->
                UiText.of(
                    "message.time",
                    CLOCK.format(
                        Instant.ofEpochMilli(told.wallMillis()).atZone(ZoneId.systemDefault())),
                    told.node()))
        .orElse("");
  }

  /** What the other leg of a message's call is to it. */
  static String otherLabel(Passage message) {
    return UiText.of(message.content().leg() == Leg.REPLY ? "message.question" : "message.answer");
  }
}
