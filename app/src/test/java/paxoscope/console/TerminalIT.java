package paxoscope.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.support.FreePorts;
import paxoscope.support.Program;

/** The console as a person at a terminal meets it. Needs python3, which has terminals to offer. */
class TerminalIT {

  private static final String CTRL_C = "\\x03";
  private static final String PROMPT = "await paxoscope> ";
  private static final String ENTER = "\\r";

  @TempDir private Path temporary;

  @Test
  void ctrlCLeavesALineAndEndsWhatRunsButNeverTheProgram() throws Exception {
    try (Program terminal = console()) {
      terminal.type(PROMPT);
      terminal.type("this is no command");
      terminal.type("await this is no command");
      terminal.type(CTRL_C);
      terminal.type(PROMPT);
      terminal.type("livelock " + ports + " a b rounds=0" + ENTER);
      terminal.awaitLine(line -> line.startsWith("t9 "));
      terminal.type(CTRL_C);
      terminal.awaitLine(line -> line.contains("responded"));
      terminal.type("status" + ENTER);
      terminal.awaitLine(line -> line.startsWith("S5 "));
      terminal.type("exit" + ENTER);
      List<String> rest = terminal.rest();
      assertEquals(0, terminal.exitCode(), rest::toString);
    }
  }

  @Test
  void tabCompletesCommandsServersAndFiles() throws Exception {
    Path file = Files.writeString(temporary.resolve("no_scenario.yaml"), "paxoscope: 0\n");
    try (Program terminal = console()) {
      terminal.type(PROMPT);
      terminal.type("stat\\t" + ENTER);
      terminal.awaitLine(line -> line.startsWith("S5 "));
      terminal.type("run " + temporary + "/no_s\\t" + ENTER);
      String answer = terminal.awaitLine(line -> line.contains("line 1"));
      assertTrue(answer.contains(file.getFileName().toString()), answer);
      terminal.type("exit" + ENTER);
      terminal.rest();
    }
  }

  private final List<Integer> first = FreePorts.inARow(5);
  private final String ports = first.getFirst() + " " + first.getLast();

  private Program console() throws IOException, URISyntaxException {
    Path bridge = Path.of(TerminalIT.class.getResource("at_a_terminal.py").toURI());
    List<String> command = new ArrayList<>(List.of("python3", bridge.toString()));
    command.addAll(
        List.of(
            System.getProperty("test.launcherFolder") + "/bin/paxoscope", "console", "--ports"));
    command.add(String.join(",", first.stream().map(String::valueOf).toList()));
    return Program.start(
        command,
        Map.of(
            "XDG_STATE_HOME",
            temporary.resolve("state").toString(),
            "JAVA_HOME",
            System.getProperty("java.home")));
  }
}
