package paxoscope.runtext;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.Rule;
import paxoscope.protocol.ServerId;

/**
 * The state of a node as what has changed in it. What a replay of the same decisions would bring
 * again, and what it would not (the node's incarnation, port, run, driver and version), are kept
 * apart.
 */
final class StateText {

  private StateText() {}

  /** The state that the first event of a node is compared with. */
  static NodeState blank(ServerId server, int port) {
    return new NodeState(
        server,
        0,
        port,
        0,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        GateMode.OPEN,
        0,
        Optional.empty(),
        "",
        Set.of());
  }

  /** Whether {@link #writeChange} has something to write. */
  static boolean hasChanged(NodeState before, NodeState now) {
    return !before.promised().equals(now.promised())
        || !before.accepted().equals(now.accepted())
        || !before.committed().equals(now.committed())
        || !before.fileContents().equals(now.fileContents())
        || before.gate() != now.gate()
        || before.held() != now.held()
        || !before.rulesOff().equals(now.rulesOff());
  }

  static void writeChange(JsonGenerator json, NodeState before, NodeState now) throws IOException {
    json.writeObjectFieldStart("state");
    if (!before.promised().equals(now.promised())) {
      json.writeStringField("promised", now.promised().map(ProposalNumber::toString).orElse(null));
    }
    writeProposal(json, "accepted", before.accepted(), now.accepted());
    writeProposal(json, "committed", before.committed(), now.committed());
    if (!before.fileContents().equals(now.fileContents())) {
      json.writeStringField("file", now.fileContents());
    }
    if (before.gate() != now.gate()) {
      json.writeStringField("gate", now.gate().toString());
    }
    if (before.held() != now.held()) {
      json.writeNumberField("held", now.held());
    }
    if (!before.rulesOff().equals(now.rulesOff())) {
      json.writeArrayFieldStart("rulesOff");
      for (Rule rule : new TreeSet<>(now.rulesOff())) {
        json.writeString(rule.name().toLowerCase(Locale.ROOT));
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeProposal(
      JsonGenerator json, String name, Optional<Proposal> before, Optional<Proposal> now)
      throws IOException {
    if (before.equals(now)) {
      return;
    }
    if (now.isPresent()) {
      MessageText.writeProposal(json, name, now.get());
    } else {
      json.writeNullField(name);
    }
  }

  /** Whether {@link #writeCircumstances} has something to write. */
  static boolean haveCircumstancesChanged(NodeState before, int incarnation, NodeState now) {
    return now.incarnation() != incarnation
        || before.servers() != now.servers()
        || before.port() != now.port()
        || !before.run().equals(now.run())
        || !before.driver().equals(now.driver())
        || !before.version().equals(now.version());
  }

  static void writeCircumstances(
      JsonGenerator json, NodeState before, int incarnation, NodeState now) throws IOException {
    json.writeObjectFieldStart("node");
    if (now.incarnation() != incarnation) {
      json.writeNumberField("incarnation", now.incarnation());
    }
    if (before.servers() != now.servers()) {
      json.writeNumberField("servers", now.servers());
    }
    if (before.port() != now.port()) {
      json.writeNumberField("port", now.port());
    }
    if (!before.run().equals(now.run())) {
      json.writeStringField("run", now.run());
    }
    if (!before.driver().equals(now.driver())) {
      json.writeStringField("driver", now.driver().orElse(null));
    }
    if (!before.version().equals(now.version())) {
      json.writeStringField("version", now.version());
    }
    json.writeEndObject();
  }

  /**
   * Puts a state together again.
   *
   * @param before the node's state before
   * @param incarnation the node's incarnation, as its event tells it
   * @param node what {@link #writeCircumstances} wrote, if anything
   * @param change what {@link #writeChange} wrote, if anything
   */
  static NodeState read(
      NodeState before,
      int incarnation,
      Optional<Members> node,
      Optional<Members> change,
      Terms terms) {
    NodeState now = change.map(members -> changed(before, members, terms)).orElse(before);
    NodeState whole =
        new NodeState(
            now.server(),
            node.flatMap(members -> members.optionalNumber("servers")).orElse(now.servers()),
            node.flatMap(members -> members.optionalNumber("port")).orElse(now.port()),
            node.flatMap(members -> members.optionalNumber("incarnation")).orElse(incarnation),
            node.flatMap(members -> members.optionalText("run")).orElse(now.run()),
            now.promised(),
            now.accepted(),
            now.committed(),
            now.fileContents(),
            now.gate(),
            now.held(),
            node.filter(members -> members.has("driver"))
                .map(members -> members.optionalText("driver"))
                .orElse(now.driver()),
            node.flatMap(members -> members.optionalText("version")).orElse(now.version()),
            now.rulesOff());
    return whole.equals(before) ? before : whole;
  }

  private static NodeState changed(NodeState before, Members change, Terms terms) {
    return new NodeState(
        before.server(),
        before.servers(),
        before.port(),
        before.incarnation(),
        before.run(),
        change.has("promised")
            ? change.optionalText("promised").map(terms::number)
            : before.promised(),
        change.has("accepted") ? terms.proposal(change, "accepted") : before.accepted(),
        change.has("committed") ? terms.proposal(change, "committed") : before.committed(),
        terms.shared(change.textOr("file", before.fileContents())),
        change.optionalText("gate").map(GateMode::of).orElse(before.gate()),
        change.numberOr("held", before.held()),
        before.driver(),
        before.version(),
        change.has("rulesOff") ? rules(change) : before.rulesOff());
  }

  private static Set<Rule> rules(Members change) {
    Set<Rule> rules = new TreeSet<>();
    for (String name : change.texts("rulesOff")) {
      rules.add(rule(name));
    }
    return Set.copyOf(rules);
  }

  private static Rule rule(String name) {
    for (Rule rule : Rule.values()) {
      if (rule.name().toLowerCase(Locale.ROOT).equals(name)) {
        return rule;
      }
    }
    throw new IllegalArgumentException("'" + name + "' is no rule.");
  }
}
