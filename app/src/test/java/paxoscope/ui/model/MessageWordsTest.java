package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

class MessageWordsTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S3 = new ServerId(3);
  private static final ProposalNumber LOW = ProposalNumber.parse("3.1");
  private static final ProposalNumber HIGH = ProposalNumber.parse("4.5");

  @Test
  void messagesAreNamedByThePaper() {
    Proposal proposal = new Proposal(LOW, new Value("123"));
    assertEquals("Prepare 3.1", MessageWords.of(new Message.Prepare(S1, S3, LOW)));
    assertEquals(
        "Promise 3.1, none", MessageWords.of(new Message.Promise(S3, S1, LOW, Optional.empty())));
    assertEquals(
        "Promise 4.5, accepted 3.1 = 123",
        MessageWords.of(new Message.Promise(S3, S1, HIGH, Optional.of(proposal))));
    assertEquals("Accept 3.1 123", MessageWords.of(new Message.Accept(S1, S3, proposal)));
    assertEquals("Accepted 3.1", MessageWords.of(new Message.Accepted(S3, S1, LOW)));
    assertEquals(
        "Refused, promised 4.5",
        MessageWords.of(new Message.Nack(S3, S1, LOW, Outbound.Kind.ACCEPT, HIGH)));
    assertEquals("Commit 123", MessageWords.of(new Message.Commit(S1, S3, proposal)));
  }

  @Test
  void longValuesAndThoseOfSeveralLinesAreCut() {
    assertEquals("a short value", MessageWords.shortened("a short value"));
    assertEquals("one …", MessageWords.shortened("one\ntwo"));
    assertEquals("abcdefg…", MessageWords.shortened("abcdefghijkl", 8));
    assertEquals("😀😀😀…", MessageWords.shortened("😀😀😀😀😀😀", 4));
  }
}
