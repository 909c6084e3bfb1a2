package paxoscope.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.support.FreePorts;
import paxoscope.support.Program;

/** The console as a process of its own, with nodes of its own. */
class ConsoleIT {

  @TempDir private Path temporary;

  private final List<Integer> ports = FreePorts.inARow(5);
  private final int first = ports.getFirst();
  private final int last = ports.getLast();

  private Program console(String... more) {
    String[] arguments =
        Stream.concat(Stream.of("console", "--ports", first + "-" + last), Stream.of(more))
            .toArray(String[]::new);
    return Program.start(temporary, arguments);
  }

  private boolean nothingIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(temporary)) {
      return left.noneMatch(path -> path.getFileName().toString().startsWith("paxoscope-"));
    }
  }

  @Test
  void commandsOfTheCommandLineRunOneAfterTheOtherAndEndWithZero() throws IOException {
    try (Program program =
        console(
            "-c", "set value '1 2' on " + first,
            "-c", "BB_WINS " + first + " s5 X Y",
            "-c", "status")) {
      List<String> output = program.rest();
      assertEquals(0, program.exitCode(), output::toString);
      assertTrue(
          output.contains(
              "Node " + first + " responded: Value '1 2' has been updated and committed."),
          output::toString);
      assertTrue(
          output.contains("Node " + last + " responded: Value 'Y' has been updated and committed."),
          output::toString);
      assertTrue(
          output.stream().anyMatch(line -> line.matches("t4 +S3 refuses Accept 3.1 .*")),
          output::toString);
      assertEquals(
          5, output.stream().filter(line -> line.matches("S[1-5] .* Y")).count(), output::toString);
      assertTrue(output.stream().noneMatch(line -> line.contains("\u001B")), output::toString);
    }
    assertTrue(nothingIsLeft());
  }

  @Test
  void aWrongCommandEndsWithOneAndTheOthersStillRun() {
    try (Program program = console("-c", "set value on", "-c", "status")) {
      List<String> output = program.rest();
      assertEquals(1, program.exitCode(), output::toString);
      assertTrue(output.getFirst().contains("set value <value> on <port>"), output::toString);
      assertEquals(
          5, output.stream().filter(line -> line.contains("127.0.0.1:")).count(), output::toString);
    }
  }

  @Test
  void aWrongOptionEndsWithTwoAndOneLine() {
    try (Program program = Program.start(temporary, "console", "--prots", "1-5")) {
      List<String> output = program.rest();
      assertEquals(2, program.exitCode());
      assertEquals(1, output.size(), output::toString);
    }
  }

  @Test
  void aWrongPortEndsWithTwoAndOneLine() {
    try (Program program = Program.start(temporary, "console", "--ports", "8320,8320,8321")) {
      List<String> output = program.rest();
      assertEquals(2, program.exitCode());
      assertEquals(1, output.size(), output::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 9})
  void aClusterOfAnotherSizeAgreesAndSaysWhichScenariosItCannotPlay(int servers) {
    List<Integer> row = FreePorts.inARow(servers);
    String from = Integer.toString(row.getFirst());
    String to = Integer.toString(row.getLast());
    try (Program program =
        Program.start(
            temporary,
            "console",
            "--servers",
            Integer.toString(servers),
            "--ports",
            from + "-" + to,
            "-c",
            "set value of-all on " + to,
            "-c",
            "A_wins %s %s 123 456".formatted(from, to),
            "-c",
            "status")) {
      List<String> output = program.rest();
      assertEquals(1, program.exitCode(), output::toString);
      assertTrue(
          output.contains(
              "Node " + to + " responded: Value 'of-all' has been updated and committed."),
          output::toString);
      assertEquals(
          1,
          output.stream()
              .filter(line -> line.contains("needs five servers, and here are " + servers))
              .count(),
          output::toString);
      assertEquals(
          servers,
          output.stream().filter(line -> line.matches("S[1-9] .* of-all")).count(),
          output::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--servers 2",
        "--servers 10",
        "--servers many",
        "--servers 4 --ports 8000-8004",
        "--servers 3 --connect a:1,b:1,c:1",
        "--connect a:1,b:1",
        "--ports 8000-8009"
      })
  void aWrongNumberOfServersEndsWithTwoAndOneLine(String options) {
    String[] arguments =
        Stream.concat(Stream.of("console"), Stream.of(options.split(" "))).toArray(String[]::new);
    try (Program program = Program.start(temporary, arguments)) {
      List<String> output = program.rest();
      assertEquals(2, program.exitCode(), output::toString);
      assertEquals(1, output.size(), output::toString);
    }
  }

  @Test
  void commandsFromAPipeCrashAndRecoverAServer() {
    try (Program program = console()) {
      program.type("set value kept on " + first);
      program.type("crash " + last);
      program.type("status");
      program.type("recover " + last);
      program.type("status");
      program.type("exit");
      List<String> output = program.rest();
      assertEquals(0, program.exitCode(), output::toString);
      List<String> rows = output.stream().filter(line -> line.startsWith("S5  ")).toList();
      assertTrue(rows.getFirst().endsWith("down"), output::toString);
      assertTrue(rows.getLast().endsWith("kept"), output::toString);
    }
  }

  @Test
  void aProgramThatIsToldToEndWhileItsNodesStartLeavesNothing() throws Exception {
    try (WatchService watch = temporary.getFileSystem().newWatchService()) {
      temporary.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      try (Program program = console()) {
        awaitNewFolder(watch);
        program.handle().destroy();
        program.rest();
        program.exitCode();
      }
    }
    assertTrue(nothingIsLeft());
  }

  private static void awaitNewFolder(WatchService watch) throws InterruptedException {
    boolean there = false;
    while (!there) {
      WatchKey key = watch.poll(60, TimeUnit.SECONDS);
      assertNotNull(key, "no folder for the nodes");
      there =
          key.pollEvents().stream()
              .anyMatch(event -> event.context().toString().startsWith("paxoscope-"));
      key.reset();
    }
  }

  @Test
  void aProgramThatIsToldToEndInTheMiddleOfARunLeavesNothing() throws IOException {
    List<ProcessHandle> nodes;
    try (Program program = console("-c", "run livelock rounds=999999")) {
      program.awaitLine(line -> line.startsWith("t9 "));
      nodes = program.handle().children().toList();
      assertEquals(5, nodes.size());
      program.handle().destroy();
      assertEquals(128 + 15, program.exitCode(), "as by SIGTERM");
    }
    assertTrue(nodes.stream().noneMatch(ProcessHandle::isAlive));
    assertTrue(nothingIsLeft());
  }

  @Test
  void theNodesAndTheirFolderGoEvenIfTheProgramIsKilled() throws IOException {
    List<ProcessHandle> nodes;
    try (Program program = console()) {
      program.type("status");
      program.awaitLine(line -> line.startsWith("S5 "));
      nodes = program.handle().children().toList();
      assertEquals(5, nodes.size());
      program.kill();
    }
    for (ProcessHandle node : nodes) {
      node.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
    assertFalse(nothingIsLeft());
    try (Program next = console("-c", "status")) {
      List<String> output = next.rest();
      assertEquals(0, next.exitCode(), output::toString);
    }
    assertTrue(nothingIsLeft());
  }
}
