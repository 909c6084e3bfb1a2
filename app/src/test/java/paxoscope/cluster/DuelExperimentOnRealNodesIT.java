package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterDirector;
import paxoscope.director.Director;
import paxoscope.director.SimulatedCluster;
import paxoscope.experiment.DuelExperiment;
import paxoscope.experiment.DuelPlan;
import paxoscope.experiment.DuelResults;
import paxoscope.files.ScenarioLibrary;
import paxoscope.journal.NodeState;
import paxoscope.protocol.ServerId;
import paxoscope.support.FreePorts;

/**
 * Duels on five real processes: as many rounds as the protocol alone takes, and nothing is left.
 */
class DuelExperimentOnRealNodesIT {

  private static final DuelPlan PLAN = new DuelPlan(1, 2026, List.of(0, 100), 4);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private static Path parent;

  private static DuelResults measure(Director director) {
    return new DuelExperiment(
            director, ScenarioLibrary.load().find(DuelExperiment.SCENARIO).orElseThrow(), PLAN)
        .run(() -> true, _ -> {});
  }

  @Test
  void theSamePlanGivesTheSameResultsOnProcessesAsWithoutThem() {
    DuelResults alone;
    try (Director director = new ClusterDirector(new SimulatedCluster(5))) {
      alone = measure(director);
    }
    try (Cluster cluster = LocalCluster.start(FreePorts.inARow(5), parent);
        Director director = new ClusterDirector(cluster)) {
      assertEquals(alone, measure(director));
      for (int number = 1; number <= 5; number++) {
        NodeState state = cluster.status(new ServerId(number)).orElseThrow();
        assertEquals(Optional.empty(), state.promised());
        assertEquals("", state.fileContents());
      }
    }
  }
}
