package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paxoscope.protocol.Membership;
import paxoscope.protocol.Rule;
import paxoscope.protocol.ServerId;
import paxoscope.rpc.ClientAccess;
import paxoscope.rpc.NodeAddress;
import paxoscope.rpc.NodeClient;

class NodeMainIT {

  private final int port = NodeProcess.freePorts(3).getFirst();
  private final String cluster =
      "127.0.0.1:%d,127.0.0.1:%d,127.0.0.1:%d".formatted(port, port + 1, port + 2);

  @TempDir Path data;

  private List<String> arguments(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--id", "1", "--cluster", cluster, "--data", data.toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private void assertRefused(int exitCode, String line, List<String> arguments) throws Exception {
    try (NodeProcess process = NodeProcess.start(arguments)) {
      assertEquals(List.of("paxoscope node: " + line), process.errorLines());
      assertEquals(exitCode, process.exitCode());
    }
  }

  @Test
  void aReadyNodeSaysWhereItIsInOneLine() throws Exception {
    try (NodeProcess process = NodeProcess.start(arguments())) {
      String line = process.readyLine();
      assertTrue(
          line.startsWith(
              "S1 listens on 127.0.0.1:%d, data in %s, pid "
                  .formatted(port, data.resolve(Integer.toString(port)))),
          line);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --id 4 --cluster C --data D         | --id 4 is outside the cluster: --cluster names 3 servers, so give 1 to 3.
          --id 0 --cluster C --data D         | --id 0 is outside the cluster: --cluster names 3 servers, so give 1 to 3.
          --id x --cluster C --data D         | --id x is no number: give 1 to 3.
          --id 1 --cluster here --data D      | 'here' is not an address: write host:port, such as 127.0.0.1:8000.
          --id 1 --cluster a:1,a:1 --data D   | The address a:1 is in --cluster twice: each server needs its own.
          --id 1 --cluster 127.0.0.1:1,127.0.0.1:2,localhost:1 --data D | 127.0.0.1:1 and localhost:1 in --cluster are the same place: each server needs its own.
          --id 1 --cluster C --data D --listen x:y | 'x:y' is not an address: write host:port, such as 127.0.0.1:8000.
          --id 1 --cluster C --data D --gate shut  | 'shut' is no gate mode: say open or hold.
          --id 1 --cluster C --data D --without KEEP_THE_PROMISE | A server without KEEP_THE_PROMISE is not Paxos: add --unsafe if you mean it.
          --id 1 --cluster C --data D --file ../x  | --file '../x' will not do: give a plain file name that the node does not use itself, such as committed.txt.
          --id 1 --cluster C --data D --file state | --file 'state' will not do: give a plain file name that the node does not use itself, such as committed.txt.
          --id 1 --cluster C                  | --data is missing. See --help.
          --id 1 --cluster C --data D --datta D    | '--datta' is no option. See --help.
          --id 1 --cluster C --data           | --data needs a value: --data DIR.
          --id 1 --id 2 --cluster C --data D  | --id is given twice: once is enough.
          --id 1 --cluster C --data D --secret-file nowhere | The secret file nowhere cannot be read: check its path and rights.
          """)
  void aWrongCommandLineGetsOneLineAndExitCode2(String arguments, String line) throws Exception {
    List<String> words =
        Stream.of(arguments.split(" +"))
            .map(word -> word.equals("C") ? cluster : word.equals("D") ? data.toString() : word)
            .toList();
    assertRefused(2, line, words);
  }

  @Test
  void aTakenPortGetsOneLineAndExitCode1() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(
          1,
          "Port %d on 127.0.0.1 is in use: stop the program that has it, or choose another port."
              .formatted(taken.getLocalPort()),
          arguments());
    }
    assertEquals(List.of(), List.of(data.toFile().list()), "nothing was touched");
  }

  @Test
  void anAddressOpenToOthersNeedsASecret() throws Exception {
    assertRefused(
        1,
        "On 0.0.0.0, where others can reach it, a node listens only with a shared secret: give one"
            + " (--secret-file, or PAXOSCOPE_SECRET), or listen on 127.0.0.1.",
        arguments("--listen", "0.0.0.0"));
  }

  @Test
  void withASecretItListensEverywhereAndAnswersOnlyWhoKnowsIt() throws Exception {
    Path secret = Files.writeString(data.resolve("secret"), "open sesame\n");
    try (NodeProcess process =
            NodeProcess.start(
                arguments("--listen", "0.0.0.0", "--secret-file", secret.toString()));
        NodeClient knows = client(Optional.of("open sesame"));
        NodeClient guesses = client(Optional.empty())) {
      process.readyLine();
      assertEquals(new ServerId(1), knows.status().server());
      assertThrows(RuntimeException.class, guesses::status);
    }
  }

  private NodeClient client(Optional<String> secret) {
    return new NodeClient(
        new NodeAddress("127.0.0.1", port), new ClientAccess(secret, Optional.empty()));
  }

  @Test
  void aFolderInUseIsRefused() throws Exception {
    Path folder = data.resolve(Integer.toString(port));
    try (FileAcceptorStore user =
        FileAcceptorStore.open(folder, "committed.txt", new ServerId(1), new Membership(3))) {
      assertRefused(
          1,
          "The data folder %s is in use by another node (process %d): stop that one first."
              .formatted(folder, ProcessHandle.current().pid()),
          arguments());
      assertEquals(StoredState.EMPTY, user.state());
    }
  }

  @Test
  void theFolderOfAnotherServerIsRefused() throws Exception {
    Path folder = data.resolve(Integer.toString(port));
    FileAcceptorStore.open(folder, "committed.txt", new ServerId(2), new Membership(3)).close();

    assertRefused(
        1,
        "The data folder %s belongs to S2 of 3 servers, not to S1 of 3: give another --data."
            .formatted(folder),
        arguments());
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "");
    List<String> arguments = List.of("--id", "1", "--cluster", cluster, "--data", file.toString());
    try (NodeProcess process = NodeProcess.start(arguments)) {
      List<String> lines = process.errorLines();
      assertEquals(1, lines.size(), lines::toString);
      assertTrue(
          lines.getFirst().startsWith("paxoscope node: The data folder " + file + "/" + port),
          lines::toString);
      assertEquals(1, process.exitCode());
    }
  }

  @Test
  void itEndsWhenItsStandardInputIsClosed() throws Exception {
    try (NodeProcess process = NodeProcess.start(arguments("--die-with-stdin"))) {
      process.readyLine();
      process.closeStandardInput();
      assertEquals(0, process.exitCode());
    }
  }

  @Test
  void itStopsCleanlyWhenItIsTold() throws Exception {
    try (NodeProcess process = NodeProcess.start(arguments())) {
      process.readyLine();
      process.terminate();
      assertEquals(143, process.exitCode());
      assertEquals(List.of(), process.errorLines());
    }
  }

  @Test
  void crashEndsTheProcessAtOnce() throws Exception {
    try (NodeProcess process = NodeProcess.start(arguments());
        NodeClient client = client(Optional.empty())) {
      process.readyLine();
      client.crash();
      assertEquals(137, process.exitCode());
    }
  }

  @Test
  void aServerWithoutARuleSaysSo() throws Exception {
    try (NodeProcess process =
            NodeProcess.start(arguments("--unsafe", "--without", "keep-the-promise"));
        NodeClient client = client(Optional.empty())) {
      process.readyLine();
      assertEquals(Set.of(Rule.KEEP_THE_PROMISE), client.status().rulesOff());
    }
  }

  @Test
  void itCanStartWithItsGateOnHold() throws Exception {
    try (NodeProcess process = NodeProcess.start(arguments("--gate", "hold"));
        NodeClient client = client(Optional.empty())) {
      process.readyLine();
      assertEquals("hold", client.status().gate().toString());
    }
  }

  @Test
  void theVersionIsShown() throws Exception {
    try (NodeProcess process = NodeProcess.start(List.of("--version"))) {
      assertTrue(process.readyLine().startsWith("paxoscope-node "));
      assertEquals(0, process.exitCode());
    }
  }

  @Test
  void theHelpNamesEveryOption() throws Exception {
    try (NodeProcess process = NodeProcess.start(List.of("--help"))) {
      assertTrue(process.readyLine().startsWith("Usage: paxoscope-node"));
      assertEquals(0, process.exitCode());
    }
  }
}
