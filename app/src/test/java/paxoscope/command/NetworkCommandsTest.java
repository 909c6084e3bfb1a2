package paxoscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paxoscope.command.CommandRunner.Result;
import paxoscope.director.ClusterDirector;
import paxoscope.director.SimulatedCluster;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceDifference;

/** Somebody at a prompt is the network, on participants without processes. */
class NetworkCommandsTest {

  @TempDir private Path folder;

  private final ClusterDirector director = new ClusterDirector(new SimulatedCluster(5));
  private final CommandRunner runner =
      new CommandRunner(director, new StoredScenarios(ScenarioLibrary.load()));
  private final List<String> said = new ArrayList<>();

  @AfterEach
  void close() {
    director.close();
  }

  private Result run(String line) {
    said.clear();
    return runner.run(line, (_, text) -> said.add(text), Interruption.NEVER);
  }

  private void done(String line) {
    assertEquals(Result.DONE, run(line), line + ": " + said);
  }

  private String wrong(String line) {
    assertEquals(Result.FAILED, run(line), line);
    assertEquals(1, said.size(), said.toString());
    return said.getFirst();
  }

  private ClusterState now() {
    return director.trace().at(director.trace().size());
  }

  private Optional<String> promised(int server) {
    return now().server(new ServerId(server)).promised().map(Object::toString);
  }

  @Test
  void nothingMovesUntilItIsTyped() {
    done("free");
    done("propose hello on 8000 round=3");
    done("propose 'two words' on S5 round=4");
    done("held");
    assertEquals("   1  S1 > S1   Prepare 3.1", said.getFirst());
    assertTrue(said.contains("   7  S5 > S1   Prepare 4.5"), said.toString());
    assertEquals(Optional.empty(), promised(3));
    done("deliver 3");
    assertEquals(Optional.of("3.1"), promised(3));
    done("deliver all to S3");
    assertEquals(Optional.of("4.5"), promised(3));
    done("drop 1");
    done("DUPLICATE 2");
    done("deliver of 3.1");
    assertEquals(Optional.of("3.1"), promised(2));
    assertEquals(Optional.empty(), promised(1));
    done("deliver all");
    assertEquals(Optional.of("4.5"), promised(2));
    done("end");
    assertTrue(
        said.stream().anyMatch(line -> line.startsWith("Node 8004 responded: ")), said.toString());
    assertEquals(5, now().committedFiles());
  }

  @Test
  void aMessageOfADeadServerIsListedAsAKeptCopyAndArrivesTwice() {
    done("free");
    done("propose x on S1 round=3");
    done("crash S1");
    done("held");
    assertEquals("   2  S1 > S2   Prepare 3.1  (a kept copy: S1 has died since)", said.get(1));
    done("deliver 2");
    assertEquals(Optional.of("3.1"), promised(2));
    done("deliver 2");
    assertEquals(4, director.trace().size());
    assertTrue(wrong("duplicate 2").startsWith("2 is the kept copy"), said.toString());
    assertEquals("No message waits. Write held to see what does.", wrong("deliver all"));
    done("drop 2");
    assertTrue(said.getFirst().contains("Prepare 3.1"), said.toString());
    assertEquals("Nothing waits with the id 2: write held.", wrong("deliver 2"));
  }

  @Test
  void theRunIsSavedAsAScenarioThatPlaysAgain() throws Exception {
    done("free");
    done("propose ' x \"y\" ' on S2");
    done("deliver to S3");
    done("crash S2");
    done("deliver 1");
    done("recover S2");
    done("propose z on S1");
    done("deliver all");
    done("end");
    Trace free = director.trace();
    Path file = folder.resolve("my run");
    done("save scenario '" + file + "'");
    Path written = folder.resolve("my run.yaml");
    assertTrue(Files.readString(written).contains("{deliver: Prepare 1.2, from: S2, to: S1}"));
    done("run '" + written + "'");
    assertEquals(Optional.empty(), TraceDifference.first(free, director.trace()));
    Files.writeString(folder.resolve("other.txt"), "no scenario");
    assertTrue(
        wrong("save scenario " + folder.resolve("other.txt")).endsWith("choose another name."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "held 1|'held' stands alone: write just held.",
        "deliver|Deliver what? Write deliver <id>, deliver to <port>, deliver of 3.1 or deliver"
            + " all; held shows what waits, with its ids.",
        "deliver of 3|'3' is not a proposal number: write round.server, such as 3.1.",
        "drop all|'drop' takes the id of one message: write drop <id>; held shows the ids.",
        "propose x|That is not how a value is proposed: write propose <value> on <port> [round=n],"
            + " with quotes around a value that has spaces.",
        "propose x on S1 round=0|'round=0' is no round: write round=3, or leave it out for one"
            + " above the highest seen.",
        "propose '' on S1|A value must not be empty.",
        "deliver 99|Nothing waits with the id 99: write held.",
        "deliver to S4|No message waits for S4. Write held to see what does.",
        "deliver of 9.1|No message of 9.1 waits. Write held to see what does.",
        "drop 6|6 is a wait of S1, which no network carries: deliver 6 when it shall be over."
      })
  void whatCannotBeDoneIsSaidInOneLine(String line, String message) {
    done("free");
    done("propose x on S1 round=3");
    done("drop 4");
    assertEquals(message, wrong(line));
  }

  @Test
  void withoutFreePlayThereIsNothingToDeliver() {
    assertEquals("You are not the network now: write free first.", wrong("deliver all"));
    done("free");
    done("end");
    assertEquals("You are not the network now: write free first.", wrong("held"));
  }

  @Test
  void aStepThatFailsIsToldAndTheRunGoesOn() {
    done("free");
    done("crash S1");
    assertTrue(wrong("propose x on S1").contains("S1"), said.toString());
    done("propose x on S2");
    done("held");
    assertEquals(6, said.size(), said.toString());
  }
}
