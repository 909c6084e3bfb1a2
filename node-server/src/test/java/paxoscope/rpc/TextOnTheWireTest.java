package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.journal.Delivery;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Value;

/** Texts of every kind arrive as they were sent, in both directions. */
class TextOnTheWireTest {

  private final RecordingNode node = new RecordingNode();
  private final RunningServer server = new RunningServer(node);
  private final NodeClient client = server.client();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  static Stream<String> texts() {
    return Stream.of(
        "123",
        "two words",
        " blanks around ",
        "\tone\nvalue\n\nof many lines\n",
        "<value>&amp;</value> ]]> <!-- --> <?x?> <![CDATA[",
        "\"quotes\" and 'apostrophes'",
        "Übergröße, naïve, Ελληνικά, 漢字, עברית",
        "emoji \uD83D\uDE00\uD83C\uDDE9\uD83C\uDDEA \uD83D\uDC69\u200D\uD83D\uDCBB, combining"
            + " e\u0301",
        "\u007F\u0085\u00A0\u2028\uFEFF\uFFFD",
        new String(Character.toChars(0x10FFFD)),
        "x".repeat(Value.MAXIMUM_BYTES),
        "&".repeat(Value.MAXIMUM_BYTES),
        "\uD83D\uDE00".repeat(Value.MAXIMUM_BYTES / 4));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void a_value_arrives_unchanged_in_both_directions(String text) {
    Value value = new Value(text);
    var reply = new ProposeReply(true, Optional.of(new Proposal(Samples.LOW, value)), text);
    node.answering("propose", reply);

    assertEquals(reply, client.propose(value, ProposeOptions.DEFAULT, Optional.empty()));
    assertEquals(
        List.of(RecordingNode.Call.of("propose", value, ProposeOptions.DEFAULT, Optional.empty())),
        node.calls());
  }

  @Test
  void a_carriage_return_becomes_a_line_feed_as_xml_has_it() {
    node.answering("propose", new ProposeReply(false, Optional.empty(), "one\r\ntwo\rthree"));

    assertEquals(
        "one\ntwo\nthree",
        client.propose(new Value("X"), ProposeOptions.DEFAULT, Optional.empty()).message());
  }

  @Test
  void a_carriage_return_that_is_escaped_is_refused_in_a_value() {
    String response =
        server.post(
            "<methodCall><methodName>paxos.propose</methodName><params><param>"
                + "<value>a&#13;b</value></param></params></methodCall>");

    assertTrue(response.contains("must not contain a carriage return (U+000D)"), response);
    assertEquals(List.of(), node.calls());
  }

  @Test
  void a_node_whose_answer_cannot_be_written_says_so() {
    node.answering("deliver", new Delivery(Delivery.Outcome.HANDLED, List.of("\u0000")));

    String response = server.post(call("gate.deliver", "<value>1</value>"));

    assertTrue(response.contains("<int>" + NodeFault.Code.INTERNAL.number() + "</int>"), response);
    assertTrue(response.contains("XML cannot carry it"), response);
  }

  @Test
  void an_answer_that_is_too_long_is_a_fault_and_not_a_broken_connection() {
    List<String> ids = Stream.generate(() -> "&".repeat(1_000_000)).limit(4).toList();
    node.answering("deliver", new Delivery(Delivery.Outcome.HANDLED, ids));

    String response = server.post(call("gate.deliver", "<value>1</value>"));

    assertTrue(response.contains("longer than 16 MiB"), response);
  }

  @Test
  void an_int_is_taken_as_its_decimal_text() {
    node.answering("propose", new ProposeReply(false, Optional.empty(), "no"));
    for (String value :
        List.of(
            "<value><int>-7</int></value>",
            "<value><i4>+0042</i4></value>",
            "<value><i8>9223372036854775807</i8></value>")) {
      server.post(call("paxos.propose", value));
    }
    assertEquals(
        List.of("-7", "42", "9223372036854775807"),
        node.calls().stream().map(call -> call.parameters().getFirst().toString()).toList());
  }

  @Test
  void blanks_around_a_type_and_the_two_forms_of_a_string_mean_the_same() {
    node.answering("propose", new ProposeReply(false, Optional.empty(), "no"));
    for (String value :
        List.of(
            "<value>a b</value>",
            "<value><string>a b</string></value>",
            "<value>\n  <string>a b</string>\n</value>",
            "<value><![CDATA[a b]]></value>",
            "<value>a&#32;<!-- not to be seen -->b</value>")) {
      server.post(call("paxos.propose", value));
    }
    assertEquals(
        List.of("a b", "a b", "a b", "a b", "a b"),
        node.calls().stream().map(call -> call.parameters().getFirst().toString()).toList());
  }

  private static String call(String method, String value) {
    return "<methodCall><methodName>"
        + method
        + "</methodName><params><param>"
        + value
        + "</param></params></methodCall>";
  }
}
