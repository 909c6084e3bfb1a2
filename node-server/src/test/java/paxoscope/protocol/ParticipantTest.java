package paxoscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static paxoscope.protocol.Bench.commit;
import static paxoscope.protocol.Bench.number;
import static paxoscope.protocol.Bench.prepare;
import static paxoscope.protocol.Bench.proposal;
import static paxoscope.protocol.Bench.request;
import static paxoscope.protocol.Bench.server;
import static paxoscope.protocol.Bench.servers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One server in all its roles: S1 of three. */
class ParticipantTest {
  private static final Membership THREE = new Membership(3);
  private static final DurableState REMEMBERED =
      new DurableState(
          new Acceptor(Optional.of(number("5.2")), Optional.of(proposal("4.3", "Y"))),
          new Learner(Optional.of(proposal("4.3", "Y"))),
          2);

  @Test
  void aServerOutsideTheClusterDoesNotStart() {
    assertEquals(
        "S4 is not in a cluster of 3 servers.",
        assertThrows(
                IllegalArgumentException.class,
                () -> Participant.start(server(4), THREE, Rules.ALL, DurableState.INITIAL))
            .getMessage());
  }

  @Test
  void aServerStartsWithWhatItRememberedAndNoProposalUnderWay() {
    Participant started = Participant.start(server(1), THREE, Rules.ALL, REMEMBERED);

    assertEquals(
        new Participant(
            server(1),
            THREE,
            Rules.ALL,
            REMEMBERED.acceptor(),
            REMEMBERED.learner(),
            2,
            5,
            Map.of()),
        started);
    assertEquals(REMEMBERED, started.durable());
  }

  @Test
  void whatItsLearnerKnowsCountsAsSeenWhenItStarts() {
    Learner learner = new Learner(Optional.of(proposal("9.3", "Y")));

    Participant started =
        Participant.start(
            server(1), THREE, Rules.ALL, new DurableState(Acceptor.INITIAL, learner, 0));

    assertEquals(9, started.highestRoundSeen());
  }

  @Test
  void aRoundUsedBeforeACrashIsNeverUsedAgain() {
    Participant before = Bench.ofSize(3).propose("X", 1).participant();
    Bench after = new Bench(Participant.start(server(1), THREE, Rules.ALL, before.durable()));

    assertEquals(Map.of(), after.participant().proposers());
    assertEquals(Step.Verdict.IGNORED, after.promise(2, "1.1").verdict());
    assertEquals(prepare(1, "2.1"), after.propose("Z", 1).outputs().getFirst());
  }

  @Test
  void withoutItsRuleACrashMakesAServerForgetTheRoundsItUsed() {
    Participant before = Bench.ofSize(3).propose("X", 1).participant();
    Rules rules = Rules.ALL.without(Rule.NEVER_REUSE_A_NUMBER);
    Bench after = new Bench(Participant.start(server(1), THREE, rules, before.durable()));

    assertEquals(prepare(1, "1.1"), after.propose("Z", 1).outputs().getFirst());
  }

  @Test
  void anAcceptorAnswersASenderAndTakesNoteOfTheRound() {
    Message.Prepare prepare = new Message.Prepare(server(3), server(1), number("4.3"));
    Bench bench = Bench.ofSize(3).give(prepare);
    Acceptor promised = new Acceptor(Optional.of(number("4.3")), Optional.empty());

    assertEquals(
        new Step(
            new Participant(server(1), THREE, Rules.ALL, promised, Learner.INITIAL, 0, 4, Map.of()),
            Step.Verdict.HANDLED,
            List.of(
                new Output.Send(
                    new Message.Promise(server(1), server(3), number("4.3"), Optional.empty())))),
        new Step(bench.participant(), bench.verdict(), bench.outputs()));

    bench.give(new Message.Accept(server(2), server(1), proposal("4.2", "Y")));
    assertEquals(Step.Verdict.REFUSED, bench.verdict());
    assertEquals(promised, bench.participant().acceptor());
  }

