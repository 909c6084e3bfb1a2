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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import paxoscope.narration.Lab;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.HeldItem;
import paxoscope.trace.ItemName;

class JourneysTest {

  private final Lab lab = new Lab().propose(S1, "123", 3, S1, S2, S3);

  private Journey journey(Outbound.Kind kind, ServerId from, ServerId to, String number, int nth) {
    return Journeys.of(lab.trace)
        .find(new ItemName(kind, from, to, ProposalNumber.parse(number), nth))
        .orElseThrow();
  }

  private Journey prepare(ServerId to) {
    return journey(PREPARE, S1, to, "3.1", 1);
  }

  @Test
  void aMessageIsFollowedFromItsSenderToItsReceiver() {
    assertEquals(Optional.empty(), prepare(S3).end());
    lab.deliver(PREPARE, S1, S3);
    assertEquals(1, prepare(S3).sent());
    assertEquals(Optional.of(new Journey.End(2, Journey.Kind.HANDLED)), prepare(S3).end());
    assertEquals(Optional.empty(), prepare(S2).end());
  }

  @Test
  void bothLegsOfACallKnowEachOther() {
    lab.deliver(PREPARE, S1, S3).deliver(PREPARE, S1, S2).deliver(PROMISE, S3, S1);
    Journeys journeys = Journeys.of(lab.trace);
    Journey answer = journey(PROMISE, S3, S1, "3.1", 1);
    assertEquals(2, answer.sent());
    assertEquals(Optional.of(answer), journeys.counterpart(prepare(S3)));
    assertEquals(Optional.of(prepare(S3)), journeys.counterpart(answer));
    assertEquals(Optional.empty(), journeys.counterpart(prepare(S1)));
  }

  @Test
  void theAnswerToWhatIsRefusedIsTheRefusal() {
    lab.exchange(PREPARE, S1, S1).exchange(PREPARE, S1, S2).exchange(PREPARE, S1, S3);
    lab.propose(S5, "456", 4, S3, S4, S5).deliver(PREPARE, S5, S3).deliver(ACCEPT, S1, S3);
    Journey refused = journey(ACCEPT, S1, S3, "3.1", 1);
    assertEquals(Journey.Kind.REFUSED, refused.end().orElseThrow().kind());
    assertEquals(
        Optional.of(journey(NACK, S3, S1, "3.1", 1)), Journeys.of(lab.trace).counterpart(refused));
  }

  @Test
  void everyOtherEndIsToldApart() {
    lab.drop(PREPARE, S1, S1).crash(S2).deliver(PREPARE, S1, S2).restart();
    assertEquals(Journey.Kind.LOST, prepare(S1).end().orElseThrow().kind());
    assertEquals(Optional.of(new Journey.End(4, Journey.Kind.NOBODY_THERE)), prepare(S2).end());
    assertEquals(Journey.Kind.FORGOTTEN, prepare(S3).end().orElseThrow().kind());
  }

  @Test
  void aCallThatBrokeOffMayHaveArrived() {
    lab.unknown(PREPARE, S1, S3);
    assertEquals(Journey.Kind.UNKNOWN, prepare(S3).end().orElseThrow().kind());
  }

  @Test
  void aCopyIsAMessageOfItsOwn() {
    lab.duplicate(PREPARE, S1, S3).deliver(PREPARE, S1, S3);
    assertEquals(2, journey(PREPARE, S1, S3, "3.1", 2).sent());
    assertEquals(
        1,
        List.of(prepare(S3), journey(PREPARE, S1, S3, "3.1", 2)).stream()
            .filter(copy -> copy.end().isPresent())
            .count());
  }

  @Test
  void whatWasSentBeforeTheRecordBeganIsThereFromItsArrival() {
    Message early = new Message.Prepare(S4, S3, ProposalNumber.parse("9.4"));
    lab.act(early).observed();
    Journey found = journey(PREPARE, S4, S3, "9.4", 0);
    assertEquals(0, found.sent());
    assertEquals(new Journey.End(2, Journey.Kind.HANDLED), found.end().orElseThrow());
  }

  @Test
  void anArrowIsFoundByItsStepAndAPlannedOneAmongThoseThatWait() {
    lab.deliver(PREPARE, S1, S3);
    Journeys journeys = Journeys.of(lab.trace);
    assertEquals(Optional.of(prepare(S3)), journeys.flying(prepare(S3).content(), 2));
    assertEquals(Optional.empty(), journeys.flying(prepare(S3).content(), 0));
    assertEquals(Optional.of(prepare(S2)), journeys.flying(prepare(S2).content(), 0));
  }

  @Test
  void aServersMessagesAreTheNewestFirstUpToAMoment() {
    lab.deliver(PREPARE, S1, S3).deliver(PROMISE, S3, S1);
    assertEquals(
        List.of(PROMISE, PREPARE),
        Journeys.of(lab.trace).concerning(S3, 3).stream()
            .map(found -> found.content().kind())
            .toList());
    assertEquals(1, Journeys.of(lab.trace).concerning(S3, 1).size());
  }

  // The picture of the stage and this list must never tell two stories.
  @Test
  void whatIsOnItsWayIsWhatTheGatesHold() {
    lab.deliver(PREPARE, S1, S3).duplicate(PREPARE, S1, S1).exchange(PREPARE, S1, S1);
    lab.crash(S2).recover(S2).duplicate(PREPARE, S1, S2).drop(PREPARE, S1, S2);
    Set<ItemName> held =
        lab.trace.at(lab.trace.size()).held().stream()
            .filter(item -> item.content().leg() != Leg.TIMER)
            .map(HeldItem::name)
            .collect(Collectors.toSet());
    assertEquals(3, held.size(), held.toString());
    assertEquals(
        held,
        Journeys.of(lab.trace).all().stream()
            .filter(found -> found.end().isEmpty())
            .map(Journey::name)
            .collect(Collectors.toSet()));
  }
}
