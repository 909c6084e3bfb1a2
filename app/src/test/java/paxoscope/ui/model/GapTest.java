package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.director.SimulatedTraces;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;

/** The time line shows who was down, and when. */
class GapTest {

  @ParameterizedTest
  @ValueSource(strings = {"recovery", "minority_down", "majority_down", "proposer_crash"})
  void aServerIsDownExactlyWithinItsGaps(String scenario) {
    Trace trace = SimulatedTraces.of(scenario, Map.of());
    List<Gap> gaps = Gap.of(trace);
    assertFalse(gaps.isEmpty());
    for (int step = 0; step <= trace.size(); step++) {
      for (ServerView server : trace.at(step).servers()) {
        int moment = step;
        boolean shown =
            gaps.stream()
                .filter(gap -> gap.server() == server.server().number())
                .anyMatch(gap -> gap.from() <= moment && moment < gap.to());
        boolean atTheEnd = moment == trace.size() && !server.alive();
        assertEquals(!server.alive(), shown || atTheEnd, server.server() + " at step " + step);
      }
    }
  }

  @Test
  void ofOneThatComesAndGoesAllTheTimeTheLastGapsAreShown() {
    ScriptedRun run = new ScriptedRun(12_000);
    IntStream.range(0, 12_000).forEach(_ -> run.step());
    List<Gap> gaps = Gap.of(run.trace());
    assertTrue(gaps.size() <= 5 * 500, "there are " + gaps.size());
    assertEquals(12_000, gaps.stream().mapToInt(Gap::to).max().orElseThrow());
  }
}
