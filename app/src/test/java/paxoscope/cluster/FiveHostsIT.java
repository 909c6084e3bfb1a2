package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paxoscope.support.Program;

/**
 * Nodes on five hosts with addresses of their own, as {@code .ci/five-hosts} plays them in network
 * namespaces. Where a system has none, the script says so, and that it says so is all there is to
 * see.
 */
class FiveHostsIT {

  private static final int NOT_TO_BE_HAD_HERE = 77;
  private static final int THINGS_TO_SEE = 7;

  @Test
  void theyAgreeAlsoWithALinkThatIsCutInOneDirectionAndWithAHostThatIsCutOff() {
    List<String> command = List.of("bash", Path.of("..", ".ci", "five-hosts").toString());
    Map<String, String> java = Map.of("JAVA_HOME", System.getProperty("java.home"));
    try (Program script = Program.start(command, java)) {
      List<String> said = script.rest();
      said.forEach(System.out::println);
      if (script.exitCode() == NOT_TO_BE_HAD_HERE) {
        assertTrue(said.getLast().startsWith("not to be had here: "), said::toString);
        return;
      }
      assertEquals(0, script.exitCode(), said::toString);
      // Delays and clocks that disagree can be left out where the system cannot do that.
      assertEquals(
          THINGS_TO_SEE,
          said.stream().filter(line -> line.matches("(holds|left out): .*")).count(),
          said::toString);
      assertTrue(
          said.stream().filter(line -> line.startsWith("holds: ")).count() >= THINGS_TO_SEE - 2,
          said::toString);
    }
  }
}
