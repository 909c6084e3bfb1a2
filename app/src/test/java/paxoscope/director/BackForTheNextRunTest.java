package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;
import paxoscope.trace.ClusterState;

/** Servers that are down when another run begins. */
class BackForTheNextRunTest {

  private static final ServerId S4 = new ServerId(4);

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final ClusterDirector director = new ClusterDirector(cluster);

  private static Scenario scenario(String name) {
    return ScenarioLibrary.load().find(name).orElseThrow();
  }

  private ClusterState now() {
    return director.trace().at(director.trace().size());
  }

  @AfterEach
  void end() {
    director.close();
    cluster.close();
  }

  @Test
  void thoseOfTheProgramAreStartedAgain() {
    LiveRun first = director.start(scenario("minority_down"), Map.of());
    first.step();
    first.step();
    assertFalse(now().server(S4).alive());
    LiveRun next = director.start(scenario("A_wins"), Map.of("A", "S4", "X", "new"));
    assertTrue(now().server(S4).alive());
    while (next.next().isPresent()) {
      next.step();
    }
    next.end();
    assertEquals("new", now().server(S4).fileContents());
  }
}