  @Test
  void aCommitChangesOnlyWhatIsLearned() {
    Bench bench =
        Bench.ofSize(3).give(new Message.Commit(server(2), server(1), proposal("4.2", "Y")));

    assertEquals(
        new Step(
            new Participant(
                server(1),
                THREE,
                Rules.ALL,
                Acceptor.INITIAL,
                new Learner(Optional.of(proposal("4.2", "Y"))),
                0,
                4,
                Map.of()),
            Step.Verdict.HANDLED,
            List.of()),
        new Step(bench.participant(), bench.verdict(), bench.outputs()));
  }

  @Test
  void aServerThatHasLearnedTheValueStillRunsBothPhases() {
    Bench bench =
        Bench.ofSize(3).give(new Message.Commit(server(2), server(1), proposal("4.2", "Y")));

    assertEquals(prepare(1, "5.1"), bench.propose("X", 1).outputs().getFirst());
  }

  @Test
  void aClusterOfOneDecidesByItself() {
    Bench bench = Bench.ofSize(1).propose("X", 1);
    for (int step = 0; step < 5; step++) {
      bench.outputs().stream()
          .filter(Output.Send.class::isInstance)
          .map(output -> ((Output.Send) output).message())
          .toList()
          .forEach(bench::give);
    }

    assertEquals(
        new DurableState(
            new Acceptor(Optional.of(number("1.1")), Optional.of(proposal("1.1", "X"))),
            new Learner(Optional.of(proposal("1.1", "X"))),
            1),
        bench.participant().durable());
  }

  @Test
  void anUnusedRoundMayBeAskedForAlsoBelowTheHighestSeen() {
    Bench bench = new Bench(Participant.start(server(1), THREE, Rules.ALL, REMEMBERED));

    assertEquals(prepare(1, "3.1"), bench.give(inRound(3)).outputs().getFirst());
    assertEquals(3, bench.participant().highestRoundUsed());
    assertEquals(5, bench.participant().highestRoundSeen());
    assertEquals(prepare(1, "6.1"), bench.propose("Z", 1).outputs().getFirst());
  }

  /** Inputs that S1 of three, which has used round 2 and seen round 5, does not take. */
  static Stream<Input> refusedInputs() {
    Proposal proposal = proposal("6.2", "X");
    Proposal foreign = proposal("6.4", "X");
    ProposalNumber number = proposal.number();
    return Stream.of(
        received(new Message.Prepare(server(2), server(3), number)),
        received(new Message.Prepare(server(4), server(1), number)),
        received(new Message.Prepare(server(2), server(1), foreign.number())),
        received(new Message.Accept(server(2), server(1), foreign)),
        received(new Message.Commit(server(2), server(1), foreign)),
        received(new Message.Promise(server(2), server(1), number, Optional.of(foreign))),
        received(
            new Message.Nack(
                server(2), server(1), number, Outbound.Kind.PREPARE, foreign.number())),
        inRound(2),
        inRound(1),
        request(1, "X", 1, servers(1), Optional.empty()),
        request(1, "X", 1, servers(1, 4), Optional.empty()));
  }

  private static Input received(Message message) {
    return new Input.Received(message);
  }

  private static Input.Propose inRound(int round) {
    return request(1, "X", 1, Set.of(), Optional.of(round));
  }

  @ParameterizedTest
  @MethodSource("refusedInputs")
  void whatDoesNotFitThisServerOrClusterIsRefused(Input input) {
    Participant participant = Participant.start(server(1), THREE, Rules.ALL, REMEMBERED);

    assertThrows(IllegalArgumentException.class, () -> participant.handle(input));
  }

  @Test
  void refusalsSayWhatIsWrong() {
    assertEquals(
        List.of(
            "This is S1, but the message is for S3.",
            "S4 is not in this cluster of 3 servers.",
            "Round 2 is not above the highest round that S1 has used, 2: ask for a higher one.",
            "A proposal must ask at least a majority: 2 of 3 servers, not 1."),
        refusedInputs()
            .map(ParticipantTest::refusal)
            .distinct()
            .filter(text -> !text.startsWith("Round 1 "))
            .toList());
    assertEquals(
        "Round 1 is not above the highest round that S1 has used, 2: ask for a higher one.",
        refusal(inRound(1)));
  }

