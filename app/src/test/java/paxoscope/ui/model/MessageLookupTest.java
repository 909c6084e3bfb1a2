package paxoscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paxoscope.narration.Lab.S1;
import static paxoscope.narration.Lab.S2;
import static paxoscope.narration.Lab.S3;
import static paxoscope.narration.Lab.S4;
import static paxoscope.narration.Lab.S5;
import static paxoscope.protocol.Outbound.Kind.ACCEPT;
import static paxoscope.protocol.Outbound.Kind.NACK;
import static paxoscope.protocol.Outbound.Kind.PREPARE;
import static paxoscope.protocol.Outbound.Kind.PROMISE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paxoscope.narration.Lab;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ItemName;
import paxoscope.trace.Passage;
import paxoscope.trace.ServerMessages;

class MessageLookupTest {

  private final Lab lab = new Lab().propose(S1, "123", 3, S1, S2, S3);
  private final MessageLookup lookup = new MessageLookup(lab.trace);

  private Passage passage(Outbound.Kind kind, ServerId from, ServerId to, String number, int nth) {
    return lab.trace
        .passageNamed(new ItemName(kind, from, to, ProposalNumber.parse(number), nth))
        .orElseThrow();
  }

  private Passage prepare(ServerId to) {
    return passage(PREPARE, S1, to, "3.1", 1);
  }

  @Test
  void bothLegsOfACallKnowEachOther() {
    lab.deliver(PREPARE, S1, S3).deliver(PREPARE, S1, S2).deliver(PROMISE, S3, S1);
    Passage answer = passage(PROMISE, S3, S1, "3.1", 1);
    assertEquals(2, answer.sentStep());
    assertEquals(Optional.of(answer), lookup.counterpart(prepare(S3)));
    assertEquals(Optional.of(prepare(S3)), lookup.counterpart(answer));
    assertEquals(Optional.empty(), lookup.counterpart(prepare(S1)));
  }

  @Test
  void theAnswerToWhatIsRefusedIsTheRefusal() {
    lab.exchange(PREPARE, S1, S1).exchange(PREPARE, S1, S2).exchange(PREPARE, S1, S3);
    lab.propose(S5, "456", 4, S3, S4, S5).deliver(PREPARE, S5, S3).deliver(ACCEPT, S1, S3);
    Passage refused = passage(ACCEPT, S1, S3, "3.1", 1);
    assertEquals(Passage.End.REFUSED, refused.end());
    assertEquals(Optional.of(passage(NACK, S3, S1, "3.1", 1)), lookup.counterpart(refused));
  }

  @Test
  void aCopyIsAMessageOfItsOwn() {
    lab.duplicate(PREPARE, S1, S3).deliver(PREPARE, S1, S3);
    assertEquals(2, passage(PREPARE, S1, S3, "3.1", 2).sentStep());
    assertEquals(
        1,
        List.of(prepare(S3), passage(PREPARE, S1, S3, "3.1", 2)).stream()
            .filter(Passage::arrived)
            .count());
  }

  @Test
  void whatWasSentBeforeTheRecordBeganIsThereFromItsArrival() {
    lab.act(new Message.Prepare(S4, S3, ProposalNumber.parse("9.4"))).observed();
    Passage found = passage(PREPARE, S4, S3, "9.4", 1);
    assertEquals(false, found.sendingSeen());
    assertEquals(2, found.endStep());
    assertEquals(true, prepare(S3).sendingSeen());
  }

  @Test
  void whatIsSentAgainIsFoundUnderItsOldNameWhereItArrives() {
    lab.crash(S1).recover(S1).resend(PREPARE, S1, S3);
    assertEquals(Passage.End.HANDLED, prepare(S3).end());
    assertEquals(1, prepare(S3).sentStep());
    assertEquals(4, prepare(S3).endStep());
  }

  @Test
  void anArrowIsFoundByItsStepAndAPlannedOneAmongThoseThatWait() {
    lab.deliver(PREPARE, S1, S3);
    Flight recorded = Flight.of(lab.trace.step(2), 2);
    Flight planned =
        new Flight(List.of(prepare(S2).content()), Flight.Fate.ARRIVES, Optional.empty(), 0);
    assertEquals(Optional.of(prepare(S3)), lookup.flying(prepare(S3).content(), recorded));
    assertEquals(Optional.empty(), lookup.flying(prepare(S3).content(), planned));
    assertEquals(Optional.of(prepare(S2)), lookup.flying(prepare(S2).content(), planned));
  }

  @Test
  void aServersMessagesAreTheNewestFirstUpToAMoment() {
    lab.deliver(PREPARE, S1, S3).deliver(PROMISE, S3, S1);
    ServerMessages messages = new ServerMessages(lab.trace, S3, 3);
    assertEquals(
        List.of(PROMISE, PREPARE), messages.stream().map(found -> found.content().kind()).toList());
    assertEquals(1, messages.indexOf(prepare(S3)));
    assertEquals(-1, messages.indexOf(prepare(S2)));
    assertEquals(1, new ServerMessages(lab.trace, S3, 1).size());
  }
}
