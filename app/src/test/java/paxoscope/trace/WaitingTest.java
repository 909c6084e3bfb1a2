package paxoscope.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paxoscope.director.SimulatedTraces;

class WaitingTest {

  private final Trace trace = SimulatedTraces.of("proposer_crash", Map.of());
  private final ClusterState end = trace.at(trace.size());

  @Test
  void whatADeadServerHasSentIsGoneWhenAScenarioIsOver() {
    assertTrue(end.held().stream().allMatch(HeldItem::orphaned));
    assertFalse(end.held().isEmpty());
    assertEquals(List.of(), Waiting.at(end, trace.header(), true));
  }

  @Test
  void beforeThatItIsStillInTheNetwork() {
    assertEquals(end.held(), Waiting.at(end, trace.header(), false));
  }
}
