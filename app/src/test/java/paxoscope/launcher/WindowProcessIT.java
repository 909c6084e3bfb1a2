package paxoscope.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.support.FreePorts;
import paxoscope.support.Program;

/** The window as a process of its own, as the launcher starts it. */
class WindowProcessIT {

  private static final String TELLS_WHEN_IT_CAN_BE_USED =
      """
      handlers = java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.level = ALL
      paxoscope.ui.MainWindow.level = ALL
      """;

  @TempDir private Path temporary;

  @Test
  void theWindowOpensWithoutComplaintsAndItsNodesGoEvenIfItIsKilled() throws IOException {
    List<ProcessHandle> nodes;
    try (Program window = open(FreePorts.inARow(5))) {
      window.awaitLine(
          line -> {
            assertFalse(line.contains("WARNING"), line);
            return line.contains("The window can be used");
          });
      nodes = window.handle().children().toList();
      assertEquals(5, nodes.size());
      window.kill();
    }
    for (ProcessHandle node : nodes) {
      node.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
  }

  private Program open(List<Integer> ports) throws IOException {
    Path log = Files.writeString(temporary.resolve("log"), TELLS_WHEN_IT_CAN_BE_USED);
    return Program.start(
        List.of(
            Path.of(System.getProperty("test.launcherFolder"), "bin/paxoscope").toString(),
            "--ports",
            ports.getFirst() + "-" + ports.getLast()),
        Map.of(
            "JAVA_HOME", System.getProperty("java.home"),
            "XDG_CONFIG_HOME", temporary.resolve("config").toString(),
            "XDG_STATE_HOME", temporary.resolve("state").toString(),
            "JDK_JAVA_OPTIONS",
                "-Dglass.platform=Headless -Dprism.order=sw -Djava.util.logging.config.file="
                    + log));
  }
}
