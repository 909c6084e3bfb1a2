package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.ServerId;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** What nodes do on their own becomes steps, whatever order their events are told in. */
class ObservedStepsTest {

  private static List<NodeEvent> events(Collection<TraceStep> steps) {
    return steps.stream().flatMap(step -> step.events().stream()).toList();
  }

  private static Map<ServerId, List<NodeEvent>> byNode(List<NodeEvent> events) {
    return events.stream()
        .collect(Collectors.groupingBy(NodeEvent::node, TreeMap::new, Collectors.toList()));
  }

  /** Each node's events in their order, those of different nodes in any. */
  private static List<NodeEvent> mixed(List<NodeEvent> events, Random random) {
    List<Queue<NodeEvent>> queues = new ArrayList<>();
    byNode(events).values().forEach(own -> queues.add(new ArrayDeque<>(own)));
    List<NodeEvent> mixed = new ArrayList<>();
    while (!queues.isEmpty()) {
      Queue<NodeEvent> next = queues.get(random.nextInt(queues.size()));
      mixed.add(next.remove());
      queues.removeIf(Queue::isEmpty);
    }
    return mixed;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatHappenedAtOneNodeStaysInItsOrder(long seed) {
    List<NodeEvent> told =
        mixed(events(SimulatedTraces.random(5, seed, 150).steps()), new Random(seed));
    List<NodeEvent> recorded = events(ObservedSteps.of(told));
    assertEquals(told.size(), recorded.size());
    assertEquals(byNode(told), byNode(recorded));
  }

  @Test
  void anAnswerStandsInTheStepOfWhatItAnswers() {
    Trace directed = SimulatedTraces.of("B_wins", Map.of());
    List<TraceStep> observed = ObservedSteps.of(events(directed.steps()));
    assertTrue(
        observed.stream().anyMatch(step -> byNode(step.events()).size() == 2),
        "a Promise is held at the proposer in the step in which the acceptor gives it");
  }

  @Test
  void whoDidNotAnswerAndAnswersLateIsBackFromThenOn() {
    ServerId s2 = new ServerId(2);
    List<TraceStep> steps = SimulatedTraces.of("B_wins", Map.of()).steps();
    RecordedTrace trace =
        new RecordedTrace(SimulatedTraces.of("B_wins", Map.of()).header(), steps.subList(0, 4));
    trace.append(ObservedSteps.gone(s2));
    int gone = trace.size();
    steps.subList(4, steps.size()).forEach(trace::append);
    int back = gone + 1;
    while (!trace.at(back).server(s2).alive()) {
      back++;
    }
    assertTrue(trace.step(back).events().stream().anyMatch(event -> event.node().equals(s2)));
    assertEquals(List.of(gone, back), trace.turnsOf(s2, trace.size()));
  }
}
