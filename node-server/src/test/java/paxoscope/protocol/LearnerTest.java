package paxoscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S3 = new ServerId(3);

  @Test
  void itLearnsWhatItIsToldFirst() {
    assertEquals(
        new Learner(Optional.of(proposal("3.1", "X"))), Learner.INITIAL.handle(commit("3.1", "X")));
  }

  @Test
  void toldTheSameValueAgainUnderAnyNumberItStaysAsItIs() {
    Learner learner = Learner.INITIAL.handle(commit("3.1", "X"));

    assertEquals(learner, learner.handle(commit("3.1", "X")));
    assertEquals(learner, learner.handle(commit("4.5", "X")));
    assertEquals(learner, learner.handle(commit("2.2", "X")));
  }

  @Test
  void toldAnotherValueItComplainsThatAgreementIsBroken() {
    Learner learner = Learner.INITIAL.handle(commit("3.1", "X"));

    assertEquals(
        "Agreement is broken: the value committed here is 'X' (proposal 3.1), not 'Y' (proposal"
            + " 4.5).",
        assertThrows(ProtocolViolation.class, () -> learner.handle(commit("4.5", "Y")))
            .getMessage());
  }

  private static Message.Commit commit(String number, String value) {
    return new Message.Commit(S1, S3, proposal(number, value));
  }

  private static Proposal proposal(String number, String value) {
    return new Proposal(ProposalNumber.parse(number), new Value(value));
  }
}
