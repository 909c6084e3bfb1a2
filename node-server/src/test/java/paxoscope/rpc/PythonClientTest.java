package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.journal.Delivery;
import paxoscope.journal.GateMode;
import paxoscope.journal.Held;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;

/** Python's {@code xmlrpc.client}, with no option set, can make every call. Needs python3. */
class PythonClientTest {

  private static final String SECRET = "ge:heim";

  private static final List<Held> HELD =
      List.of(
          Samples.held("3-1", Samples.MESSAGES.get(1)),
          Samples.held("3-2", Samples.MESSAGES.getLast()),
          Samples.held("3-3", new Timer(Outbound.Kind.RETRY, Samples.S2, Samples.LOW, 2)));

  @TempDir Path folder;

  private final RecordingNode node = new RecordingNode();

  private String python(List<String> arguments) throws IOException, InterruptedException {
    Path script = folder.resolve("every_call.py");
    try (InputStream resource = getClass().getResourceAsStream("every_call.py")) {
      Files.write(script, resource.readAllBytes());
    }
    ProcessBuilder builder = new ProcessBuilder("python3", script.toString());
    builder.command().addAll(arguments);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  private void prepareAnswers() {
    var promise = new Message.Promise(Samples.S2, Samples.S1, Samples.LOW, Optional.of(Samples.X));
    node.answering("handle", new NodeApi.Answer(List.of(promise), Optional.of(Samples.LOW), 42))
        .answering(
            "propose", new ProposeReply(true, Optional.of(Samples.Y), "Value 'Y' is chosen."))
        .answering("status", Samples.FULL_STATE)
        .answering(
            "events",
            Samples.batch(
                List.of(
                    Samples.event(
                        10, NodeEvent.Kind.REFUSED, Optional.of(Samples.MESSAGES.getFirst())))))
        .answering("held", new RecordingNode.HeldItems(HELD))
        .answering("deliver", new Delivery(Delivery.Outcome.HANDLED, List.of("3-8", "3-9")))
        .answering("duplicate", "3-10")
        .answering("exchange", new NodeApi.Exchange("<a/>", Optional.of("<b/>")));
  }

  private static List<RecordingNode.Call> expectedCalls() {
    Message prepare = new Message.Prepare(Samples.S1, Samples.S2, Samples.LOW);
    Value text = new Value("ein Wert \uD83D\uDE00 & <so>");
    Optional<NodeApi.Meta> none = Optional.empty();
    Optional<NodeApi.Meta> meta =
        Optional.of(new NodeApi.Meta("run-7", 41, Optional.of(1), 3, "python"));
    var origin = new NodeApi.Origin(Optional.of("run-7"), Optional.of(3));
    var lease = new NodeApi.Lease("python", 5000);
    var options =
        new ProposeOptions(
            2,
            ProposeOptions.Backoff.NONE,
            Set.of(Samples.S1, Samples.S2, Samples.S5),
            Optional.of(7));
    return List.of(
        RecordingNode.Call.of("handle", prepare, none),
        RecordingNode.Call.of("handle", prepare, meta),
        RecordingNode.Call.of("handle", accept(text), none),
        RecordingNode.Call.of("handle", accept(new Value("123")), meta),
        RecordingNode.Call.of(
            "handle", new Message.Commit(Samples.S1, Samples.S2, Samples.X), none),
        RecordingNode.Call.of("propose", new Value("X"), ProposeOptions.DEFAULT, none),
        RecordingNode.Call.of("propose", new Value("X"), options, none),
        RecordingNode.Call.of("status"),
        RecordingNode.Call.of("events", 0, 0, Optional.empty()),
        RecordingNode.Call.of("held"),
        RecordingNode.Call.of("held"),
        RecordingNode.Call.of("handle", HELD.get(0).content(), origin, none),
        RecordingNode.Call.of("handle", HELD.get(1).content(), origin, none),
        RecordingNode.Call.of("gateMode", GateMode.HOLD, Optional.empty()),
        RecordingNode.Call.of("gateMode", GateMode.OPEN, Optional.of(lease)),
        RecordingNode.Call.of("gateLease", lease),
        RecordingNode.Call.of("gateDelay", 20, none),
        RecordingNode.Call.of("deliver", "3-7", none),
        RecordingNode.Call.of("drop", "3-7", none),
        RecordingNode.Call.of("duplicate", "3-7", none),
        RecordingNode.Call.of("exchange", "3-7"),
        RecordingNode.Call.of("restart", meta),
        RecordingNode.Call.of("restart", none),
        RecordingNode.Call.of("drop", "3-8", none),
        RecordingNode.Call.of("status"),
        // Python's client tries once more when a connection ends unanswered.
        RecordingNode.Call.of("crash"),
        RecordingNode.Call.of("crash"));
  }

  private static Message accept(Value value) {
    return new Message.Accept(Samples.S1, Samples.S2, new Proposal(Samples.LOW, value));
  }

  private void assertEveryCallWorks(Access access, String scheme, String... arguments)
      throws IOException, InterruptedException {
    prepareAnswers();
    try (RunningServer server = new RunningServer(node, access)) {
      List<String> all = new ArrayList<>();
      all.add(scheme + "://paxos:" + SECRET + "@localhost:" + server.port());
      all.addAll(List.of(arguments));
      String output = python(all);
      try (InputStream resource = getClass().getResourceAsStream("every_call.txt")) {
        assertEquals(new String(resource.readAllBytes(), StandardCharsets.UTF_8), output);
      }
      assertEquals(expectedCalls(), node.calls());
    }
  }

  @Test
  void every_call_works_from_python() throws IOException, InterruptedException {
    assertEveryCallWorks(new Access(Optional.of(SECRET), Set.of(), Optional.empty()), "http");
  }

  @Test
  void every_call_works_from_python_over_tls() throws IOException, InterruptedException {
    TlsFile keys = TestKeys.make(folder);
    assertEveryCallWorks(
        new Access(Optional.of(SECRET), Set.of(), Optional.of(keys)),
        "https",
        TestKeys.exportCertificate(keys).toString());
  }
}
