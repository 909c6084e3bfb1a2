package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
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
  void inALivelockThePromiseToTheOtherProposerIsOne() {
    Trace trace = PlayedScenarios.play("livelock", Map.of("cure", "no", "rounds", "2"));
    assertEquals(List.of("3.1 by 3.5", "3.5 by 4.1", "4.1 by 5.5", "5.5 by 6.1"), told(trace));
    for (int place = 1; place <= all(trace); place++) {
      TraceStep step = trace.step(trace.overtaking(place).step());
      assertEquals(Outbound.Kind.PREPARE, step.subject().orElseThrow().kind());
      assertEquals(trace.overtaking(place).by(), step.subject().orElseThrow().number());
    }
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

  /** Asks of each step anew whether a majority is impossible for a proposal. */
  private static List<Overtaking> walk(Trace trace) {
    List<Overtaking> found = new ArrayList<>();
    Set<ProposalNumber> stopped = new HashSet<>();
    for (int number = 1; number <= trace.size(); number++) {
      ClusterState now = trace.at(number);
      for (Message.Accept accept : accepts(trace, number)) {
        Set<ServerId> open = asked(trace, number, accept.number());
        Optional<ProposalNumber> highest = Optional.empty();
        for (ServerId server : List.copyOf(open)) {
          Optional<ProposalNumber> promised = now.server(server).promised();
          boolean accepted =
              now.acceptances().getOrDefault(accept.proposal(), Set.of()).contains(server);
          if (!accepted && promised.filter(it -> it.isHigherThan(accept.number())).isPresent()) {
            open.remove(server);
            highest = highest.filter(it -> it.isHigherThan(promised.get())).or(() -> promised);
          }
        }
        if (open.size() < trace.header().membership().majority()
            && highest.isPresent()
            && stopped.add(accept.number())) {
          found.add(new Overtaking(number, accept.number(), highest.get()));
        }
      }
    }
    return found;
  }

  private static List<Message.Accept> accepts(Trace trace, int cursor) {
    Map<ProposalNumber, Message.Accept> found = new TreeMap<>();
    for (int serial = 1; serial <= trace.passageCount(cursor); serial++) {
      if (trace.passage(serial).content() instanceof Message.Accept accept) {
        found.put(accept.number(), accept);
      }
    }
    return List.copyOf(found.values());
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
