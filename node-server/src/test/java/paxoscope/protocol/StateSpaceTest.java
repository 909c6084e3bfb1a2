package paxoscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paxoscope.protocol.Model.Network.COMMITS_ARRIVE_AT_ONCE;
import static paxoscope.protocol.Model.Network.EVERY_MESSAGE_WAITS;
import static paxoscope.protocol.Model.Network.SPENT_MESSAGES_VANISH;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two proposers, S1 with X and S2 with Y, on three acceptors: every interleaving within the bounds.
 * The number of states is pinned, so that a change of the protocol or of the model shows.
 */
class StateSpaceTest {
  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S2 = new ServerId(2);
  private static final ServerId S3 = new ServerId(3);
  private static final Set<ServerId> ALL = Set.of();

  /** Undecided, and each of the two values: what may be chosen when both clients ask. */
  private static final Set<Set<String>> EITHER = Set.of(Set.of(), Set.of("X"), Set.of("Y"));

  @Test
  void oneRoundEachFromAnyMoment() {
    Model.Bounds bounds = bounds(ask("X"), ask("Y"), 0, 0, 0, SPENT_MESSAGES_VANISH);
    assertHolds(94_764, EITHER, bounds);
  }

  @Test
  void oneRoundEachWithOneLoss() {
    Model.Bounds bounds =
        bounds(inRoundOne("X", 1, ALL), inRoundOne("Y", 1, ALL), 1, 0, 0, SPENT_MESSAGES_VANISH);
    assertHolds(182_325, EITHER, bounds);
  }

  @Test
  void oneRoundEachWithOneLossAndOneDuplicate() {
    Model.Bounds bounds =
        bounds(inRoundOne("X", 1, ALL), inRoundOne("Y", 1, ALL), 1, 1, 0, COMMITS_ARRIVE_AT_ONCE);
    assertHolds(658_762, EITHER, bounds);
  }

  @Test
  void oneRoundEachWithTwoCrashes() {
    Model.Bounds bounds =
        bounds(inRoundOne("X", 1, ALL), inRoundOne("Y", 1, ALL), 0, 0, 2, SPENT_MESSAGES_VANISH);
    assertHolds(100_557, EITHER, bounds);
  }

  @Test
  void twoRoundsForTheLowerProposer() {
    Model.Bounds bounds =
        bounds(inRoundOne("X", 2, ALL), inRoundOne("Y", 1, ALL), 0, 0, 0, SPENT_MESSAGES_VANISH);
    assertHolds(457_186, EITHER, bounds);
  }

  @Test
  void twoRoundsForTheHigherProposer() {
    Model.Bounds bounds =
        bounds(inRoundOne("X", 1, ALL), inRoundOne("Y", 2, ALL), 0, 0, 0, COMMITS_ARRIVE_AT_ONCE);
    assertHolds(730_408, EITHER, bounds);
  }

  @Test
  void twoRoundsEachWhenTheyShareOneServerOnly() {
    Model.Bounds bounds =
        bounds(
            inRoundOne("X", 2, Set.of(S1, S3)),
            inRoundOne("Y", 2, Set.of(S2, S3)),
            0,
            0,
            0,
            SPENT_MESSAGES_VANISH);
    assertHolds(61_884, EITHER, bounds);
  }

  @Test
  void threeRoundsAgainstTwoWhenTheyShareOneServerOnly() {
    Model.Bounds bounds =
        bounds(
            inRoundOne("X", 3, Set.of(S1, S3)),
            inRoundOne("Y", 2, Set.of(S2, S3)),
            0,
            0,
            0,
            COMMITS_ARRIVE_AT_ONCE);
    assertHolds(292_242, EITHER, bounds);
  }

  @Test
  void aProposerThatCrashesAndAsksForAnotherValue() {
    Model.Bounds bounds =
        new Model.Bounds(
            Map.of(S1, List.of(inRoundOne("X", 1, ALL), ask("Y"))), 0, 1, 1, SPENT_MESSAGES_VANISH);
    assertHolds(39_442, EITHER, bounds);
  }

  @Test
  void twoRoundsEachWithOneLossAndOneDuplicateWhenTheyShareOneServerOnly() {
    Model.Bounds bounds =
        bounds(
            inRoundOne("X", 2, Set.of(S1, S3)),
            inRoundOne("Y", 2, Set.of(S2, S3)),
            1,
            1,
            0,
            COMMITS_ARRIVE_AT_ONCE);
    assertHolds(577_638, EITHER, bounds);
  }

  /**
   * The search leaves out states in which messages wait that cannot matter, and tells states apart
   * by a hash. A plain search that does neither finds the same servers in the same situations;
   * where Commits arrive at once, the same acceptors and proposers.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, '11206, 5074, 2580'",
    "1, 1, 0, '89704, 8849, 5025'",
    "0, 1, 1, '73332, 8762, 6226'"
  })
  void theShortCutsOfTheSearchLeaveNoSituationOut(
      int losses, int duplicates, int crashes, String states) {
    PlainSearch all = plainSearch(losses, duplicates, crashes, EVERY_MESSAGE_WAITS);
    PlainSearch fewer = plainSearch(losses, duplicates, crashes, SPENT_MESSAGES_VANISH);
    PlainSearch fewest = plainSearch(losses, duplicates, crashes, COMMITS_ARRIVE_AT_ONCE);
    assertEquals(states, "%d, %d, %d".formatted(all.states(), fewer.states(), fewest.states()));

    assertEquals(all.situations(), fewer.situations());
    assertEquals(
        all.situationsOfAcceptorsAndProposers(), fewest.situationsOfAcceptorsAndProposers());
  }

  private static PlainSearch plainSearch(
      int losses, int duplicates, int crashes, Model.Network network) {
    Model.Bounds bounds =
        bounds(
            inRoundOne("X", 1, Set.of(S1, S3)),
            inRoundOne("Y", 1, Set.of(S2, S3)),
            losses,
            duplicates,
            crashes,
            network);
    Model model = model(bounds);
    PlainSearch plain = PlainSearch.of(model);
    assertEquals(plain.states(), StateSpace.explore(model).states());
    return plain;
  }

  private static void assertHolds(int states, Set<Set<String>> chosen, Model.Bounds bounds) {
    StateSpace.Findings findings = StateSpace.explore(model(bounds));
    assertEquals(Optional.empty(), findings.counterexample());
    assertEquals(chosen, findings.chosen());
    assertEquals(states, findings.states());
  }

  private static Model model(Model.Bounds bounds) {
    return new Model(new Membership(3), Rules.ALL, bounds);
  }

  private static Model.Bounds bounds(
      Input.Propose atS1,
      Input.Propose atS2,
      int losses,
      int duplicates,
      int crashes,
      Model.Network network) {
    return new Model.Bounds(
        Map.of(S1, List.of(atS1), S2, List.of(atS2)), losses, duplicates, crashes, network);
  }

  private static Input.Propose ask(String value) {
    return propose(value, 1, ALL, Optional.empty());
  }

  private static Input.Propose inRoundOne(String value, int attempts, Set<ServerId> to) {
    return propose(value, attempts, to, Optional.of(1));
  }

  private static Input.Propose propose(
      String value, int attempts, Set<ServerId> to, Optional<Integer> round) {
    return new Input.Propose(
        1, new Value(value), new ProposeOptions(attempts, ProposeOptions.Backoff.NONE, to, round));
  }
}
