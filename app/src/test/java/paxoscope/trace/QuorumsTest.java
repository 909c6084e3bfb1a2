package paxoscope.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.director.PlayedScenarios;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Quorums.Quorum;

class QuorumsTest {

  private static Quorum quorum(int round, int proposer, int... servers) {
    return new Quorum(
        new ProposalNumber(round, new ServerId(proposer)),
        IntStream.of(servers).mapToObj(ServerId::new).collect(Collectors.toSet()));
  }

  @Test
  void bothMajoritiesAreThereFromTheStepInWhichTheyAreComplete() {
    Trace run = PlayedScenarios.play("A_wins", Map.of());
    assertEquals(new Quorums(Optional.empty(), Optional.empty()), Quorums.at(run, 3));
    assertEquals(
        new Quorums(Optional.of(quorum(3, 1, 1, 2, 3)), Optional.empty()), Quorums.at(run, 4));
    Quorums both = Quorums.at(run, run.size());
    assertEquals(
        new Quorums(Optional.of(quorum(3, 1, 1, 2, 3)), Optional.of(quorum(4, 5, 3, 4, 5))), both);
    assertEquals(Set.of(new ServerId(3)), both.shared());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A_wins", "B_wins", "BB_wins", "livelock"})
  void anyTwoMajoritiesShareAServerAtEveryMoment(String scenario) {
    Trace run = PlayedScenarios.play(scenario, Map.of());
    for (int cursor = 0; cursor <= run.size(); cursor++) {
      Quorums quorums = Quorums.at(run, cursor);
      if (quorums.second().isPresent()) {
        assertFalse(quorums.shared().isEmpty(), "at " + cursor);
      }
    }
  }

  @Test
  void ofAProposerThatTriesAgainTheLastMajorityCounts() {
    Trace run = PlayedScenarios.play("livelock", Map.of());
    Quorums end = Quorums.at(run, run.size());
    assertEquals(
        run.at(run.size()).servers().stream()
            .flatMap(server -> server.promised().stream())
            .max(ProposalNumber::compareTo),
        end.second().map(Quorum::number));
  }

  @Test
  void ofOneProposerThereIsOne() {
    Trace run = PlayedScenarios.play("set_value", Map.of());
    Quorums end = Quorums.at(run, run.size());
    assertEquals(Set.of(), end.shared());
    assertEquals(5, end.first().orElseThrow().servers().size());
  }
}
