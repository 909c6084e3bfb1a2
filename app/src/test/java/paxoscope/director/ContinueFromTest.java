package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.files.ScenarioLibrary;
import paxoscope.journal.GateMode;
import paxoscope.protocol.Message;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.scenario.Scenario;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.RecordedTrace;
import paxoscope.trace.RunHeader;
import paxoscope.trace.StateDifference;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** Bringing fresh nodes to any moment of a record, and going on from there. */
class ContinueFromTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S3 = new ServerId(3);

  private static Scenario scenario(String name) {
    return ScenarioLibrary.load().scenarios().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Trace played(String name, Map<String, String> arguments) {
    try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(5))) {
      LiveRun run = director.start(scenario(name), arguments);
      while (run.next().isPresent()) {
        run.step();
      }
      return run.trace();
    }
  }

  private static void playOn(LiveRun run) {
    while (run.next().isPresent()) {
      run.step();
    }
    run.end();
  }

  private static ClusterState end(Trace trace) {
    return trace.at(trace.size());
  }

  private static List<Decision> decisions(Trace trace) {
    return trace.steps().stream().map(TraceStep::decision).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "set_value, S2, S4",
    "A_wins, S1, S5",
    "B_wins, S5, S1",
    "BB_wins, S1, S5",
    "BB_wins, S4, S2",
    "livelock, S1, S5",
    "livelock, S5, S2",
    "minority_down, S2, S4",
    "majority_down, S3, S4",
    "proposer_crash, S1, S5",
    "loss_and_duplicates, S1, S5",
    "partition, S5, S1",
    "recovery, S1, S5"
  })
  void fromAnyMomentOfAScenarioTheSameRunComesOnFreshNodes(String name, String a, String b) {
    boolean two = scenario(name).parameters().stream().anyMatch(one -> one.name().equals("B"));
    Map<String, String> roles = two ? Map.of("A", a, "B", b) : Map.of("A", a);
    Trace record = played(name, roles);
    for (int moment = 0; moment <= record.size(); moment++) {
      try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(5))) {
        ContinuedRun continued = director.continueFrom(record, moment, Optional.of(scenario(name)));
        assertEquals(Optional.empty(), continued.difference());
        assertEquals(moment, continued.run().trace().size());
        playOn(continued.run());
        assertEquals(decisions(record), decisions(continued.run().trace()), "from " + moment);
        assertEquals(
            Optional.empty(), StateDifference.of(end(record), end(continued.run().trace())));
        RunHeader again = continued.run().trace().header();
        assertEquals(record.header().ofRun(again.run(), again.ports()), again);
        assertEquals(record.header().reference(), again.reference());
      }
    }
  }

  @Test
  void aCuredLivelockIsCuredAgainWhereItWas() {
    Trace record;
    try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(5))) {
      LiveRun run = director.start(scenario("livelock"), Map.of("rounds", "0"));
      IntStream.range(0, 40).forEach(_ -> run.step());
      run.cure();
      playOn(run);
      record = run.trace();
    }
    for (int moment : List.of(10, record.size() - 3)) {
      try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(5))) {
        ContinuedRun continued =
            director.continueFrom(record, moment, Optional.of(scenario("livelock")));
        assertEquals(Optional.empty(), continued.difference());
        assertEquals(moment == 10, continued.run().curable(), "endless at " + moment);
        continued.run().cure();
        playOn(continued.run());
        assertTrue(end(continued.run().trace()).chosen().isPresent());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void crashesLossesDoubledAndLateMessagesHappenAgain(long seed) {
    RandomRun random = new RandomRun(5, seed);
    IntStream.range(0, 150).forEach(_ -> random.step());
    for (int moment : List.of(30, random.trace.size() / 2, random.trace.size())) {
      try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(5))) {
        ContinuedRun continued = director.continueFrom(random.trace, moment, Optional.empty());
        assertEquals(Optional.empty(), continued.difference());
        assertEquals(
            Optional.empty(),
            StateDifference.of(random.trace.at(moment), continued.run().trace().at(moment)));
      }
    }
  }

  @Test
  void whatNodesDidOnTheirOwnAndForOthersHappensAgain() {
    SimulatedCluster nodes = new SimulatedCluster(5);
    try (ClusterDirector director = new ClusterDirector(nodes)) {
      Trace record = director.trace();
      nodes.handle(new Message.Prepare(S1, S3, new ProposalNumber(7, S1)));
      nodes.propose(S1, new Value("own"), ProposeOptions.DEFAULT).join();
      nodes.propose(S3, new Value("other"), ProposeOptions.DEFAULT).join();
      director.crash(S3);
      director.recover(S3);
      assertTrue(record.size() > 20);
      for (int moment = 0; moment <= record.size(); moment++) {
        try (ClusterDirector other = new ClusterDirector(new SimulatedCluster(5))) {
          ContinuedRun continued = other.continueFrom(record, moment, Optional.empty());
          assertEquals(Optional.empty(), continued.difference());
          continued.run().end();
          assertEquals(List.of(), end(other.trace()).held());
        }
      }
    }
  }

  @Test
  void aServerThatIsDownIsBroughtBackFirst() {
    Trace record = played("B_wins", Map.of());
    SimulatedCluster nodes = new SimulatedCluster(5);
    try (ClusterDirector director = new ClusterDirector(nodes)) {
      director.crash(S3);
      ContinuedRun continued = director.continueFrom(record, 12, Optional.of(scenario("B_wins")));
      assertEquals(Optional.empty(), continued.difference());
      assertTrue(end(continued.run().trace()).server(S3).alive());
    }
  }

  @Test
  void aRecordThatTheNodesDoNotFollowIsShownAndTheRunStandsThere() {
    Trace record = played("B_wins", Map.of());
    RecordedTrace forged = new RecordedTrace(record.header());
    // The third step is left out, so the numbers of its acceptor's state come from nowhere.
    for (int number = 1; number <= record.size(); number++) {
      if (number != 3) {
        forged.append(record.step(number));
      }
    }
    SimulatedCluster nodes = new SimulatedCluster(5);
    try (ClusterDirector director = new ClusterDirector(nodes)) {
      ContinuedRun continued =
          director.continueFrom(forged, forged.size(), Optional.of(scenario("B_wins")));
      assertTrue(continued.difference().orElseThrow().startsWith("Step "));
      assertTrue(continued.run().trace().size() < forged.size());
      continued.run().end();
      for (int server = 1; server <= 5; server++) {
        assertEquals(GateMode.OPEN, nodes.status(new ServerId(server)).orElseThrow().gate());
      }
    }
  }

  @Test
  void aRunThatLeftItsScriptIsBroughtToAnEnd() {
    Trace whole = played("B_wins", Map.of());
    RecordedTrace left = new RecordedTrace(whole.header());
    whole.steps().subList(0, 5).forEach(left::append);
    try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(5))) {
      LiveRun run = director.continueFrom(left, 5, Optional.of(scenario("A_wins"))).run();
      playOn(run);
      assertFalse(run.next().isPresent());
      assertEquals(List.of(), end(run.trace()).held());
    }
  }

  @Test
  void aRunOfAnotherNumberOfServersIsRefused() {
    Trace record = played("B_wins", Map.of());
    try (ClusterDirector director = new ClusterDirector(new SimulatedCluster(3))) {
      IllegalArgumentException wrong =
          assertThrows(
              IllegalArgumentException.class,
              () -> director.continueFrom(record, 3, Optional.empty()));
      assertTrue(wrong.getMessage().contains("5 servers, and here are 3"), wrong.getMessage());
    }
  }
}
