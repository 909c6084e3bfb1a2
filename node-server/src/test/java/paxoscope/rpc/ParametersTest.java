package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Value;

/** Wrong parameters: a clear line for people, and nothing reaches the node. */
class ParametersTest {

  private static final String LONG_NAME = "n".repeat(201);

  private final RecordingNode node = new RecordingNode();
  private final MethodTable table = new MethodTable(node, Samples.S2, Samples.FIVE);

  private static Arguments wrong(String text, String method, Object... values) {
    return Arguments.of(text, method, Arrays.asList(values));
  }

  private static Map<String, Object> message(Object... namesAndValues) {
    Map<String, Object> members = new HashMap<>();
    members.put("kind", "Prepare");
    members.put("from", 1);
    members.put("to", 2);
    members.put("number", "3.1");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return members;
  }

  static Stream<Arguments> wrongNumbersAndValues() {
    return Stream.of(
        wrong(
            "number: '3' is not a proposal number: write round.server, such as 3.1.",
            "paxos.prepare",
            "3"),
        wrong(
            "number: '0.1' is not a proposal number: write round.server, such as 3.1.",
            "paxos.prepare",
            "0.1"),
        wrong(
            "number: ' 3.1' is not a proposal number: write round.server, such as 3.1.",
            "paxos.prepare",
            " 3.1"),
        wrong(
            "number: '\u0663.1' is not a proposal number: write round.server, such as 3.1.",
            "paxos.prepare",
            "\u0663.1"),
        wrong(
            "number: '2147483648.1' is too large a proposal number: 2147483647 is the highest.",
            "paxos.prepare",
            "2147483648.1"),
        wrong("number: S6 is not in this cluster of 5 servers.", "paxos.prepare", "3.6"),
        wrong("number must be a string, not a double.", "paxos.prepare", 3.1),
        wrong("number must be a string, not nil.", "paxos.prepare", (Object) null),
        wrong("value: A value must not be empty.", "paxos.accept", "3.1", ""),
        wrong(
            "value must be a string (or an int), not a boolean.",
            "paxos.accept",
            "3.1",
            Boolean.TRUE),
        wrong("value must be a string (or an int), not a double.", "paxos.commit", "3.1", 1.5),
        wrong(
            "value must be a string (or an int), not an array.",
            "paxos.propose",
            (Object) new Object[0]),
        wrong(
            "value: A value must not be longer than 64 KiB.",
            "paxos.propose",
            "x".repeat(Value.MAXIMUM_BYTES + 1)));
  }

  static Stream<Arguments> wrongCounts() {
    return Stream.of(
        wrong(
            "paxos.prepare takes 1 to 2 parameters, not 0. Call it so: paxos.prepare(number [,"
                + " meta]) -> {ok, promised [, acceptedNumber, acceptedValue], clock}",
            "paxos.prepare"),
        wrong(
            "node.status takes no parameters, not 1. Call it so: node.status() -> {id, servers,"
                + " port, incarnation, fileContents, gate, held, version, ...}",
            "node.status",
            1),
        wrong(
            "gate.lease takes 1 parameter, not 2. Call it so: gate.lease({driver, leaseMillis}) ->"
                + " {ok}",
            "gate.lease",
            Map.of(),
            Map.of()));
  }

  static Stream<Arguments> wrongStructs() {
    return Stream.of(
        wrong("meta must be a struct.", "paxos.prepare", "3.1", "me"),
        wrong(
            "meta has no member 'runs'; it may have: clock, driver, incarnation, run, sender,"
                + " servers, to.",
            "paxos.prepare",
            "3.1",
            Map.of("runs", "x")),
        wrong("sender of meta must be 1 to 2147483647, not 0.", "restart", Map.of("sender", 0)),
        wrong(
            "sender of meta: S6 is not in this cluster of 5 servers.",
            "restart",
            Map.of("sender", 6)),
        wrong(
            "This is S2 of 5 servers, but the caller takes it for S3 of 5: compare the --cluster"
                + " lists.",
            "paxos.prepare",
            "3.1",
            Map.of("to", 3, "servers", 5)),
        wrong(
            "This is S2 of 5 servers, but the caller takes it for S2 of 3: compare the --cluster"
                + " lists.",
            "restart",
            Map.of("to", 2, "servers", 3)),
        wrong("meta must have both 'to' and 'servers', or neither.", "restart", Map.of("to", 2)),
        wrong("clock of meta must be an int, not a string.", "restart", Map.of("clock", "1")),
        wrong("clock of meta must be 0 to 2147483647, not -1.", "restart", Map.of("clock", -1)),
        wrong(
            "run of meta must not be longer than 200 characters.",
            "restart",
            Map.of("run", LONG_NAME)));
  }

