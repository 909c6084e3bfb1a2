package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import paxoscope.director.SimulatedTraces;
import paxoscope.trace.Trace;

/** Two runs, row by row. */
class RunPairTest {

  private static RunPair pair(String one, String other) {
    Trace left = SimulatedTraces.of(one, Map.of());
    return RunPair.of(one, left, other, SimulatedTraces.of(other, Map.of()));
  }

  @Test
  void whereRowsDifferTheirWordsDiffer() {
    RunPair pair = pair("recovery", "livelock");
    int differing = 0;
    for (int number = 1; number <= pair.size(); number++) {
      RunPair.Row row = pair.row(number);
      if (!row.same()) {
        differing++;
        assertNotEquals(row.one(), row.other(), "in row " + number);
      }
    }
    assertTrue(differing > 0);
    RunPair.Row first = pair.row(1);
    assertTrue(first.first());
    assertTrue(first.other().startsWith("In the one S1 is asked to propose"), first.other());
  }

  @Test
  void theSameRunTwiceHasTheSameRows() {
    RunPair pair = pair("B_wins", "B_wins");
    for (int number = 1; number <= pair.size(); number++) {
      assertTrue(pair.row(number).same());
      assertFalse(pair.row(number).first());
      assertEquals(pair.row(number).one(), pair.row(number).other());
    }
  }
}
