package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.files.ScenarioLibrary;
import paxoscope.journal.GateMode;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.ReferenceBox;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScriptStep;

/** What cannot be played by so many servers is refused in one line, and touches none of them. */
class ClusterOfAnotherSizeTest {

  private static final List<String> FOR_FIVE =
      List.of(
          "A_wins",
          "B_wins",
          "BB_wins",
          "livelock",
          "minority_down",
          "majority_down",
          "proposer_crash",
          "chosen_unknown",
          "loss_and_duplicates",
          "partition",
          "recovery");

  private static Scenario scenario(String name) {
    return ScenarioLibrary.load().find(name).orElseThrow();
  }

  private static String refusal(SimulatedCluster cluster, Scenario scenario) {
    try (ClusterDirector director = new ClusterDirector(cluster)) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> director.start(scenario, Map.of()))
              .getMessage();
      for (int number = 1; number <= cluster.ports().size(); number++) {
        assertEquals(
            GateMode.OPEN, cluster.status(new ServerId(number)).orElseThrow().gate(), message);
      }
      return message;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 6, 7, 8, 9})
  void aScenarioForFiveSaysSo(int size) {
    for (String name : FOR_FIVE) {
      String message = refusal(new SimulatedCluster(size), scenario(name));
      assertTrue(message.startsWith(name + " needs five servers, and here are " + size), message);
    }
  }

  @Test
  void aReferenceWithServersThatAreNotThereIsRefused() {
    Scenario set = scenario("set_value");
    ReferenceBox ofS4 =
        new ReferenceBox("t1", "S4", 1, "1", "A", "", false, ScriptStep.Condition.ALWAYS);
    Scenario wrong =
        new Scenario(
            "own",
            "Own",
            "",
            "",
            Optional.empty(),
            false,
            set.parameters(),
            set.script(),
            List.of(ofS4),
            Optional.empty());
    assertEquals("Nobody can play S4 in a cluster of 3.", refusal(new SimulatedCluster(3), wrong));
  }
}
