package paxoscope.rpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.Rule;
import paxoscope.protocol.Timer;

/** States and events as structs: {@code node.status} and {@code node.events}. */
final class JournalCodec {

  /**
   * About how many characters of text a batch of events may hold. What is beyond waits for the next
   * call, so that an answer stays small however large the values are.
   */
  private static final int BATCH_LENGTH = 1024 * 1024;

  // The tags and short members of one event in a batch, roughly.
  private static final int EVENT_LENGTH = 2048;

  private JournalCodec() {}

  static Map<String, Object> writeState(NodeState state) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", state.server().number());
    members.put("servers", state.servers());
    members.put("port", state.port());
    members.put("incarnation", state.incarnation());
    putText(members, "run", state.run());
    state.promised().ifPresent(number -> members.put("promised", number.toString()));
    MessageCodec.putProposal(members, "accepted", state.accepted());
    MessageCodec.putProposal(members, "committed", state.committed());
    members.put("fileContents", state.fileContents());
    members.put("gate", state.gate().toString());
    members.put("held", state.held());
    state.driver().ifPresent(driver -> members.put("driver", driver));
    members.put("version", state.version());
    if (!state.rulesOff().isEmpty()) {
      members.put("rulesOff", state.rulesOff().stream().sorted().map(Rule::name).toList());
    }
    return members;
  }

  static NodeState readState(Object value, String what) {
    Members members = Members.of(value, what);
    return new NodeState(
        members.server("id"),
        members.integer("servers"),
        members.integer("port"),
        members.integer("incarnation"),
        members.textOrEmpty("run"),
        members.optionalNumber("promised"),
        members.proposal("acceptedNumber", "acceptedValue"),
        members.proposal("committedNumber", "committedValue"),
        members.text("fileContents"),
        members.required("gate", JournalCodec::readMode),
        members.integer("held"),
        members.optional("driver", Wire::text),
        members.text("version"),
        members.optional("rulesOff", JournalCodec::readRules).orElse(Set.of()));
  }

  static GateMode readMode(Object value, String label) {
    String text = Wire.text(value, label);
    return Wire.named(label, () -> GateMode.of(text));
  }

  private static Set<Rule> readRules(Object value, String label) {
    return Wire.list(value, label).stream()
        .map(item -> readRule(Wire.text(item, label), label))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Rule readRule(String text, String label) {
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new NotUnderstood(label + ": '" + Wire.shorten(text) + "' is no rule."));
  }

  static Map<String, Object> writeBatch(EventBatch batch) {
    List<Map<String, Object>> events = new ArrayList<>();
    long length = 0;
    for (NodeEvent event : batch.events()) {
      length += EVENT_LENGTH + length(event);
      if (length > BATCH_LENGTH && !events.isEmpty()) {
        break;
      }
      events.add(writeEvent(event));
    }
    int left = batch.events().size() - events.size();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("incarnation", batch.incarnation());
    members.put("clock", batch.clock());
    // Events are numbered without gaps, so leaving out the last n steps back by n.
    members.put("next", batch.next() - left);
    members.put("more", batch.more() || left > 0);
    members.put("missed", batch.missed());
    members.put("events", events);
    return members;
  }

  private static long length(NodeEvent event) {
    NodeState state = event.state();
    return event.note().length()
        + state.fileContents().length()
        + event.value().map(value -> value.text().length()).orElse(0)
        + state.accepted().map(JournalCodec::length).orElse(0)
        + state.committed().map(JournalCodec::length).orElse(0)
        + event.message().map(JournalCodec::length).orElse(0);
  }

  private static int length(Proposal proposal) {
    return proposal.value().text().length();
  }

  private static int length(Outbound item) {
    return switch (item) {
      case Message.Accept accept -> length(accept.proposal());
      case Message.Commit commit -> length(commit.proposal());
      case Message.Promise promise -> promise.accepted().map(JournalCodec::length).orElse(0);
      case Message.Prepare _, Message.Accepted _, Message.Nack _, Timer _ -> 0;
    };
  }

  static EventBatch readBatch(Object value) {
    Members members = Members.of(value, "the answer");
    return new EventBatch(
        members.integer("incarnation"),
        members.integer("clock"),
        members.integer("next"),
        members.flag("more"),
        members.optionalInteger("missed").orElse(0),
        members.list("events", JournalCodec::readEvent));
  }

  private static Map<String, Object> writeEvent(NodeEvent event) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("node", event.node().number());
    members.put("incarnation", event.incarnation());
    members.put("sequence", event.sequence());
    members.put("clock", event.clock());
    members.put("wallMillis", (double) event.wallMillis());
    members.put("kind", event.kind().wireName());
    event
        .message()
        .ifPresent(message -> members.put("message", writeMessage(message, event.details())));
    event.itemId().ifPresent(id -> members.put("item", id));
    event.value().ifPresent(value -> members.put("value", value.text()));
    event
        .details()
        .options()
        .ifPresent(options -> members.put("options", CallCodec.writeOptions(options)));
    event.details().outcome().ifPresent(outcome -> members.put("outcome", outcome.wireName()));
    putText(members, "note", event.note());
    members.put("state", writeState(event.state()));
    return members;
  }

  private static Map<String, Object> writeMessage(Outbound message, NodeEvent.Details details) {
    Map<String, Object> members = MessageCodec.write(message);
    details.delayMillis().ifPresent(millis -> members.put("delayMillis", millis));
    return members;
  }

  private static NodeEvent readEvent(Object value, String what) {
    Members members = Members.of(value, what);
    return new NodeEvent(
        members.server("node"),
        members.integer("incarnation"),
        members.integer("sequence"),
        members.integer("clock"),
        members.required("wallMillis", Wire::millis),
        members.required("kind", JournalCodec::readKind),
        members.optional("message", (item, label) -> MessageCodec.read(Members.of(item, label))),
        members.optional("item", Wire::text),
        members.optional("value", Wire::value),
        members.textOrEmpty("note"),
        members.required("state", JournalCodec::readState),
        readDetails(members));
  }

  private static NodeEvent.Details readDetails(Members event) {
    return new NodeEvent.Details(
        event.optional("options", CallCodec::readOptions),
        event
            .optional("message", Members::of)
            .flatMap(message -> message.optionalInteger("delayMillis")),
        event.optional("outcome", JournalCodec::readCallOutcome));
  }

  private static NodeEvent.CallOutcome readCallOutcome(Object value, String label) {
    String text = Wire.text(value, label);
    return Wire.named(label, () -> NodeEvent.CallOutcome.ofWireName(text));
  }

  private static NodeEvent.Kind readKind(Object value, String label) {
    String text = Wire.text(value, label);
    return Wire.named(label, () -> NodeEvent.Kind.ofWireName(text));
  }

  private static void putText(Map<String, Object> members, String name, String text) {
    if (!text.isEmpty()) {
      members.put(name, text);
    }
  }
}
