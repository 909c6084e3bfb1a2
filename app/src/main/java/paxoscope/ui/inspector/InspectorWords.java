package paxoscope.ui.inspector;

import paxoscope.director.Cluster;
import paxoscope.ui.model.CardView;
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
}
