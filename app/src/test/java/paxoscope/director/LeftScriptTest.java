package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.ServerId;

/** A scripted run in which a server is lost: what the script would say is not true of it. */
class LeftScriptTest {

  private static final ServerId S3 = new ServerId(3);
  private static final String WORDS =
      "The Commits to S4 and B are late, so B knows nothing of the choice.";

  private static boolean isSaid(int lostAfter) {
    try (SimulatedCluster cluster = new SimulatedCluster(5);
        ClusterDirector director = new ClusterDirector(cluster)) {
      LiveRun run = director.start(ScenarioLibrary.load().find("A_wins").orElseThrow(), Map.of());
      while (run.next().isPresent()) {
        if (run.trace().size() == lostAfter) {
          cluster.crash(S3);
        }
        run.step();
      }
      return run.trace().steps().stream().anyMatch(step -> step.caption().equals(WORDS));
    }
  }

  @Test
  void aRunAsWrittenIsToldInTheScriptsWords() {
    assertTrue(isSaid(Integer.MAX_VALUE));
  }

  @Test
  void ofOneThatHasLeftTheScriptTheyAreNotSaid() {
    for (int lostAfter = 1; lostAfter <= 8; lostAfter++) {
      assertFalse(isSaid(lostAfter), "S3 is lost after step " + lostAfter);
    }
  }
}
