package paxoscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paxoscope.protocol.Bench.accept;
import static paxoscope.protocol.Bench.cancelTimeOut;
import static paxoscope.protocol.Bench.commit;
import static paxoscope.protocol.Bench.number;
import static paxoscope.protocol.Bench.prepare;
import static paxoscope.protocol.Bench.proposal;
import static paxoscope.protocol.Bench.server;
import static paxoscope.protocol.Bench.servers;
import static paxoscope.protocol.Bench.start;
import static paxoscope.protocol.Outbound.Kind.ACCEPT;
import static paxoscope.protocol.Outbound.Kind.PREPARE;
import static paxoscope.protocol.Outbound.Kind.RETRY;
import static paxoscope.protocol.Outbound.Kind.TIME_OUT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S1 proposes X, in round 1 unless a test says otherwise. */
class ProposerTest {
  private static final ProposalNumber ONE = number("1.1");

  @Test
  void aProposalAsksEveryServerForAPromiseAndStartsATimeOut() {
    Bench bench = Bench.ofSize(3).propose("X", 4);

    assertEquals(
        new Step(
            new Participant(
                server(1),
                new Membership(3),
                Rules.ALL,
                Acceptor.INITIAL,
                Learner.INITIAL,
                1,
                1,
                Map.of(
                    number("1.1"),
                    new Proposer(
                        new Proposer.Task(7, new Value("X"), 4, servers(1, 2, 3)),
                        1,
                        number("1.1"),
                        Proposer.Phase.PREPARING,
                        Optional.empty(),
                        Optional.empty(),
                        Answers.NONE))),
            Step.Verdict.HANDLED,
            List.of(
                prepare(1, "1.1"),
                prepare(2, "1.1"),
                prepare(3, "1.1"),
                start(TIME_OUT, "1.1", 1))),
        new Step(bench.participant(), bench.verdict(), bench.outputs()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void eachPhaseIsOverWithTheAnswerThatMakesAMajority(int size) {
    Bench bench = Bench.ofSize(size).propose("X", 1);
    int majority = size / 2 + 1;

    for (int from = 1; from < majority; from++) {
      assertEquals(List.of(), bench.promise(from, "1.1").outputs());
    }
    List<Output> accepts = new ArrayList<>(List.of(cancelTimeOut("1.1", 1)));
    accepts.addAll(toAll(size, to -> accept(to, "1.1", "X")));
    accepts.add(start(TIME_OUT, "1.1", 1));
    assertEquals(accepts, bench.promise(majority, "1.1").outputs());

    for (int from = size; from > size - majority + 1; from--) {
      assertEquals(List.of(), bench.accepted(from, "1.1").outputs());
    }
    List<Output> commits = new ArrayList<>(List.of(cancelTimeOut("1.1", 1)));
    commits.add(new Output.Decided(7, new Value("X"), proposal("1.1", "X")));
    commits.addAll(toAll(size, to -> commit(to, "1.1", "X")));
    assertEquals(commits, bench.accepted(size - majority + 1, "1.1").outputs());
    assertEquals(Map.of(), bench.participant().proposers());
  }

  private static List<Output> toAll(int size, IntFunction<Output> send) {
    return IntStream.rangeClosed(1, size).mapToObj(send).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aRoundFailsWithTheRefusalThatPutsAMajorityOutOfReach(int size) {
    Bench bench = Bench.ofSize(size).propose("X", 2);
    int fatal = size - (size / 2 + 1) + 1;

    for (int from = 1; from < fatal; from++) {
      assertEquals(List.of(), bench.nack(from, "1.1", PREPARE, "4.1").outputs());
    }
    assertEquals(
        List.of(cancelTimeOut("1.1", 1), start(RETRY, "1.1", 1)),
        bench.nack(fatal, "1.1", PREPARE, "4.1").outputs());
  }

  @ParameterizedTest
  @CsvSource({"1,2,3", "1,3,2", "2,1,3", "2,3,1", "3,1,2", "3,2,1"})
  void itProposesTheValueOfTheHighestNumberedProposalItIsToldOf(int one, int two, int three) {
    Bench bench = Bench.ofSize(5).give(Bench.request(7, "X", 1, Set.of(), Optional.of(12)));

    for (int from : new int[] {one, two, three}) {
      switch (from) {
        case 1 -> bench.promise(1, "12.1", "2.5", "low");
        case 2 -> bench.promise(2, "12.1", "10.2", "high");
        default -> bench.promise(3, "12.1");
      }
    }

    assertEquals(accept(4, "12.1", "high"), bench.outputs().get(4));
  }

  @Test
  void itProposesItsOwnValueIfNoServerOfItsMajorityHasAcceptedAny() {
    Bench bench = Bench.ofSize(3).propose("X", 1).promise(1, "1.1").promise(3, "1.1");

    assertEquals(accept(2, "1.1", "X"), bench.outputs().get(2));
  }

  @Test
  void withoutTheRuleItProposesItsOwnValueWhateverItIsTold() {
    Rules rules = Rules.ALL.without(Rule.ADOPT_THE_HIGHEST_ACCEPTED);
    Bench bench =
        new Bench(Participant.start(server(1), new Membership(3), rules, DurableState.INITIAL));
    bench.give(Bench.request(7, "X", 1, Set.of(), Optional.of(9)));
    bench.promise(1, "9.1", "2.2", "Y").promise(2, "9.1");

    assertEquals(accept(2, "9.1", "X"), bench.outputs().get(2));
  }

  @Test
  void aValueThatWasAdoptedIsDecidedAndTheClientsOwnIsNamedToo() {
    Bench bench = Bench.ofSize(3).give(Bench.request(7, "X", 1, Set.of(), Optional.of(9)));
    bench.promise(2, "9.1", "2.2", "Y").promise(3, "9.1").accepted(2, "9.1").accepted(1, "9.1");

    assertEquals(
        new Output.Decided(7, new Value("X"), proposal("9.1", "Y")), bench.outputs().get(1));
  }

  @Test
  void theNextRoundIsOneAboveTheHighestSeenAndForgetsWhatTheLastWasTold() {
    Bench bench = Bench.ofSize(3).give(Bench.request(7, "X", 3, Set.of(), Optional.of(3)));
    bench
        .promise(2, "3.1", "2.2", "Y")
        .nack(1, "3.1", PREPARE, "4.3")
        .nack(3, "3.1", PREPARE, "8.2");
    assertEquals(List.of(cancelTimeOut("3.1", 1), start(RETRY, "3.1", 1)), bench.outputs());

    bench.fire(RETRY, "3.1", 1);
    assertEquals(
        List.of(prepare(1, "9.1"), prepare(2, "9.1"), prepare(3, "9.1"), start(TIME_OUT, "9.1", 2)),
        bench.outputs());

    bench.promise(1, "9.1").promise(3, "9.1");
    assertEquals(accept(1, "9.1", "X"), bench.outputs().get(1));
  }

  @Test
  void whatAPromiseTellsOfCountsAsSeen() {
    Bench bench = Bench.ofSize(3).propose("X", 1).promise(2, "1.1", "6.3", "Y");

    assertEquals(6, bench.participant().highestRoundSeen());
    assertEquals(1, bench.participant().highestRoundUsed());
  }

  @Test
  void refusalsInTheSecondPhaseFailTheRoundToo() {
    Bench bench = Bench.ofSize(3).propose("X", 2).promise(1, "1.1").promise(2, "1.1");
    bench.accepted(1, "1.1").nack(2, "1.1", ACCEPT, "4.2");
    assertEquals(List.of(), bench.outputs());

    assertEquals(
        List.of(cancelTimeOut("1.1", 1), start(RETRY, "1.1", 1)),
        bench.nack(3, "1.1", ACCEPT, "4.2").outputs());
  }

  @Test
  void serversWithoutAnAnswerAndRefusalsTogetherPutAMajorityOutOfReach() {
    Bench bench = Bench.ofSize(5).propose("X", 1).promise(1, "1.1");
    bench.nack(2, "1.1", PREPARE, "2.4");
    bench.unanswered(new Message.Prepare(server(1), server(5), number("1.1")));
    assertEquals(List.of(), bench.outputs());

    bench.unanswered(new Message.Prepare(server(1), server(3), number("1.1")));
    Failure failure =
        new Failure(
            number("1.1"), PREPARE, List.of(nack(2, "1.1", PREPARE, "2.4")), servers(3, 5), 1);
    assertEquals(List.of(cancelTimeOut("1.1", 1), new Output.GaveUp(7, failure)), bench.outputs());
    assertEquals(
        "Proposal 1.1 was refused by S2, which has promised 2.4;"
            + " no answer to its Prepare from S3, S5.",
        failure.describe());
  }

  private static Message.Nack nack(int from, String number, Outbound.Kind kind, String promised) {
    return new Message.Nack(server(from), server(1), number(number), kind, number(promised));
  }

  @Test
  void aTimeOutFailsTheRoundAndNamesWhoDidNotAnswer() {
    Bench bench = Bench.ofSize(3).propose("X", 1).promise(1, "1.1").promise(2, "1.1");
    bench.accepted(2, "1.1").fire(TIME_OUT, "1.1", 1);

    Failure failure = new Failure(number("1.1"), ACCEPT, List.of(), servers(1, 3), 1);
    assertEquals(List.of(new Output.GaveUp(7, failure)), bench.outputs());
    assertEquals("Proposal 1.1 got no answer to its Accept from S1, S3.", failure.describe());
    assertEquals(Map.of(), bench.participant().proposers());
  }

  @Test
  void itGivesUpWhenItsAttemptsAreUsedUp() {
    Bench bench = Bench.ofSize(3).propose("X", 2).fire(TIME_OUT, "1.1", 1);
    assertEquals(List.of(start(RETRY, "1.1", 1)), bench.outputs());

    bench.fire(RETRY, "1.1", 1).nack(2, "2.1", PREPARE, "4.2").nack(3, "2.1", PREPARE, "4.2");
    Failure failure =
        new Failure(
            number("2.1"),
            PREPARE,
            List.of(nack(2, "2.1", PREPARE, "4.2"), nack(3, "2.1", PREPARE, "4.2")),
            Set.of(),
            2);
    assertEquals(List.of(cancelTimeOut("2.1", 2), new Output.GaveUp(7, failure)), bench.outputs());
    assertEquals(
        "Proposal 2.1 was refused by S2, which has promised 4.2; S3, which has promised 4.2."
            + " It was attempt 2, the last one.",
        failure.describe());
  }

  @Test
  void anAnswerCountsAlthoughItWasNotExpectedAnyMore() {
    Bench bench = Bench.ofSize(3).give(Bench.request(7, "X", 1, Set.of(), Optional.of(9)));
    bench.unanswered(new Message.Prepare(server(1), server(2), number("9.1")));
    bench.promise(2, "9.1", "2.2", "Y").promise(3, "9.1");
    assertEquals(accept(1, "9.1", "Y"), bench.outputs().get(1));

    bench.unanswered(new Message.Accept(server(1), server(2), proposal("9.1", "Y")));
    bench.accepted(2, "9.1").accepted(3, "9.1");
    assertEquals(
        new Output.Decided(7, new Value("X"), proposal("9.1", "Y")), bench.outputs().get(1));
  }

  @Test
  void aRefusalCountsAlthoughNoAnswerWasExpectedAnyMore() {
    Bench bench = Bench.ofSize(3).propose("X", 1);
    bench.unanswered(new Message.Prepare(server(1), server(2), number("1.1")));
    bench.nack(2, "1.1", PREPARE, "2.3");
    assertEquals(List.of(), bench.outputs());

    Failure failure =
        new Failure(number("1.1"), PREPARE, List.of(nack(2, "1.1", PREPARE, "2.3")), servers(3), 1);
    bench.unanswered(new Message.Prepare(server(1), server(3), number("1.1")));
    assertEquals(List.of(cancelTimeOut("1.1", 1), new Output.GaveUp(7, failure)), bench.outputs());
  }

  /** In each line: the answers that come first, and one that makes no difference after them. */
  static Stream<Arguments> lateAnswers() {
    Input promise1 = received(new Message.Promise(server(1), server(1), ONE, Optional.empty()));
    Input promise2 = received(new Message.Promise(server(2), server(1), ONE, Optional.empty()));
    Input promise3 = received(new Message.Promise(server(3), server(1), ONE, Optional.empty()));
    Input accepted1 = received(new Message.Accepted(server(1), server(1), ONE));
    Input accepted2 = received(new Message.Accepted(server(2), server(1), ONE));
    Input accepted3 = received(new Message.Accepted(server(3), server(1), ONE));
    Input refused1 = received(nack(1, "1.1", PREPARE, "1.2"));
    Input refused2 = received(nack(2, "1.1", PREPARE, "1.2"));
    Input unanswered1 = new Input.Unanswered(new Message.Prepare(server(1), server(1), ONE));
    Input timeOut = new Input.TimerFired(Bench.timer(TIME_OUT, "1.1", 1));
    Input retry = new Input.TimerFired(Bench.timer(RETRY, "1.1", 1));
    return Stream.of(
        late("a promise twice", List.of(promise1), promise1),
        late("an acceptance before any was asked for", List.of(promise1), accepted1),
        late("a refusal after a promise", List.of(promise1), refused1),
        late("a promise after a refusal", List.of(refused1), promise1),
        late("a refusal twice", List.of(refused1), refused1),
        late("silence after a promise", List.of(promise1), unanswered1),
        late("silence after a refusal", List.of(refused1), unanswered1),
        late("a retry while a round is under way", List.of(promise1), retry),
        late("a promise in phase 2", List.of(promise1, promise2), promise3),
        late("a refused Prepare in phase 2", List.of(promise1, promise2), refused1),
        late("silence of phase 1 in phase 2", List.of(promise1, promise2), unanswered1),
        late("an acceptance twice", List.of(promise1, promise2, accepted2), accepted2),
        late(
            "an acceptance after the decision",
            List.of(promise1, promise2, accepted2, accepted1),
            accepted3),
        late(
            "a time-out after the decision",
            List.of(promise1, promise2, accepted2, accepted1),
            timeOut),
        late("a promise when the round has failed", List.of(refused1, refused2), promise3),
        late("a time-out when the round has failed", List.of(refused1, refused2), timeOut),
        late("a promise of the last round", List.of(timeOut, retry), promise1),
        late("a time-out of the last round", List.of(timeOut, retry), timeOut),
        late("a retry twice", List.of(timeOut, retry), retry));
  }

  private static Input received(Message message) {
    return new Input.Received(message);
  }

  private static Arguments late(String name, List<Input> first, Input last) {
    return Arguments.of(Named.of(name, first), last);
  }

  @ParameterizedTest
  @MethodSource("lateAnswers")
  void whatComesTooLateIsIgnored(List<Input> first, Input last) {
    Bench bench = Bench.ofSize(3).give(Bench.request(7, "X", 2, Set.of(), Optional.empty()));
    first.forEach(bench::give);
    Participant before = bench.participant();

    bench.give(last);

    assertEquals(
        new Step(before, Step.Verdict.IGNORED, List.of()),
        new Step(bench.participant(), bench.verdict(), bench.outputs()));
  }

  @Test
  void onlyTheServersAskedAreAskedAndOnlyTheirAnswersCount() {
    Bench bench =
        Bench.ofSize(5).give(Bench.request(7, "X", 1, servers(1, 3, 5), Optional.empty()));
    assertEquals(
        List.of(prepare(1, "1.1"), prepare(3, "1.1"), prepare(5, "1.1"), start(TIME_OUT, "1.1", 1)),
        bench.outputs());

    assertEquals(Step.Verdict.IGNORED, bench.promise(2, "1.1").verdict());
    bench.promise(1, "1.1").promise(3, "1.1").promise(5, "1.1");
    assertEquals(
        List.of(
            cancelTimeOut("1.1", 1),
            accept(1, "1.1", "X"),
            accept(3, "1.1", "X"),
            accept(5, "1.1", "X"),
            start(TIME_OUT, "1.1", 1)),
        bench.outputs());

    assertEquals(Step.Verdict.IGNORED, bench.accepted(4, "1.1").verdict());
    bench.accepted(1, "1.1").accepted(3, "1.1").accepted(5, "1.1");
    assertEquals(
        toAll(5, to -> commit(to, "1.1", "X")), bench.outputs().subList(2, bench.outputs().size()));
  }

  @Test
  void oneRefusalIsFatalToAProposalThatAskedABareMajority() {
    Bench bench = Bench.ofSize(5).give(Bench.request(7, "X", 2, servers(1, 2, 3), Optional.of(3)));
    bench.promise(1, "3.1").promise(2, "3.1").promise(3, "3.1").accepted(1, "3.1");

    assertEquals(
        List.of(cancelTimeOut("3.1", 1), start(RETRY, "3.1", 1)),
        bench.nack(3, "3.1", ACCEPT, "4.5").outputs());
  }

  @Test
  void twoProposalsOfOneServerKeepOutOfEachOthersWay() {
    Bench bench = Bench.ofSize(3).propose("X", 1);
    bench.give(Bench.request(8, "Z", 1, Set.of(), Optional.empty()));
    assertEquals(prepare(1, "2.1"), bench.outputs().getFirst());

    bench.promise(1, "2.1").promise(2, "2.1").accepted(1, "2.1").accepted(3, "2.1");
    assertEquals(
        new Output.Decided(8, new Value("Z"), proposal("2.1", "Z")), bench.outputs().get(1));
    assertEquals(Set.of(ONE), bench.participant().proposers().keySet());

    bench.nack(1, "1.1", PREPARE, "2.1").nack(2, "1.1", PREPARE, "2.1");
    assertEquals(
        new Output.GaveUp(
            7,
            new Failure(
                ONE,
                PREPARE,
                List.of(nack(1, "1.1", PREPARE, "2.1"), nack(2, "1.1", PREPARE, "2.1")),
                Set.of(),
                1)),
        bench.outputs().get(1));
  }
}
