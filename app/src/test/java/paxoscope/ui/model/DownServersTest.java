package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paxoscope.director.SimulatedTraces;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;
import paxoscope.trace.Decision;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** What the banner says of servers that go, without anybody having asked for it. */
class DownServersTest {

  private final RecordedTrace live = new RecordedTrace(ScriptedRun.HEADER);
  private final DownServers servers = new DownServers(() -> null);

  private Optional<String> after(Decision decision, TraceStep.Outcome outcome) {
    live.append(new TraceStep(decision, Optional.empty(), "", "", outcome, List.of()));
    return servers.news(live).map(Notice::text);
  }

  @Test
  void oneThatDoesNotAnswerAndThenTwo() {
    assertEquals(
        Optional.of("S2 does not answer any more. To bring it back, type / and then: recover 8001"),
        after(new Decision.Crash(new ServerId(2)), TraceStep.Outcome.UNKNOWN));
    assertEquals(
        Optional.of(
            "S2, S5 do not answer any more. To bring them back, type / and then: recover 8001, and"
                + " so on"),
        after(new Decision.Crash(new ServerId(5)), TraceStep.Outcome.UNKNOWN));
    assertEquals(Optional.empty(), servers.news(live), "it is said once");
  }

  @Test
  void whatAScenarioKillsBelongsToItsStory() {
    Scenario scenario = ScenarioLibrary.load().find("minority_down").orElseThrow();
    Trace played = SimulatedTraces.of("minority_down", Map.of());
    RecordedTrace run = new RecordedTrace(played.header());
    DownServers noticed = new DownServers(() -> scenario);
    for (TraceStep step : played.steps()) {
      run.append(step);
      assertEquals(Optional.empty(), noticed.news(run), step::toString);
    }
    run.append(
        new TraceStep(
            new Decision.Crash(new ServerId(2)),
            Optional.empty(),
            "",
            "",
            TraceStep.Outcome.DONE,
            List.of()));
    assertTrue(noticed.news(run).orElseThrow().text().startsWith("S2 is down"));
  }

  @Test
  void thoseWhoseProcessesHaveEnded() {
    assertEquals(
        Optional.of(
            "S3 is down: its process has ended. To bring it back, type / and then: recover 8002"),
        after(new Decision.Crash(new ServerId(3)), TraceStep.Outcome.DONE));
    assertEquals(
        Optional.of(
            "S3, S4 are down: their processes have ended. To bring them back, type / and then:"
                + " recover 8002, and so on"),
        after(new Decision.Crash(new ServerId(4)), TraceStep.Outcome.DONE));
  }
}
