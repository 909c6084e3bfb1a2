package paxoscope.runtext;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.ServerId;
import paxoscope.trace.RunHeader;
import paxoscope.trace.TraceStep;

/**
 * Prints a run, step after step. Of each node's state it prints what differs from the event before,
 * so the steps must come in their order. For one run, and one thread at a time.
 */
public final class RunTextWriter {

  private final RunHeader header;
  private final Map<ServerId, NodeEvent> last = new HashMap<>();

  /**
   * Begins a text.
   *
   * @param header what is fixed for the run
   */
  public RunTextWriter(RunHeader header) {
    this.header = header;
  }

  /**
   * The first line.
   *
   * @return the line, with its end
   */
  public String header() {
    return HeaderText.line(header);
  }

  /**
   * The lines of the next step.
   *
   * @param step the step after the one that was printed last
   * @return a line for what was decided, one for the times, and one for each event, with their ends
   */
  public String step(TraceStep step) {
    StringBuilder text = new StringBuilder(decision(step));
    if (!step.events().isEmpty()) {
      text.append(stamps(step.events()));
      for (NodeEvent event : step.events()) {
        text.append(event(event));
        last.put(event.node(), event);
      }
    }
    return text.toString();
  }

  /**
   * The line of a call that is kept with a run.
   *
   * @param call the call
   * @return the line, with its end
   */
  public static String call(CallText call) {
    return Json.line(
        json -> {
          json.writeObjectFieldStart("xml");
          json.writeStringField("owner", call.owner().toString());
          json.writeArrayFieldStart("ids");
          for (String id : call.gateIds()) {
            json.writeString(id);
          }
          json.writeEndArray();
          json.writeStringField("request", call.request());
          if (call.response().isPresent()) {
            json.writeStringField("response", call.response().get());
          }
          json.writeEndObject();
        });
  }

  private static String decision(TraceStep step) {
    return Json.line(
        json -> {
          DecisionText.write(json, step.decision());
          if (step.subject().isPresent()) {
            MessageText.write(json, "subject", step.subject().get());
          }
          writeText(json, "column", step.column());
          writeText(json, "caption", step.caption());
          if (step.outcome() != TraceStep.Outcome.DONE) {
            json.writeStringField("outcome", step.outcome().name().toLowerCase(Locale.ROOT));
          }
        });
  }

  /** What another run of the same decisions would not have alike stands in a line of its own. */
  private String stamps(List<NodeEvent> events) {
    Map<ServerId, NodeEvent> before = new HashMap<>(last);
    return Json.line(
        json -> {
          json.writeArrayFieldStart("stamps");
          for (NodeEvent event : events) {
            stamp(json, Stamp.Place.after(before.get(event.node())), event);
            before.put(event.node(), event);
          }
          json.writeEndArray();
        });
  }

  private void stamp(JsonGenerator json, Stamp.Place place, NodeEvent event) throws IOException {
    json.writeStartObject();
    json.writeNumberField("at", event.wallMillis());
    json.writeNumberField("clock", event.clock());
    if (event.incarnation() != place.incarnation()) {
      json.writeNumberField("incarnation", event.incarnation());
    }
    if (event.sequence() != place.nextSequence(event.incarnation())) {
      json.writeNumberField("sequence", event.sequence());
    }
    if (event.itemId().isPresent()) {
      json.writeStringField("id", event.itemId().get());
    }
    NodeState state = place.stateOr(StateText.blank(event.node(), port(event.node())));
    if (StateText.haveCircumstancesChanged(state, event.incarnation(), event.state())) {
      StateText.writeCircumstances(json, state, event.incarnation(), event.state());
    }
    json.writeEndObject();
  }

  private String event(NodeEvent event) {
    NodeState before =
        Stamp.Place.after(last.get(event.node()))
            .stateOr(StateText.blank(event.node(), port(event.node())));
    return Json.line(
        json -> {
          json.writeStringField("event", event.kind().wireName());
          json.writeStringField("node", event.node().toString());
          if (event.message().isPresent()) {
            MessageText.write(json, "message", event.message().get());
          }
          if (event.value().isPresent()) {
            json.writeStringField("value", event.value().get().text());
          }
          writeText(json, "note", event.note());
          DetailsText.write(json, event.details());
          if (StateText.hasChanged(before, event.state())) {
            StateText.writeChange(json, before, event.state());
          }
        });
  }

  private int port(ServerId server) {
    return header.ports().get(server.number() - 1);
  }

  private static void writeText(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }
}