  private static String refusal(Input input) {
    Participant participant = Participant.start(server(1), THREE, Rules.ALL, REMEMBERED);
    return assertThrows(IllegalArgumentException.class, () -> participant.handle(input))
        .getMessage();
  }

  @Test
  void aMessageThatNoServerSendsIsRefused() {
    assertEquals(
        "Proposal 1.1 is of S1: S3 cannot send its Prepare.",
        refusal(received(new Message.Prepare(server(3), server(1), number("1.1")))));
    assertEquals(
        "Proposal 4.2 is of S2: S3 cannot send its Accept.",
        refusal(received(new Message.Accept(server(3), server(1), proposal("4.2", "Z")))));
    assertEquals(
        "Proposal 4.2 is of S2: S1 cannot send its Commit.",
        refusal(received(new Message.Commit(server(1), server(1), proposal("4.2", "Z")))));
  }

  @Test
  void theNumberOfAProposalUnderWayIsNotTakenAgainEvenWithoutTheRule() {
    Rules rules = Rules.ALL.without(Rule.NEVER_REUSE_A_NUMBER);
    Bench bench = new Bench(Participant.start(server(1), THREE, rules, DurableState.INITIAL));
    bench.give(inRound(3));
    assertEquals(
        "Round 3 is not above the highest round that S1 has used, 3: ask for a higher one.",
        assertThrows(IllegalArgumentException.class, () -> bench.participant().handle(inRound(3)))
            .getMessage());

    bench.fire(Outbound.Kind.TIME_OUT, "3.1", 1);
    assertEquals(prepare(1, "3.1"), bench.give(inRound(3)).outputs().getFirst());
  }

  @Test
  void thereIsNoRoundAboveTheHighest() {
    Bench bench = Bench.ofSize(3).give(inRound(Integer.MAX_VALUE));
    assertEquals(prepare(1, "2147483647.1"), bench.outputs().getFirst());

    assertEquals(
        "There is no round above 2147483647 to propose with.",
        assertThrows(IllegalArgumentException.class, () -> bench.propose("Z", 1)).getMessage());
  }

  @Test
  void aProposerGivesUpWhenItHasSeenTheHighestRound() {
    Bench bench = Bench.ofSize(3).propose("X", 5).fire(Outbound.Kind.TIME_OUT, "1.1", 1);
    bench.give(new Message.Prepare(server(2), server(1), number("2147483647.2")));

    bench.fire(Outbound.Kind.RETRY, "1.1", 1);

    Failure failure =
        new Failure(number("1.1"), Outbound.Kind.PREPARE, List.of(), servers(1, 2, 3), 1, true);
    assertEquals(List.of(new Output.GaveUp(7, failure)), bench.outputs());
    assertEquals(
        "Proposal 1.1 got no answer to its Prepare from S1, S2, S3."
            + " There is no round above 2147483647 to try.",
        failure.describe());
    assertEquals(Map.of(), bench.participant().proposers());
  }

  @Test
  void aSecondValueUnderAnAcceptedNumberIsAViolationAlsoAfterAHigherPromise() {
    Participant participant = Participant.start(server(1), THREE, Rules.ALL, REMEMBERED);

    assertEquals(
        "Proposal 4.3 was accepted with another value: a number never carries two values.",
        assertThrows(
                ProtocolViolation.class,
                () ->
                    participant.handle(
                        received(new Message.Accept(server(3), server(1), proposal("4.3", "Z")))))
            .getMessage());
  }

  @Test
  void everyServerIsToldTheChosenValueAlsoThoseThatWereNotAsked() {
    Bench bench = Bench.ofSize(3).give(request(1, "X", 1, servers(2, 3), Optional.empty()));
    bench.promise(2, "1.1").promise(3, "1.1").accepted(2, "1.1").accepted(3, "1.1");

    assertEquals(
        List.of(commit(1, "1.1", "X"), commit(2, "1.1", "X"), commit(3, "1.1", "X")),
        bench.outputs().subList(2, 5));
  }
}
