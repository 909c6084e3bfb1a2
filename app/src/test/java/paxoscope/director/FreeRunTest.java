package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import paxoscope.files.ScenarioLibrary;
import paxoscope.journal.GateMode;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.scenario.Scenario;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.TraceStep;

/** A run in which nothing moves until somebody says so. */
class FreeRunTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S2 = new ServerId(2);
  private static final ServerId S3 = new ServerId(3);
  private static final ServerId S5 = new ServerId(5);

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final ClusterDirector director = new ClusterDirector(cluster);
  private final FreeRun run = director.free(S1, S5);

  @AfterEach
  void close() {
    director.close();
  }

  private ClusterState now() {
    return run.trace().at(run.trace().size());
  }

  private void does(Decision... moves) {
    does(List.of(moves));
  }

  private void does(List<Decision> moves) {
    run.ask(moves);
    while (run.next().isPresent()) {
      run.step();
    }
  }

  private void deliverAll(Predicate<HeldItem> wanted) {
    does(FreeMoves.deliverAll(now(), wanted));
  }

  private HeldItem held(Outbound.Kind kind, ServerId from, ServerId to) {
    return now().held().stream()
        .filter(item -> item.content().kind() == kind)
        .filter(item -> item.content().from().equals(from) && item.content().to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  private static Decision propose(ServerId server, String value, int round) {
    return FreeMoves.propose(server, new Value(value), Optional.of(round));
  }

  private TraceStep last() {
    return run.trace().step(run.trace().size());
  }

  @Test
  void nothingMovesUntilSomebodySaysSo() {
    does(propose(S1, "x", 3), propose(S5, "y", 4));
    assertEquals(Optional.empty(), run.next());
    assertEquals(2, run.trace().size());
    assertEquals(10, FreeMoves.deliverAll(now(), _ -> true).size());
    assertEquals(GateMode.HOLD, cluster.status(S2).orElseThrow().gate());
  }

  @Test
  void aMessageArrivesIsLostOrIsDoubledWhenItIsAskedFor() {
    does(propose(S1, "x", 3));
    does(FreeMoves.deliver(held(Outbound.Kind.PREPARE, S1, S2)));
    assertEquals(Optional.of(new ProposalNumber(3, S1)), now().server(S2).promised());
    does(FreeMoves.drop(held(Outbound.Kind.PREPARE, S1, S3)));
    assertEquals(Optional.empty(), now().server(S3).promised());
    HeldItem toS5 = held(Outbound.Kind.PREPARE, S1, S5);
    does(FreeMoves.duplicate(toS5), FreeMoves.deliver(toS5));
    does(FreeMoves.deliver(held(Outbound.Kind.PREPARE, S1, S5)));
    assertEquals(
        2,
        now().held().stream()
            .filter(item -> item.content().kind() == Outbound.Kind.PROMISE)
            .filter(item -> item.content().from().equals(S5))
            .count());
  }

  @Test
  void allToAServerAllOfAProposalAndEverythingAreWhatWaitsAtThatMoment() {
    does(propose(S1, "x", 3), propose(S5, "y", 4));
    deliverAll(FreeMoves.to(S3));
    assertEquals(Optional.of(new ProposalNumber(4, S5)), now().server(S3).promised());
    assertEquals(Optional.empty(), now().server(S2).promised());
    deliverAll(FreeMoves.of(new ProposalNumber(3, S1)));
    assertEquals(Optional.of(new ProposalNumber(3, S1)), now().server(S2).promised());
    deliverAll(_ -> true);
    assertEquals(Optional.of(new ProposalNumber(4, S5)), now().server(S2).promised());
    assertEquals(Optional.empty(), run.next());
    assertTrue(now().held().stream().anyMatch(FreeMoves::canDrop), "the replies wait in turn");
  }

  @Test
  void aMessageOfADeadServerArrivesAsOftenAsOneLikes() {
    does(propose(S1, "x", 3), new Decision.Crash(S1));
    HeldItem late = held(Outbound.Kind.PREPARE, S1, S2);
    assertTrue(late.orphaned());
    assertFalse(FreeMoves.canDuplicate(late));
    does(FreeMoves.deliver(late));
    assertEquals(new Decision.Resend(late.name()), last().decision());
    assertEquals(Optional.of(new ProposalNumber(3, S1)), now().server(S2).promised());
    does(new Decision.Recover(S1));
    does(FreeMoves.deliver(held(Outbound.Kind.PREPARE, S1, S2)));
    assertEquals(new Decision.Resend(late.name()), last().decision());
    assertEquals(5, run.trace().size());
    does(FreeMoves.drop(held(Outbound.Kind.PREPARE, S1, S2)));
    assertTrue(now().held().stream().noneMatch(item -> item.name().equals(late.name())));
  }

  @Test
  void allOfAKindLeavesTheMessagesOfTheDeadAlone() {
    does(propose(S1, "x", 3), new Decision.Crash(S1));
    assertEquals(List.of(), FreeMoves.deliverAll(now(), _ -> true));
  }

  @Test
  void whatHasLeftItsGateMeanwhileIsPassedOver() {
    does(propose(S1, "x", 3));
    Decision deliver = FreeMoves.deliver(held(Outbound.Kind.PREPARE, S1, S2));
    does(deliver, deliver, new Decision.Recover(S1));
    assertEquals(2, run.trace().size());
  }

  @Test
  void aStepThatFailsTakesThoseBehindItWithItAndTheRunGoesOn() {
    does(new Decision.Crash(S1));
    run.ask(List.of(propose(S1, "x", 3), propose(S5, "y", 4)));
    assertThrows(ClusterException.class, run::step);
    assertEquals(Optional.empty(), run.next());
    does(propose(S5, "z", 4));
    assertEquals("z", ((Decision.Propose) last().decision()).value().text());
  }

  @Test
  void atItsEndAllThatWaitsIsDeliveredAndTheGatesAreOpen() {
    does(propose(S1, "x", 3));
    run.end();
    assertTrue(run.isOver());
    assertEquals(5, now().committedFiles());
    assertEquals("x", run.replies().getFirst().reply().chosen().orElseThrow().value().text());
    assertEquals(GateMode.OPEN, cluster.status(S2).orElseThrow().gate());
    assertThrows(ClusterException.class, () -> run.ask(List.of(new Decision.Crash(S2))));
  }

  @Test
  void goingOnFromAMomentOfAFreeRunIsFreeAgain() {
    does(propose(S1, "x", 3));
    deliverAll(FreeMoves.to(S3));
    deliverAll(FreeMoves.to(S2));
    ContinuedRun continued = director.continueFrom(run.trace(), 2, Optional.empty());
    assertEquals(Optional.empty(), continued.difference());
    FreeRun again = (FreeRun) continued.run();
    assertEquals(Optional.empty(), again.next());
    again.ask(FreeMoves.deliverAll(again.trace().at(2), FreeMoves.to(S5)));
    again.step();
    assertEquals(Optional.of(new ProposalNumber(3, S1)), again.trace().at(3).server(S5).promised());
    assertEquals(Optional.empty(), again.trace().at(3).server(S2).promised());
  }

  @Test
  void whatCannotBeginBecauseAServerIsDownEndsNothing() {
    cluster.startByHand();
    does(propose(S1, "kept", 1));
    cluster.crash(S3);
    assertThrows(ClusterException.class, () -> director.free(S1, S5));
    Scenario scenario = ScenarioLibrary.load().find("A_wins").orElseThrow();
    assertThrows(ClusterException.class, () -> director.start(scenario, Map.of()));
    assertEquals(GateMode.HOLD, cluster.status(S1).orElseThrow().gate(), "nothing moves");
    deliverAll(item -> item.content().to().equals(S2));
    assertEquals(Optional.of(new ProposalNumber(1, S1)), now().server(S2).promised());
  }
}
