package paxoscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every relation of a message to what an acceptor has promised and accepted. The message is always
 * about proposal 5.2 with the value X; the acceptor is S3.
 */
class AcceptorTest {
  private static final ServerId S2 = new ServerId(2);
  private static final ServerId S3 = new ServerId(3);
  private static final ProposalNumber NUMBER = new ProposalNumber(5, S2);
  private static final Proposal PROPOSAL = new Proposal(NUMBER, new Value("X"));
  private static final Message.Prepare PREPARE = new Message.Prepare(S2, S3, NUMBER);
  private static final Message.Accept ACCEPT = new Message.Accept(S2, S3, PROPOSAL);

  /** Numbers around 5.2: a lower and a higher round, and the two neighbours in the same round. */
  private static final List<String> NUMBERS = List.of("4.3", "5.1", "5.2", "5.3", "6.1");

  /**
   * All acceptors there can be: nothing or a number promised, and nothing or a proposal accepted
   * that is numbered no higher than the promise.
   */
  static Stream<Acceptor> acceptors() {
    List<Acceptor> all = new ArrayList<>(List.of(Acceptor.INITIAL));
    for (String promised : NUMBERS) {
      Optional<ProposalNumber> promise = Optional.of(ProposalNumber.parse(promised));
      all.add(new Acceptor(promise, Optional.empty()));
      for (String accepted : NUMBERS.subList(0, NUMBERS.indexOf(promised) + 1)) {
        for (String value : List.of("X", "Y")) {
          all.add(
              new Acceptor(
                  promise,
                  Optional.of(new Proposal(ProposalNumber.parse(accepted), new Value(value)))));
        }
      }
    }
    return all.stream();
  }

  @Test
  void thereAreThirtySixStatesToTry() {
    assertEquals(36, acceptors().distinct().count());
  }

  @ParameterizedTest
  @MethodSource("acceptors")
  void aPrepareIsPromisedUnlessAHigherNumberIsPromised(Acceptor before) {
    Acceptor.Answer expected =
        promisedHigher(before)
            ? refused(before, Outbound.Kind.PREPARE)
            : new Acceptor.Answer(
                new Acceptor(Optional.of(NUMBER), before.accepted()),
                new Message.Promise(S3, S2, NUMBER, before.accepted()));

    assertEquals(expected, before.handle(PREPARE, Rules.ALL));
  }

  @ParameterizedTest
  @MethodSource("acceptors")
  void anAcceptIsAcceptedUnlessAHigherNumberIsPromised(Acceptor before) {
    if (acceptedAnotherValueUnderTheSameNumber(before)) {
      assertEquals(
          "Proposal 5.2 was accepted with another value: a number never carries two values.",
          assertThrows(ProtocolViolation.class, () -> before.handle(ACCEPT, Rules.ALL))
              .getMessage());
      return;
    }
    Acceptor.Answer expected =
        promisedHigher(before)
            ? refused(before, Outbound.Kind.ACCEPT)
            : new Acceptor.Answer(
                new Acceptor(Optional.of(NUMBER), Optional.of(PROPOSAL)),
                new Message.Accepted(S3, S2, NUMBER));

    assertEquals(expected, before.handle(ACCEPT, Rules.ALL));
  }

  private static boolean promisedHigher(Acceptor before) {
    return before
        .promised()
        .map(ProposalNumber::toString)
        .filter(List.of("5.3", "6.1")::contains)
        .isPresent();
  }

  private static boolean acceptedAnotherValueUnderTheSameNumber(Acceptor before) {
    return before.accepted().equals(Optional.of(new Proposal(NUMBER, new Value("Y"))));
  }

  private static Acceptor.Answer refused(Acceptor before, Outbound.Kind kind) {
    ProposalNumber promised = before.promised().orElseThrow();
    return new Acceptor.Answer(before, new Message.Nack(S3, S2, NUMBER, kind, promised));
  }

  @ParameterizedTest
  @MethodSource("acceptors")
  void theSameMessageTwiceIsAnsweredAlikeAndChangesNothingMore(Acceptor before) {
    Acceptor.Answer promise = before.handle(PREPARE, Rules.ALL);
    assertEquals(promise, promise.next().handle(PREPARE, Rules.ALL));

    if (!acceptedAnotherValueUnderTheSameNumber(before)) {
      Acceptor.Answer acceptance = before.handle(ACCEPT, Rules.ALL);
      assertEquals(acceptance, acceptance.next().handle(ACCEPT, Rules.ALL));
    }
  }

  @ParameterizedTest
  @MethodSource("acceptors")
  void withoutItsRuleAnAcceptorPromisesALowerNumberToo(Acceptor before) {
    assertEquals(
        new Acceptor.Answer(
            new Acceptor(Optional.of(NUMBER), before.accepted()),
            new Message.Promise(S3, S2, NUMBER, before.accepted())),
        before.handle(PREPARE, Rules.ALL.without(Rule.PROMISE_NOTHING_LOWER)));
    assertEquals(
        before.handle(PREPARE, Rules.ALL),
        before.handle(PREPARE, Rules.ALL.without(Rule.KEEP_THE_PROMISE)));
  }

  static Stream<Acceptor> acceptorsOfNoOtherValue() {
    return acceptors().filter(before -> !acceptedAnotherValueUnderTheSameNumber(before));
  }

  @ParameterizedTest
  @MethodSource("acceptorsOfNoOtherValue")
  void withoutItsRuleAnAcceptorAcceptsALowerNumberTooButRemembersItsPromise(Acceptor before) {
    Optional<ProposalNumber> promised =
        promisedHigher(before) ? before.promised() : Optional.of(NUMBER);
    assertEquals(
        new Acceptor.Answer(
            new Acceptor(promised, Optional.of(PROPOSAL)), new Message.Accepted(S3, S2, NUMBER)),
        before.handle(ACCEPT, Rules.ALL.without(Rule.KEEP_THE_PROMISE)));
    assertEquals(
        before.handle(ACCEPT, Rules.ALL),
        before.handle(ACCEPT, Rules.ALL.without(Rule.PROMISE_NOTHING_LOWER)));
  }
}
