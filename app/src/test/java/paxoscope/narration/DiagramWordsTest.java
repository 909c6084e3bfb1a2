package paxoscope.narration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;

class DiagramWordsTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S3 = new ServerId(3);
  private static final ProposalNumber LOW = ProposalNumber.parse("3.1");
  private static final ProposalNumber HIGH = ProposalNumber.parse("4.5");
  private static final Proposal ACCEPTED = new Proposal(LOW, new Value("123"));

  @Test
  void aLabelBecomesShorterAndKeepsItsKind() {
    assertEquals(
        List.of("Promise 4.5, accepted 3.1 = 123", "Promise, 3.1 = 123", "Promise"),
        DiagramWords.forms(new Message.Promise(S3, S1, HIGH, Optional.of(ACCEPTED))));
    assertEquals(
        List.of("Promise 4.5, none", "Promise"),
        DiagramWords.forms(new Message.Promise(S3, S1, HIGH, Optional.empty())));
    assertEquals(
        List.of("Accept 3.1 123", "Accept"),
        DiagramWords.forms(new Message.Accept(S1, S3, ACCEPTED)));
    assertEquals(
        List.of("Refused, promised 4.5", "Refused"),
        DiagramWords.forms(new Message.Nack(S3, S1, LOW, Outbound.Kind.ACCEPT, HIGH)));
    assertEquals(List.of("Retry"), DiagramWords.forms(new Timer(Outbound.Kind.RETRY, S1, LOW, 1)));
  }

  @Test
  void theChosenValueIsToldWithItsMajority() {
    assertEquals("123 is chosen: S1 S3 at 3.1", DiagramWords.chosen(ACCEPTED, List.of(S3, S1)));
  }
}
