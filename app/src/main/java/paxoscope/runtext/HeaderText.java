package paxoscope.runtext;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Box;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.RunHeader;

/** The first line of a run: what kind of text it is, and what is fixed for the run. */
final class HeaderText {

  /** The version that this program writes, and the highest that it reads. */
  static final int VERSION = 1;

  private static final int HIGHEST_PORT = 65_535;

  private HeaderText() {}

  static String line(RunHeader header) {
    return Json.line(
        json -> {
          json.writeStringField("paxoscope", "run");
          json.writeNumberField("version", VERSION);
          json.writeStringField("run", header.run());
          json.writeStringField("scenario", header.scenario());
          json.writeStringField("title", header.title());
          writeParameters(json, header.parameters());
          writeRole(json, "A", header.proposerA());
          writeRole(json, "B", header.proposerB());
          json.writeArrayFieldStart("ports");
          for (int port : header.ports()) {
            json.writeNumber(port);
          }
          json.writeEndArray();
          if (header.reference().isPresent()) {
            writeReference(json, header.reference().get());
          }
        });
  }

  private static void writeReference(JsonGenerator json, BoxDiagram reference) throws IOException {
    json.writeArrayFieldStart("reference");
    for (Box box : reference.boxes()) {
      json.writeStartObject();
      json.writeStringField("column", box.column());
      json.writeStringField("server", box.server().toString());
      json.writeNumberField("phase", box.phase());
      json.writeStringField("number", box.number().toString());
      if (!box.value().isEmpty()) {
        json.writeStringField("value", box.value());
      }
      if (box.refused()) {
        json.writeBooleanField("refused", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static List<Integer> ports(Members line) {
    List<Integer> ports = line.numbers("ports");
    for (int port : ports) {
      if (port < 1 || port > HIGHEST_PORT) {
        throw new IllegalArgumentException(
            "'ports' has %d: a port is 1 to %d.".formatted(port, HIGHEST_PORT));
      }
    }
    return ports;
  }

  private static Box box(Members box, Terms terms) {
    return new Box(
        box.text("column"),
        terms.server(box.text("server")),
        box.number("phase"),
        terms.number(box.text("number")),
        box.textOr("value", ""),
        box.has("refused"));
  }

  private static void writeParameters(JsonGenerator json, Map<String, String> parameters)
      throws IOException {
    json.writeObjectFieldStart("parameters");
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      json.writeStringField(parameter.getKey(), parameter.getValue());
    }
    json.writeEndObject();
  }

  private static void writeRole(JsonGenerator json, String name, Optional<ServerId> proposer)
      throws IOException {
    if (proposer.isPresent()) {
      json.writeStringField(name, proposer.get().toString());
    }
  }

  /**
   * Reads the first line.
   *
   * @throws IllegalArgumentException with one clear line if it begins no run, or one of a version
   *     to come
   */
  static RunHeader read(Members line) {
    if (!line.optionalText("paxoscope").equals(Optional.of("run"))) {
      throw new IllegalArgumentException("'paxoscope' must be 'run'.");
    }
    int version = line.number("version");
    if (version > VERSION) {
      throw new IllegalArgumentException(
          "the run is of version %d, and this program reads version %d: open it with a newer one."
              .formatted(version, VERSION));
    }
    List<Integer> ports = ports(line);
    Terms terms = new Terms(new Membership(ports.size()));
    Optional<ServerId> a = line.optionalText("A").map(terms::server);
    Optional<ServerId> b = line.optionalText("B").map(terms::server);
    if (a.isPresent() && a.equals(b)) {
      throw new IllegalArgumentException("A and B are both " + a.get() + ".");
    }
    return new RunHeader(
        line.textOr("run", ""),
        line.textOr("scenario", ""),
        line.textOr("title", ""),
        line.textsByName("parameters"),
        a,
        b,
        ports,
        line.has("reference")
            ? Optional.of(
                new BoxDiagram(
                    line.objects("reference").stream().map(one -> box(one, terms)).toList()))
            : Optional.empty());
  }
}
