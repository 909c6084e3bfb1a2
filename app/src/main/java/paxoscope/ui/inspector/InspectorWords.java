package paxoscope.ui.inspector;

import java.util.Locale;
import paxoscope.director.Cluster;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;
import paxoscope.ui.model.CardView;
import paxoscope.ui.model.Journey;
import paxoscope.ui.words.UiText;

/** What the inspector says in words. */
final class InspectorWords {

  private InspectorWords() {}

  /** Which part a server plays, or since when it is down. */
  static String part(CardView card) {
    if (!card.server().alive()) {
      return UiText.of("card.down-since", card.server().downSince());
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

  /** When a message was sent. */
  static String sent(Journey journey) {
    return journey.sent() == 0
        ? UiText.of("message.sent.before")
        : UiText.of("message.step", journey.sent());
  }

  /** What has become of a message, in a word. */
  static String endLabel(Journey journey) {
    return UiText.of(
        "message.end."
            + journey
                .end()
                .map(end -> end.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("waiting"));
  }

  /** When that was. */
  static String end(Journey journey) {
    return journey
        .end()
        .map(end -> UiText.of("message.step", end.step()))
        .orElse(UiText.of("message.on-its-way"));
  }

  /** What the other leg of a message's call is to it. */
  static String otherLabel(Journey journey) {
    return UiText.of(journey.content().leg() == Leg.REPLY ? "message.question" : "message.answer");
  }
}
