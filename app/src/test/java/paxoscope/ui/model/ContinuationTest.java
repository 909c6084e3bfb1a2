package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paxoscope.command.StoredScenarios;
import paxoscope.director.ClusterDirector;
import paxoscope.director.Director;
import paxoscope.director.SimulatedCluster;
import paxoscope.director.SimulatedTraces;
import paxoscope.files.ScenarioLibrary;
import paxoscope.trace.Trace;

/** Going on from a moment of the past, as the window tells it. */
class ContinuationTest {

  private static final int WANTED = 25;

  private final Queue<Runnable> asked = new ArrayDeque<>();
  private final NodeCalls later = new NodeCalls(asked::add, Runnable::run);
  private final List<String> told = new ArrayList<>();
  private final Trace record = SimulatedTraces.of("livelock", Map.of());
  private Director director;
  private ControlDesk desk;
  private Continuation continuation;

  @BeforeEach
  void aRecordedRunIsShown() {
    director = new ClusterDirector(new SimulatedCluster(5));
    desk =
        new ControlDesk(
            later,
            new NodeCalls(Runnable::run, Runnable::run),
            new StoredScenarios(ScenarioLibrary.load()),
            complain -> new Playback(record.header(), later, complain));
    continuation = new Continuation(desk);
    desk.connectWhenNeeded(() -> director);
    desk.showRecorded(record);
    desk.playback().jump(WANTED);
    desk.noticeProperty().addListener((_, _, now) -> told.add(now.text()));
    continuation.ask();
    desk.questionProperty().get().action().run();
  }

  @AfterEach
  void end() {
    director.close();
  }

  private void doWhatIsAsked() {
    while (!asked.isEmpty()) {
      asked.remove().run();
    }
  }

  @Test
  void itIsToldHowFarTheServersHaveCome() {
    doWhatIsAsked();
    assertEquals(
        List.of("0 of 25", "10 of 25", "20 of 25"),
        told.stream()
            .filter(text -> text.startsWith("The servers take the recorded decisions again"))
            .map(text -> text.replaceAll(".*: (\\d+ of \\d+).*", "$1"))
            .toList());
    assertTrue(told.getLast().startsWith("The servers stand at step 25 again"), told::toString);
    assertFalse(continuation.stop(), "nothing is under way any more");
  }

  @Test
  void itCanBeStoppedOnTheWayAndGoesOnFromThere() {
    desk.noticeProperty()
        .addListener(
            (_, _, now) -> {
              if (now.text().contains("10 of 25")) {
                assertTrue(continuation.stop());
              }
            });
    doWhatIsAsked();
    assertTrue(told.getLast().startsWith("The servers stand at step 11, stopped"), told::toString);
    assertEquals(11, desk.playback().traceProperty().get().size());
    assertEquals(WANTED, continuation.branches().getFirst().leftAt());
    for (int step = 12; step <= 14; step++) {
      desk.playback().forward();
      doWhatIsAsked();
      desk.playback().touched();
      doWhatIsAsked();
      assertEquals(
          record.step(step).decision(),
          desk.playback().traceProperty().get().step(step).decision());
    }
  }
}
