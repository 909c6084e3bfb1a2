package paxoscope.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.director.SimulatedTraces;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;

/** Causes and effects against a slow search from moment to moment. */
class CausalityTest {

  private record Moment(int server, int step) {}

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void causesAndEffectsAreThoseThatASearchFromMomentToMomentFinds(long seed) {
    Trace trace = SimulatedTraces.random(seed % 2 == 0 ? 5 : 3, seed, 70);
    Causality causality = new Causality(trace);
    List<Passage> messages = messages(trace);
    Map<Integer, Set<Moment>> after = new HashMap<>();
    for (Passage message : messages) {
      after.put(
          message.serial(), message.arrived() ? reached(end(message), messages) : Set.<Moment>of());
    }
    for (Passage message : messages) {
      CausalCone cone = causality.of(message.serial());
      for (Passage other : messages) {
        if (other.serial() != message.serial()) {
          assertEquals(
              after.get(other.serial()).contains(sent(message)),
              cone.isPast(other),
              other + " before " + message);
          assertEquals(
              after.get(message.serial()).contains(sent(other)),
              cone.isFuture(other),
              other + " after " + message);
        }
      }
    }
  }

  private static List<Passage> messages(Trace trace) {
    List<Passage> messages = new ArrayList<>();
    for (int serial = 1; serial <= trace.passageCount(trace.size()); serial++) {
      Passage passage = trace.passage(serial);
      if (passage.content().leg() != Leg.TIMER) {
        messages.add(passage);
      }
    }
    return messages;
  }

  private static Moment sent(Passage message) {
    return new Moment(message.content().from().number(), message.sentStep());
  }

  private static Moment end(Passage message) {
    return new Moment(message.content().to().number(), message.endStep());
  }

  private static Set<Moment> reached(Moment from, List<Passage> messages) {
    Set<Moment> known = new HashSet<>(Set.of(from));
    Deque<Moment> open = new ArrayDeque<>(known);
    while (!open.isEmpty()) {
      Moment now = open.remove();
      for (Passage message : messages) {
        List<Moment> next = new ArrayList<>();
        if (sent(message).server() == now.server() && sent(message).step() >= now.step()) {
          next.add(sent(message));
          if (message.arrived()) {
            next.add(end(message));
          }
        }
        next.stream().filter(known::add).forEach(open::add);
      }
    }
    return known;
  }

  @Test
  void itKeepsUpWithARunThatGrows() {
    Trace whole = SimulatedTraces.of("BB_wins", Map.of());
    RecordedTrace growing = new RecordedTrace(whole.header());
    Causality causality = new Causality(growing);
    for (TraceStep step : whole.steps()) {
      growing.append(step);
      for (int serial = 1; serial <= growing.passageCount(growing.size()); serial++) {
        assertEquals(new Causality(growing).of(serial), causality.of(serial));
      }
    }
  }

  @Test
  void aRefusalDependsOnTheOtherProposersPrepareAndNotOnItsAccept() {
    Trace trace = SimulatedTraces.of("BB_wins", Map.of());
    Passage refusal =
        messages(trace).stream()
            .filter(message -> message.content().kind() == Outbound.Kind.NACK)
            .findFirst()
            .orElseThrow();
    CausalCone cone = new Causality(trace).of(refusal.serial());
    List<String> past =
        messages(trace).stream()
            .filter(cone::isPast)
            .filter(message -> message.content().number().toString().equals("4.5"))
            .map(message -> message.name().toString())
            .toList();
    assertEquals(List.of("Prepare 4.5 S5 > S3"), past);
    assertTrue(cone.contains(refusal));
  }

  @Test
  void whatIsLostHasNoEffect() {
    Trace trace = SimulatedTraces.of("livelock", Map.of("cure", "no", "rounds", "1"));
    Causality causality = new Causality(trace);
    List<Passage> lost =
        messages(trace).stream().filter(message -> message.end() == Passage.End.LOST).toList();
    assertFalse(lost.isEmpty());
    for (Passage message : lost) {
      assertTrue(messages(trace).stream().noneMatch(causality.of(message.serial())::isFuture));
    }
  }
}
