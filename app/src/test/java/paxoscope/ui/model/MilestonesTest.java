package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paxoscope.director.SimulatedTraces;
import paxoscope.trace.Trace;

/** Accepted, chosen, known and written are not taken for one another. */
class MilestonesTest {

  private static Milestones atTheEndOf(String scenario) {
    Trace trace = SimulatedTraces.of(scenario, Map.of());
    return Milestones.of(trace.at(trace.size()));
  }

  @ParameterizedTest
  @CsvSource({"A_wins, by all, 3.1 = 123", "B_wins, by all, 4.5 = 123"})
  void whereEveryServerHasAcceptedTheChosenValueItSaysSo(
      String scenario, String accepted, String chosen) {
    Milestones end = atTheEndOf(scenario);
    assertEquals(accepted, end.accepted().text());
    assertEquals(chosen, end.chosen().text());
  }

  @Test
  void whoHasAcceptedOnlyAnotherValueIsNotAmongAll() {
    Milestones end = atTheEndOf("BB_wins");
    assertEquals("4.5 = 456", end.chosen().text());
    assertEquals("3.1 by 2, 4.5 by 3", end.accepted().text());
    assertEquals("by all", end.known().text());
    assertEquals("5 of 5", end.committed().text());
  }
}
