package paxoscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A Paxos with a rule switched off is caught by the same search that finds nothing in the right
 * one, and the search tells the shortest run that shows why the rule is there.
 */
class WrongPaxosTest {
  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S2 = new ServerId(2);
  private static final ServerId S3 = new ServerId(3);
  private static final ServerId S4 = new ServerId(4);

  /** One crash, so that a forgotten number can be used again; the second request is for Z. */
  private static final Model.Bounds CRASH_AND_ASK_AGAIN =
      bounds(1, Map.of(S1, List.of(ask("X", Optional.of(1)), ask("Z", Optional.empty()))));

  private static final Model.Bounds TWO_PROPOSERS =
      bounds(
          0,
          Map.of(
              S1, List.of(ask("X", Optional.of(1))),
              S2, List.of(ask("Y", Optional.of(1)))));

  @ParameterizedTest
  @EnumSource(Rule.class)
  void agreementBreaksWithoutAnyOneOfTheRules(Rule rule) {
    Model.Bounds bounds = boundsThatNeed(rule);
    Membership three = new Membership(3);

    assertEquals(Optional.empty(), search(three, Rules.ALL, bounds));
    assertTrue(search(three, Rules.ALL.without(rule), bounds).isPresent(), rule.toString());
  }

  private static Model.Bounds boundsThatNeed(Rule rule) {
    return switch (rule) {
      case PROMISE_NOTHING_LOWER,
          KEEP_THE_PROMISE,
          ADOPT_THE_HIGHEST_ACCEPTED,
          QUORUM_IS_A_MAJORITY ->
          TWO_PROPOSERS;
      case NEVER_REUSE_A_NUMBER -> CRASH_AND_ASK_AGAIN;
    };
  }

  @Test
  void anAcceptorThatBreaksItsPromiseAcceptsBothValues() {
    assertShortest(
        Rule.KEEP_THE_PROMISE,
        """
        AGREEMENT is broken:
          1. Prepare 1.1 from S1 to S1 arrives
          2. Prepare 1.1 from S1 to S2 arrives
          3. Promise 1.1 (none) from S2 to S1 arrives
          4. Promise 1.1 (none) from S1 to S1 arrives
          5. Prepare 1.2 from S2 to S1 arrives
          6. Prepare 1.2 from S2 to S2 arrives
          7. Promise 1.2 (none) from S2 to S2 arrives
          8. Promise 1.2 (none) from S1 to S2 arrives
          9. Accept 1.1 = X from S1 to S1 arrives
         10. Accept 1.1 = X from S1 to S2 arrives
         11. Accept 1.2 = Y from S2 to S1 arrives
         12. Accept 1.2 = Y from S2 to S2 arrives
        """);
  }

  @Test
  void anAcceptorThatPromisesALowerNumberForgetsTheHigherPromise() {
    assertShortest(
        Rule.PROMISE_NOTHING_LOWER,
        """
        AGREEMENT is broken:
          1. Prepare 1.1 from S1 to S1 arrives
          2. Promise 1.1 (none) from S1 to S1 arrives
          3. Prepare 1.2 from S2 to S1 arrives
          4. Prepare 1.2 from S2 to S2 arrives
          5. Prepare 1.1 from S1 to S2 arrives
          6. Promise 1.1 (none) from S2 to S1 arrives
          7. Promise 1.2 (none) from S2 to S2 arrives
          8. Promise 1.2 (none) from S1 to S2 arrives
          9. Accept 1.1 = X from S1 to S2 arrives
         10. Accept 1.1 = X from S1 to S3 arrives
         11. Accept 1.2 = Y from S2 to S1 arrives
         12. Accept 1.2 = Y from S2 to S2 arrives
        """);
  }

  @Test
  void aProposerThatKeepsItsOwnValueOverridesAChosenOne() {
    assertShortest(
        Rule.ADOPT_THE_HIGHEST_ACCEPTED,
        """
        AGREEMENT is broken:
          1. Prepare 1.1 from S1 to S1 arrives
          2. Prepare 1.1 from S1 to S2 arrives
          3. Promise 1.1 (none) from S2 to S1 arrives
          4. Promise 1.1 (none) from S1 to S1 arrives
          5. Prepare 1.2 from S2 to S1 arrives
          6. Promise 1.2 (none) from S1 to S2 arrives
          7. Accept 1.1 = X from S1 to S2 arrives
          8. Prepare 1.2 from S2 to S2 arrives
          9. Accept 1.1 = X from S1 to S3 arrives
         10. Promise 1.2 (accepted 1.1 = X) from S2 to S2 arrives
         11. Accept 1.2 = Y from S2 to S1 arrives
         12. Accept 1.2 = Y from S2 to S2 arrives
        """);
  }

  @Test
  void twoQuorumsWithoutACommonServerChooseTwoValues() {
    assertShortest(
        Rule.QUORUM_IS_A_MAJORITY,
        """
        AGREEMENT is broken:
          1. Prepare 1.1 from S1 to S1 arrives
          2. Promise 1.1 (none) from S1 to S1 arrives
          3. Prepare 1.2 from S2 to S1 arrives
          4. Promise 1.2 (none) from S1 to S2 arrives
          5. Accept 1.1 = X from S1 to S2 arrives
          6. Accept 1.1 = X from S1 to S3 arrives
          7. Accept 1.2 = Y from S2 to S1 arrives
          8. Accept 1.2 = Y from S2 to S2 arrives
        """);
  }

