package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls that are made to do harm, or are simply wrong: a clear fault, and nothing reaches the node.
 */
class HostileCallTest {

  private static final String EXTENSIONS = "http://ws.apache.org/xmlrpc/namespaces/extensions";
  private static final AtomicInteger DESERIALIZED = new AtomicInteger();

  @RegisterExtension final QuietStandardError quiet = new QuietStandardError();
  @TempDir Path folder;

  private final RecordingNode node = new RecordingNode();
  private final RunningServer server = new RunningServer(node);

  @AfterEach
  void stop() {
    server.close();
  }

  /** Tells when somebody makes it from its bytes. */
  static final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      DESERIALIZED.incrementAndGet();
      return this;
    }
  }

  private static String call(String method, String... values) {
    return "<?xml version='1.0'?><methodCall><methodName>"
        + method
        + "</methodName><params>"
        + String.join(
            "",
            Stream.of(values).map(value -> "<param><value>" + value + "</value></param>").toList())
        + "</params></methodCall>";
  }

  private void assertFault(NodeFault.Code code, String response) {
    assertTrue(response.startsWith("HTTP/1.1 200 "), response);
    assertTrue(
        response.contains("<name>faultCode</name><value><int>" + code.number() + "</int>"),
        response);
    assertFalse(response.contains("Exception"), response);
    assertFalse(response.contains("org."), response);
    assertFalse(response.contains("java."), response);
    assertEquals(List.of(), node.calls());
  }

  @Test
  void a_dtd_is_refused_and_its_file_is_not_read() throws IOException {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "the secret");
    String response =
        server.post(
            "<!DOCTYPE methodCall [<!ENTITY x SYSTEM '"
                + secret.toUri()
                + "'>]>"
                + "<methodCall><methodName>&x;</methodName></methodCall>");

    assertFault(NodeFault.Code.NOT_A_CALL, response);
    assertFalse(response.contains("the secret"), response);
  }

  @Test
  void no_external_address_is_asked() throws IOException {
    try (ServerSocket listener = new ServerSocket(0)) {
      listener.setSoTimeout(1);
      String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd";
      for (String body :
          List.of(
              "<!DOCTYPE methodCall SYSTEM '" + address + "'><methodCall/>",
              "<!DOCTYPE methodCall [<!ENTITY % p SYSTEM '" + address + "'> %p;]><methodCall/>",
              "<?xml-stylesheet href='" + address + "'?><methodCall/>",
              "<methodCall xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='"
                  + address
                  + "'/></methodCall>",
              "<methodCall xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                  + " xsi:noNamespaceSchemaLocation='"
                  + address
                  + "'/>")) {
        assertFault(NodeFault.Code.NOT_A_CALL, server.post(body));
      }
      boolean asked = true;
      try {
        listener.accept().close();
      } catch (SocketTimeoutException _) {
        asked = false;
      }
      assertFalse(asked);
    }
  }

  @Test
  void entities_that_multiply_are_refused() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE methodCall [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 40; i++) {
      dtd.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
    }
    assertFault(NodeFault.Code.NOT_A_CALL, server.post(dtd + "]>" + call("restart", "&a39;")));
  }

  @Test
  void a_serialized_object_is_neither_taken_nor_made() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
      stream.writeObject(new Gadget());
    }
    String encoded = Base64.getEncoder().encodeToString(bytes.toByteArray());
    for (String type : List.of("serializable", "dom", "jaxb", "nil", "i8", "dateTime", "float")) {
      String value =
          "<ex:" + type + " xmlns:ex='" + EXTENSIONS + "'>" + encoded + "</ex:" + type + ">";
      assertFault(NodeFault.Code.BAD_PARAMETER, server.post(call("restart", value)));
    }
    assertEquals(0, DESERIALIZED.get());
  }

  @Test
  void types_beyond_the_plain_ones_are_refused() {
    for (String value :
        List.of(
            "<base64>aGk=</base64>",
            "<dateTime.iso8601>20260101T00:00:00</dateTime.iso8601>",
            "<float>1.5</float>",
            "<script/>",
            "<STRING>x</STRING>")) {
      assertFault(NodeFault.Code.BAD_PARAMETER, server.post(call("paxos.propose", value)));
    }
  }

  @Test
  void nesting_without_end_is_refused() {
    for (int depth : List.of(30, 1_000, 20_000)) {
      assertFault(
          NodeFault.Code.NOT_A_CALL,
          server.post(
              call(
                  "restart",
                  "<array><data><value>".repeat(depth) + "</value></data></array>".repeat(depth))));
    }
  }

  @Test
  void names_and_attributes_without_end_are_refused() {
    String name = "n".repeat(100_000);
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      attributes.append(" a").append(i).append("='x'");
    }
    assertFault(NodeFault.Code.NOT_A_CALL, server.post("<" + name + "></" + name + ">"));
    assertFault(
        NodeFault.Code.NOT_A_CALL, server.post("<methodCall" + attributes + "></methodCall>"));
    assertFault(
        NodeFault.Code.NOT_A_CALL,
        server.post("<methodCall x='1'><methodName>restart</methodName></methodCall>"));
  }

  static Stream<String> wrongCalls() {
    return Stream.of(
        "",
        " ",
        "restart",
        "{\"method\": \"restart\"}",
        "<methodCall>",
        "<methodCall/>",
        "<methodCall><methodName>restart</methodName>",
        "<methodCall><methodName>restart</methodName></methodCall><x/>",
        "<methodCall><methodName>restart</methodName></methodCall> x",
        "<methodCall><params/></methodCall>",
        "<methodCall><methodName>restart</methodName><params/><params/></methodCall>",
        "<methodCall><methodName>restart</methodName><methodName>x</methodName></methodCall>",
        "<methodCall><methodName>restart</methodName><params><param/></params></methodCall>",
        "<methodCall><methodName>restart</methodName><params><param><value/><value/></param>"
            + "</params></methodCall>",
        "<methodCall><methodName>restart</methodName><params>x</params></methodCall>",
        "<methodCall><methodName><b>restart</b></methodName></methodCall>",
        "<methodResponse><params><param><value/></param></params></methodResponse>",
        "<x:methodCall xmlns:x='urn:x'><x:methodName>restart</x:methodName></x:methodCall>",
        "<methodCall><methodName>restart</methodName>&nbsp;</methodCall>",
        "<methodCall><methodName>restart\u0001</methodName></methodCall>",
        "<methodCall><methodName>restart&#0;</methodName></methodCall>",
        "<?xml version='1.0' encoding='no-such-thing'?><methodCall/>",
        call("gate.delay", "<int>1</int>2"),
        call("gate.delay", "<int><int>1</int></int>"),
        call("restart", "<nil>x</nil>"),
        call("restart", "<struct><member><name>run</name></member></struct>"),
        call("restart", "<struct><member><value>x</value></member></struct>"),
        call("restart", "<struct><value>x</value></struct>"),
        call("restart", "<array><value>x</value></array>"),
        call(
            "restart",
            "<struct><member><name>run</name><value>a</value></member>"
                + "<member><name>run</name><value>b</value></member></struct>"));
  }

  @ParameterizedTest
  @MethodSource("wrongCalls")
  void what_is_no_call_is_told_so(String body) {
    assertFault(NodeFault.Code.NOT_A_CALL, server.post(body));
  }

  static Map<String, String> wrongScalars() {
    return Map.of(
        "<int>99999999999</int>",
        "'99999999999' is not an int: it must be a whole number from -2147483648 to 2147483647.",
        "<int></int>",
        "'' is not an int: it must be a whole number from -2147483648 to 2147483647.",
        "<int>1.0</int>",
        "'1.0' is not an int: it must be a whole number from -2147483648 to 2147483647.",
        "<i8>9223372036854775808</i8>",
        "'9223372036854775808' is not an i8: it must be a whole number of at most 64 bits.",
        "<boolean>2</boolean>",
        "'2' is not a boolean: it must be 0 or 1.",
        "<double>much</double>",
        "'much' is not a double: it must be a decimal number.");
  }

  @Test
  void a_scalar_that_is_none_is_told_so() {
    wrongScalars()
        .forEach(
            (scalar, reason) -> {
              String response = server.post(call("gate.delay", scalar));
              assertFault(NodeFault.Code.BAD_PARAMETER, response);
              assertTrue(response.contains(reason), response);
            });
  }

  @Test
  void a_character_that_xml_cannot_carry_is_named() {
    Map.of(
            "\u0000",
            "U+0000",
            "&#0;",
            "U+0000",
            "\uFFFE",
            "U+FFFE",
            "a&#xd800;",
            "U+D800",
            "&#9;\u0008",
            "U+0008")
        .forEach(
            (text, name) -> {
              String response = server.post(call("paxos.propose", "<string>" + text + "</string>"));
              assertFault(NodeFault.Code.NOT_A_CALL, response);
              assertTrue(
                  response.contains(
                      "The call contains the character " + name + ", which XML cannot carry"),
                  response);
            });
  }

  @Test
  void bytes_that_are_no_utf8_are_told_to_be_no_call() {
    assertFault(
        NodeFault.Code.NOT_A_CALL,
        server.post(call("paxos.propose", "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void a_call_in_another_encoding_that_it_declares_is_read() {
    byte[] utf16 =
        "<?xml version='1.0' encoding='UTF-16'?><methodCall><methodName>restart</methodName></methodCall>"
            .getBytes(StandardCharsets.UTF_16);

    assertTrue(server.post(utf16).contains("<name>ok</name>"));
    assertEquals(1, node.calls().size());
  }

  @Test
  void an_unknown_method_is_quoted_briefly_and_harmlessly() {
    String response = server.post(call("x".repeat(100_000) + "&lt;script>"));

    assertFault(NodeFault.Code.NO_SUCH_METHOD, response);
    assertTrue(response.length() < 1_000, response);
    assertFault(NodeFault.Code.NO_SUCH_METHOD, server.post(call("&lt;&#x1F600;\t")));
  }

  @Test
  void all_connections_at_once_can_send_the_longest_calls() throws InterruptedException {
    String body = call("nothing", "x".repeat(BodyReader.MAXIMUM_BYTES - 200));
    List<Thread> callers =
        Stream.generate(() -> Thread.startVirtualThread(() -> server.post(body)))
            .limit(40)
            .toList();
    for (Thread caller : callers) {
      caller.join();
    }
    assertFault(NodeFault.Code.NO_SUCH_METHOD, server.post(call("nothing")));
  }
}
