package paxoscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paxoscope.protocol.Model.Network.COMMITS_ARRIVE_AT_ONCE;
import static paxoscope.protocol.Model.Network.EVERY_MESSAGE_WAITS;
import static paxoscope.protocol.Model.Network.SPENT_MESSAGES_VANISH;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

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

  /**
   * The search leaves out states in which messages wait that cannot matter, and tells states apart
   * by a hash. A plain search that does neither finds the same servers in the same situations.
   */
  @Test
  void theShortCutsOfTheSearchLeaveNoSituationOut() {
    Map<ServerId, List<Input.Propose>> clients =
        Map.of(
            S1, List.of(inRoundOne("X", 1, Set.of(S1, S3))),
            S2, List.of(inRoundOne("Y", 1, Set.of(S2, S3))));
    Model all = model(new Model.Bounds(clients, 1, 0, 1, EVERY_MESSAGE_WAITS));
    Model fewer = model(new Model.Bounds(clients, 1, 0, 1, SPENT_MESSAGES_VANISH));
    PlainSearch plain = PlainSearch.of(fewer);

    assertEquals(plain.states(), StateSpace.explore(fewer).states());
    assertEquals(plain.situations(), PlainSearch.of(all).situations());
    assertEquals(5_074, plain.states());
  }

  private record PlainSearch(int states, Set<List<Object>> situations) {
    static PlainSearch of(Model model) {
      Set<List<Object>> states = new HashSet<>();
      Set<List<Object>> situations = new HashSet<>();
      Queue<World> waiting = new ArrayDeque<>(List.of(model.initial()));
      while (!waiting.isEmpty()) {
        World world = waiting.remove();
        List<Integer> network = Arrays.stream(world.network()).boxed().toList();
        List<Integer> servers = Arrays.stream(world.servers()).boxed().toList();
        if (states.add(
            List.of(servers, network, world.history(), world.losses(), world.crashes()))) {
          Property.View view = model.view(world);
          situations.add(List.of(view.servers(), view.history()));
          model.forEachMove(world, (move, next) -> waiting.add(next));
        }
      }
      return new PlainSearch(states.size(), situations);
    }
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