  @Test
  void anAnswerToTheFirstUseOfANumberPassesForOneToTheSecond() {
    assertShortest(
        Rule.NEVER_REUSE_A_NUMBER,
        """
        AGREEMENT is broken:
          1. Prepare 1.1 from S1 to S2 arrives
          2. Prepare 1.1 from S1 to S3 arrives
          3. Promise 1.1 (none) from S3 to S1 arrives
          4. Promise 1.1 (none) from S2 to S1 arrives
          5. S1 crashes and recovers
          6. S1 is asked to propose Z
          7. Prepare 1.1 from S1 to S1 arrives
          8. Prepare 1.1 from S1 to S2 arrives
          9. Promise 1.1 (none) from S2 to S1 arrives
         10. Promise 1.1 (none) from S1 to S1 arrives
         11. Accept 1.1 = X from S1 to S1 arrives
         12. Accept 1.1 = X from S1 to S2 arrives
         13. Accepted 1.1 from S2 to S1 arrives
         14. Accepted 1.1 from S1 to S1 arrives
        """);
  }

  @Test
  void halfOfFourServersIsTooSmallAQuorum() {
    Model.Bounds bounds =
        bounds(
            0,
            Map.of(
                S1, List.of(ask("X", Optional.of(1), Set.of(S1, S2))),
                S4, List.of(ask("Y", Optional.of(1), Set.of(S3, S4)))));
    Rules halves = Rules.ALL.without(Rule.QUORUM_IS_A_MAJORITY);

    assertEquals(
        Set.of(new Value("X"), new Value("Y")),
        search(new Membership(4), halves, bounds).orElseThrow().end().history().decided().stream()
            .map(Proposal::value)
            .collect(Collectors.toSet()));
  }

  @Test
  void aPromiseThatGoesDownIsSeenAtOnce() {
    Model model = modelWithout(Rule.PROMISE_NOTHING_LOWER);

    StateSpace.Counterexample found = StateSpace.explore(model).counterexample().orElseThrow();

    assertEquals(
        """
        PROMISES_NEVER_DECREASE is broken:
          1. Prepare 1.2 from S2 to S1 arrives
          2. Prepare 1.1 from S1 to S1 arrives
        """,
        found.toString());
  }

  /**
   * Each property is seen to fail, so that none holds only because nothing ever tries it. Where no
   * missing rule breaks it, somebody has to lie: a message that no server has sent.
   */
  @ParameterizedTest
  @EnumSource(Property.class)
  void everyPropertyCanFail(Property property) {
    EnumSet<Property> only = EnumSet.of(property);
    Membership three = new Membership(3);

    StateSpace.Findings right =
        StateSpace.explore(new Model(three, Rules.ALL, TWO_PROPOSERS), only);
    StateSpace.Findings wrong = StateSpace.explore(modelThatBreaks(property), only);

    assertEquals(Optional.empty(), right.counterexample());
    assertEquals(property, wrong.counterexample().orElseThrow().broken());
  }

  private static Model modelThatBreaks(Property property) {
    return switch (property) {
      case AGREEMENT -> modelWithout(Rule.QUORUM_IS_A_MAJORITY);
      case CHOSEN_VALUE_IS_KEPT -> modelWithout(Rule.ADOPT_THE_HIGHEST_ACCEPTED);
      case PROMISES_NEVER_DECREASE -> modelWithout(Rule.PROMISE_NOTHING_LOWER);
      case VALIDITY -> modelWith(new Message.Accept(S3, S1, proposal("1.3", "Z")));
      case KNOWLEDGE -> modelWith(new Message.Commit(S3, S1, proposal("1.3", "Z")));
      case NO_VIOLATION -> modelWith(new Message.Accept(S1, S2, proposal("1.1", "Z")));
    };
  }

  @Test
  void anAcceptorCannotKnowThatNobodyAskedForAValue() {
    assertEquals(
        """
        VALIDITY is broken:
          1. Accept 1.3 = Z from S3 to S1 arrives
        """,
        StateSpace.explore(modelThatBreaks(Property.VALIDITY))
            .counterexample()
            .orElseThrow()
            .toString());
  }

  @Test
  void aLearnerCannotKnowThatAMajorityHasNotAccepted() {
    assertEquals(
        """
        KNOWLEDGE is broken:
          1. Commit 1.3 = Z from S3 to S1 arrives
        """,
        StateSpace.explore(modelThatBreaks(Property.KNOWLEDGE), EnumSet.of(Property.KNOWLEDGE))
            .counterexample()
            .orElseThrow()
            .toString());
  }

  private static Model modelWithout(Rule rule) {
    return new Model(new Membership(3), Rules.ALL.without(rule), TWO_PROPOSERS);
  }

  private static Model modelWith(Message forged) {
    return new Model(new Membership(3), Rules.ALL, TWO_PROPOSERS, List.of(forged));
  }

  private static Proposal proposal(String number, String value) {
    return new Proposal(ProposalNumber.parse(number), new Value(value));
  }

  private static void assertShortest(Rule rule, String run) {
    Rules rules = Rules.ALL.without(rule);
    assertEquals(
        run, search(new Membership(3), rules, boundsThatNeed(rule)).orElseThrow().toString());
  }

  private static Optional<StateSpace.Counterexample> search(
      Membership membership, Rules rules, Model.Bounds bounds) {
    return StateSpace.explore(new Model(membership, rules, bounds), EnumSet.of(Property.AGREEMENT))
        .counterexample();
  }

  private static Model.Bounds bounds(int crashes, Map<ServerId, List<Input.Propose>> clients) {
    return new Model.Bounds(clients, 0, 0, crashes, Model.Network.SPENT_MESSAGES_VANISH);
  }

  private static Input.Propose ask(String value, Optional<Integer> round) {
    return ask(value, round, Set.of());
  }

  private static Input.Propose ask(String value, Optional<Integer> round, Set<ServerId> to) {
    ProposeOptions options = new ProposeOptions(1, ProposeOptions.Backoff.NONE, to, round);
    return new Input.Propose(1, new Value(value), options);
  }
}
