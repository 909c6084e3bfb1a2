package paxoscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A crash: the connection closes unanswered, and a client knows what that means. */
class CrashTest {

  @Test
  void a_crash_call_ends_when_the_process_is_gone() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      int port = Integer.parseInt(output.readLine());
      try (NodeClient client =
          new NodeClient(new NodeAddress("127.0.0.1", port), ClientAccess.LOCAL)) {
        client.restart(Optional.empty());

        client.crash();

        assertThrows(NodeUnreachable.class, () -> client.restart(Optional.empty()));
      }
      assertEquals(137, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_node_that_answers_a_crash_call_is_told_to_have_done_so() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.answering(
                "<methodResponse><params><param><value><struct><member><name>ok</name>"
                    + "<value><boolean>1</boolean></value></member></struct></value></param>"
                    + "</params></methodResponse>");
        NodeClient client = server.client()) {
      NodeSilent failure = assertThrows(NodeSilent.class, client::crash);
      assertEquals(
          server.address() + " was told to die, but has answered instead.", failure.getMessage());
    }
  }

  @Test
  void a_crash_closes_the_connection_unanswered_even_if_the_process_lives_on() {
    RecordingNode immortal = new RecordingNode();
    try (RunningServer server = new RunningServer(immortal)) {
      String response = server.post("<methodCall><methodName>node.crash</methodName></methodCall>");
      assertEquals("", response);
      assertEquals(List.of(RecordingNode.Call.of("crash")), immortal.calls());
    }
  }
}