  static Stream<Arguments> wrongOptions() {
    return Stream.of(
        wrong(
            "options has no member 'attempt'; it may have: attempts, backoff, round, to.",
            "paxos.propose",
            "x",
            Map.of("attempt", 3)),
        wrong(
            "attempts of options must be 1 to 2147483647, not 0.",
            "paxos.propose",
            "x",
            Map.of("attempts", 0)),
        wrong(
            "backoff of options must be random or none, not 'some'.",
            "paxos.propose",
            "x",
            Map.of("backoff", "some")),
        wrong(
            "to of options must name at least a majority of the servers.",
            "paxos.propose",
            "x",
            Map.of("to", new Object[0])),
        wrong(
            "to of options: S7 is not in this cluster of 5 servers.",
            "paxos.propose",
            "x",
            Map.of("to", new Object[] {1, 2, 7})),
        wrong(
            "round of options must be an int, not a string.",
            "paxos.propose",
            "x",
            Map.of("round", "3")),
        wrong("mode: 'closed' is no gate mode: say open or hold.", "gate.mode", "closed"),
        wrong(
            "the lease needs the member 'leaseMillis'.",
            "gate.mode",
            "hold",
            Map.of("driver", "me")),
        wrong(
            "driver of the lease must not be empty.",
            "gate.lease",
            Map.of("driver", "", "leaseMillis", 1)),
        wrong("millis must be 0 to 60000, not -1.", "gate.delay", -1),
        wrong("waitMillis must be 0 to 60000, not 60001.", "node.events", 0, 60_001),
        wrong("since must be 0 to 2147483647, not -1.", "node.events", -1, 0),
        wrong("id must be a string, not an int.", "gate.deliver", 7));
  }

  static Stream<Arguments> wrongMessages() {
    return Stream.of(
        wrong("the message must be a struct.", "paxos.handle", "Prepare"),
        wrong(
            "the message needs the member 'kind'.",
            "paxos.handle",
            Map.of("from", 1, "to", 2, "number", "3.1")),
        wrong(
            "kind of the message: 'prepare' is no kind of message.",
            "paxos.handle",
            message("kind", "prepare")),
        wrong("This is S2, but the message is for S3.", "paxos.handle", message("to", 3)),
        wrong(
            "from of the message: S9 is not in this cluster of 5 servers.",
            "paxos.handle",
            message("from", 9)),
        wrong("the message needs the member 'value'.", "paxos.handle", message("kind", "Accept")),
        wrong(
            "A Prepare has the leg 'request', not 'reply'.",
            "paxos.handle",
            message("leg", "reply")),
        wrong(
            "the message must have both 'acceptedNumber' and 'acceptedValue', or neither.",
            "paxos.handle",
            message("kind", "Promise", "acceptedNumber", "2.1")),
        wrong(
            "acceptedNumber of the message: S6 is not in this cluster of 5 servers.",
            "paxos.handle",
            message("kind", "Promise", "acceptedNumber", "2.6", "acceptedValue", "x")),
        wrong(
            "A Promise answers a Prepare, not a 'Accept'.",
            "paxos.handle",
            message("kind", "Promise", "request", "Accept")),
        wrong(
            "request: A Commit cannot be refused.",
            "paxos.handle",
            message("kind", "Nack", "request", "Commit", "promised", "4.5")),
        wrong(
            "the message needs the member 'promised'.",
            "paxos.handle",
            message("kind", "Nack", "request", "Accept")),
        wrong(
            "A Retry is a timer, not a message: gate.deliver makes it fire.",
            "paxos.handle",
            message("kind", "Retry")));
  }

  @ParameterizedTest
  @MethodSource({
    "wrongNumbersAndValues",
    "wrongCounts",
    "wrongStructs",
    "wrongOptions",
    "wrongMessages"
  })
  void a_wrong_parameter_is_named(String text, String method, List<?> values) {
    NodeFault fault = assertThrows(NodeFault.class, () -> table.call(method, values));

    assertEquals(text, fault.getMessage());
    assertEquals(NodeFault.Code.BAD_PARAMETER, fault.code());
    assertEquals(List.of(), node.calls());
  }

  @Test
  void nil_counts_as_left_out_where_something_may_be_left_out() {
    table.call("restart", Arrays.asList((Object) null));
    Map<String, Object> meta = new HashMap<>();
    meta.put("run", null);
    table.call("restart", List.of(meta));

    var empty = new NodeApi.Meta("", 0, Optional.empty(), 0, "");
    assertEquals(
        List.of(
            RecordingNode.Call.of("restart", Optional.empty()),
            RecordingNode.Call.of("restart", Optional.of(empty))),
        node.calls());
  }

  @Test
  void options_that_are_left_out_are_the_usual_ones() {
    node.answering("propose", new ProposeReply(false, Optional.empty(), "no"));
    table.call("paxos.propose", List.of("x", Map.of()));

    assertEquals(
        List.of(
            RecordingNode.Call.of(
                "propose", new Value("x"), ProposeOptions.DEFAULT, Optional.empty())),
        node.calls());
  }

  @Test
  void a_failure_inside_the_node_is_logged_and_told_without_its_particulars() {
    List<LogRecord> log = new ArrayList<>();
    Handler handler = new Collecting(log);
    Logger logger = Logger.getLogger(MethodTable.class.getName());
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
    try {
      IllegalStateException inside = new IllegalStateException("index 3 of com.example.Thing");
      node.answering("restart", inside);

      NodeFault fault = assertThrows(NodeFault.class, () -> table.call("restart", List.of()));

      assertEquals("The node has failed inside; its log says how.", fault.getMessage());
      assertEquals(NodeFault.Code.INTERNAL, fault.code());
      assertEquals(List.of(inside), log.stream().map(LogRecord::getThrown).toList());
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
  }

  private static final class Collecting extends Handler {
    private final List<LogRecord> log;

    Collecting(List<LogRecord> log) {
      this.log = log;
    }

    @Override
    public void publish(LogRecord entry) {
      log.add(entry);
    }

    @Override
    public void flush() {
      // Nothing waits.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
