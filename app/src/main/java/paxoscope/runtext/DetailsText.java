package paxoscope.runtext;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import paxoscope.journal.NodeEvent;

/** What only some kinds of events have, as members of the line of the event. */
final class DetailsText {

  private DetailsText() {}

  static void write(JsonGenerator json, NodeEvent.Details details) throws IOException {
    if (details.options().isPresent()) {
      DecisionText.writeOptions(json, details.options().get());
    }
    if (details.delayMillis().isPresent()) {
      json.writeNumberField("delayMillis", details.delayMillis().get());
    }
    if (details.outcome().isPresent()) {
      json.writeStringField("outcome", details.outcome().get().wireName());
    }
  }

  static NodeEvent.Details read(Members line, Terms terms) {
    Optional<Members> options = line.optionalObject("options");
    Optional<Integer> delayMillis = line.optionalNumber("delayMillis");
    Optional<String> outcome = line.optionalText("outcome");
    if (options.isEmpty() && delayMillis.isEmpty() && outcome.isEmpty()) {
      return NodeEvent.Details.NONE;
    }
    return new NodeEvent.Details(
        options.map(members -> DecisionText.options(members, terms)),
        delayMillis,
        outcome.map(NodeEvent.CallOutcome::ofWireName));
  }
}
