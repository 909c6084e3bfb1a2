package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.scenario.ScenarioOfRun;
import paxoscope.scenario.ScenarioText;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Link;
import paxoscope.trace.SafetyProperties;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceDifference;
import paxoscope.trace.TraceStep;

/** Links that are cut, servers that are paused, and accidents from a seed. */
class FaultsTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S4 = new ServerId(4);
  private static final ServerId S5 = new ServerId(5);
  private static final Link LINK = new Link(S1, S4);

  private final ClusterDirector director = new ClusterDirector(new SimulatedCluster(5));
  private FreeRun run = director.free(S1, S5);

  @AfterEach
  void close() {
    director.close();
  }

  private ClusterState now() {
    return run.trace().at(run.trace().size());
  }

  private TraceStep last() {
    return run.trace().step(run.trace().size());
  }

  private void does(Decision... moves) {
    does(List.of(moves));
  }

  private void does(List<Decision> moves) {
    run.ask(moves);
    while (run.next().isPresent()) {
      run.step();
    }
  }

  private static Decision propose(ServerId server) {
    return FreeMoves.propose(server, new Value("x"), Optional.empty());
  }

  private HeldItem prepareTo(ServerId server) {
    return now().held().stream()
        .filter(item -> item.content().kind() == Outbound.Kind.PREPARE)
        .filter(item -> item.content().to().equals(server))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsDeliveredOverACutLinkIsLostAndTheWayBackIsNotCut() {
    does(propose(S1), new Decision.Cut(LINK));
    HeldItem there = prepareTo(S4);
    does(FreeMoves.deliver(there));
    assertEquals(new Decision.Drop(there.name()), last().decision());
    assertEquals(Optional.empty(), now().server(S4).promised());
    does(propose(S4));
    HeldItem back =
        now().held().stream()
            .filter(item -> item.content().from().equals(S4))
            .filter(item -> item.content().to().equals(S1))
            .findFirst()
            .orElseThrow();
    does(FreeMoves.deliver(back));
    assertEquals(new Decision.Deliver(back.name()), last().decision());
  }

  @Test
  void aHealedLinkCarriesAgainWhatStillWaits() {
    does(propose(S1), new Decision.Cut(LINK), new Decision.Heal(LINK));
    does(FreeMoves.deliver(prepareTo(S4)));
    assertTrue(now().server(S4).promised().isPresent());
  }

  @Test
  void nothingReachesAPausedServerUntilItGoesOn() {
    does(propose(S1), new Decision.Pause(S4));
    assertEquals(2, now().server(S4).pausedSince());
    does(FreeMoves.deliver(prepareTo(S4)));
    assertEquals(2, run.trace().size());
    does(FreeMoves.deliverAll(now(), _ -> true));
    assertEquals(6, run.trace().size());
    does(new Decision.Resume(S4), FreeMoves.deliver(prepareTo(S4)));
    assertTrue(now().server(S4).promised().isPresent());
  }

  @Test
  void anotherRunBeginsWithEveryServerGoingAndNoLinkCut() {
    does(propose(S1), new Decision.Pause(S4), new Decision.Cut(LINK));
    run = director.free(S1, S5);
    assertTrue(now().cuts().isEmpty());
    does(propose(S4));
    assertEquals(1, run.trace().size());
    does(new Decision.Pause(S4));
    director.restart();
    assertTrue(director.trace().at(director.trace().size()).server(S4).alive());
  }

  @Test
  void atTheEndLinksAreHealedAndServersGoOnBeforeTheRestArrives() {
    does(new Decision.Cut(LINK), new Decision.Pause(S5), propose(S1));
    run.end();
    ClusterState end = director.trace().at(director.trace().size());
    assertTrue(end.cuts().isEmpty());
    assertEquals(0, end.server(S5).pausedSince());
    assertEquals(5, end.committedFiles());
  }

  @Test
  void sharesMakeNoMoreThanAll() {
    assertThrows(IllegalArgumentException.class, () -> new Mishaps(1, 60, 30, 20));
    assertThrows(IllegalArgumentException.class, () -> new Mishaps(1, -1, 0, 0));
  }

  @Test
  void aSeedLosesDoublesAndDelaysRoundAboutItsShares() {
    does(propose(S1));
    run.meet(new Mishaps(7, 100, 0, 0));
    does(FreeMoves.deliverAll(now(), _ -> true));
    long lost =
        run.trace().steps().stream().filter(s -> s.decision() instanceof Decision.Drop).count();
    assertEquals(4, lost, "all but the message to itself");
    assertTrue(last().caption().contains("seed 7"), last().caption());
  }

  /** Everything at random, but from a seed. */
  private Trace played(long seed) {
    try (ClusterDirector nodes = new ClusterDirector(new SimulatedCluster(5))) {
      run = nodes.free(S1, S5);
      run.meet(new Mishaps((int) seed, 20, 15, 25));
      Random random = new Random(seed);
      RandomFreeRun somebody = new RandomFreeRun(run, seed);
      for (int i = 0; i < 60; i++) {
        if (random.nextInt(4) == 0) {
          does(fault(random));
        } else if (now().servers().stream().noneMatch(view -> view.paused())) {
          somebody.step();
        } else {
          does(FreeMoves.deliverAll(now(), _ -> true));
        }
      }
      run.end();
      return run.trace();
    }
  }

  private static Decision fault(Random random) {
    ServerId one = new ServerId(1 + random.nextInt(5));
    ServerId other = new ServerId(1 + one.number() % 5);
    return switch (random.nextInt(5)) {
      case 0 -> new Decision.Pause(one);
      case 1, 2 -> new Decision.Resume(one);
      case 3 -> new Decision.Cut(new Link(one, other));
      default -> new Decision.Heal(new Link(one, other));
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void theSameSeedGivesTheSameSafeRunThatPlaysAgainAsAScenario(long seed) {
    Trace once = played(seed);
    assertEquals(Optional.empty(), TraceDifference.first(once, played(seed)));
    assertEquals(List.of(), SafetyProperties.check(once));
    try (ClusterDirector nodes = new ClusterDirector(new SimulatedCluster(5))) {
      LiveRun again = nodes.start(ScenarioText.parse(ScenarioOfRun.text(once, "again")), Map.of());
      while (again.next().isPresent()) {
        again.step();
      }
      again.end();
      assertEquals(
          once.steps().stream().map(TraceStep::decision).toList(),
          again.trace().steps().stream().map(TraceStep::decision).toList());
    }
  }
}
