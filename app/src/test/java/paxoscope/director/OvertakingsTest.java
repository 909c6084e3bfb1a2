package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Overtaking;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** How often proposals were stopped between their two phases, at every moment of a run. */
class OvertakingsTest {

  private static int all(Trace trace) {
    return trace.overtakingCount(trace.size());
  }

  private static List<String> told(Trace trace) {
    return IntStream.rangeClosed(1, all(trace))
        .mapToObj(trace::overtaking)
        .map(one -> one.number() + " by " + one.by())
        .toList();
  }

  @Test
  void eachRefusalOfALivelockIsOneAndTheOtherProposersNumberStoppedIt() {
    Trace trace = PlayedScenarios.play("livelock", Map.of("cure", "no", "rounds", "2"));
    assertEquals(List.of("3.1 by 3.5", "3.5 by 4.1", "4.1 by 5.5", "5.5 by 6.1"), told(trace));
  }

  @ParameterizedTest
  @CsvSource({
    "set_value, 0",
    "A_wins, 0",
    "B_wins, 0",
    "BB_wins, 1",
    "loss_and_duplicates, 0",
    "partition, 0"
  })
  void otherScenariosHaveAsManyAsTheirSlidesShow(String scenario, int count) {
    assertEquals(count, all(PlayedScenarios.play(scenario, Map.of())));
  }

  @Test
  void goingBackTakesThemAwayAgain() {
    Trace trace = PlayedScenarios.play("livelock", Map.of());
    int before = 0;
    for (int cursor = 0; cursor <= trace.size(); cursor++) {
      int now = trace.overtakingCount(cursor);
      assertTrue(now == before || now == before + 1);
      if (now > before) {
        assertEquals(cursor, trace.overtaking(now).step());
      }
      before = now;
    }
    assertEquals(0, trace.overtakingCount(0));
    assertEquals(all(trace), before);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void inAnyRunTheyAreThoseThatAWalkThroughItFinds(long seed) {
    Trace trace = SimulatedTraces.random(seed % 2 == 0 ? 5 : 3, seed, 400);
    assertEquals(
        walk(trace), IntStream.rangeClosed(1, all(trace)).mapToObj(trace::overtaking).toList());
  }

  @Test
  void aWalkThroughRandomRunsFindsSome() {
    int found =
        IntStream.rangeClosed(1, 12)
            .map(seed -> all(SimulatedTraces.random(seed % 2 == 0 ? 5 : 3, seed, 400)))
            .sum();
    assertTrue(found >= 5, () -> found + " found");
  }

  /** Asks of each step anew whether it has made a majority for a proposal impossible. */
  private static List<Overtaking> walk(Trace trace) {
    List<Overtaking> found = new java.util.ArrayList<>();
    Map<ProposalNumber, Set<ServerId>> refusals = new HashMap<>();
    Set<ProposalNumber> stopped = new HashSet<>();
    for (int number = 1; number <= trace.size(); number++) {
      TraceStep step = trace.step(number);
      for (NodeEvent event : step.events()) {
        Outbound message = event.message().orElse(null);
        if (event.kind() != NodeEvent.Kind.REFUSED || !(message instanceof Message.Accept accept)) {
          continue;
        }
        Set<ServerId> accepted =
            trace.at(number).acceptances().getOrDefault(accept.proposal(), Set.of());
        Set<ServerId> refused = refusals.computeIfAbsent(accept.number(), _ -> new HashSet<>());
        if (!accepted.contains(event.node())) {
          refused.add(event.node());
        }
        Set<ServerId> open = asked(trace, number, accept.number());
        open.removeAll(refused);
        if (open.size() < trace.header().membership().majority() && stopped.add(accept.number())) {
          found.add(
              new Overtaking(number, accept.number(), event.state().promised().orElseThrow()));
        }
      }
    }
    return found;
  }

  private static Set<ServerId> asked(Trace trace, int cursor, ProposalNumber number) {
    Set<ServerId> asked = new HashSet<>();
    for (int serial = 1; serial <= trace.passageCount(cursor); serial++) {
      Passage passage = trace.passage(serial);
      if (passage.content().leg() == Leg.REQUEST
          && passage.content().kind() == Outbound.Kind.ACCEPT
          && passage.content().number().equals(number)) {
        asked.add(passage.content().to());
      }
    }
    return asked;
  }
}
