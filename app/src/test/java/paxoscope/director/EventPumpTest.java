package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

class EventPumpTest {

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final EventPump pump = new EventPump(cluster);

  private void somebodyProposes(String value) {
    cluster.propose(new ServerId(2), new Value(value), ProposeOptions.DEFAULT);
  }

  @Test
  void eventsComeByTheirClock() {
    somebodyProposes("one");
    List<NodeEvent> events = pump.drain();
    List<Integer> clocks = events.stream().map(NodeEvent::clock).toList();
    assertEquals(clocks.stream().sorted(Comparator.naturalOrder()).toList(), clocks);
  }

  @Test
  void nothingComesTwice() {
    somebodyProposes("one");
    assertFalse(pump.drain().isEmpty());
    assertEquals(List.of(), pump.drain());
  }

  @Test
  void onlyThoseWhoAreAskedTell() {
    somebodyProposes("one");
    List<NodeEvent> some = pump.drain(List.of(new ServerId(1), new ServerId(3)));
    assertEquals(Set.of(1, 3), numbers(some));
    assertEquals(Set.of(2, 4, 5), numbers(pump.drain()));
  }

  @Test
  void aHostThatIsCutOffKeepsNobodyWaitingAndItsEventsComeWhenItIsBack() {
    ServerId lost = new ServerId(3);
    cluster.crash(lost);
    pump.drain();
    assertEquals(Set.of(lost), pump.silent());
    CompletableFuture<Void> back = new CompletableFuture<>();
    cluster.cutOff(lost, back);
    somebodyProposes("one");
    assertEquals(Set.of(1, 2, 4, 5), numbers(pump.drain()));
    assertEquals(List.of(), pump.drain());
    assertEquals(Set.of(lost), pump.silent());
    cluster.recover(lost);
    back.complete(null);
    List<NodeEvent> late = pump.await(lost, 0);
    assertEquals(Set.of(3), numbers(late));
    assertEquals(Set.of(), pump.silent());
    assertEquals(List.of(), pump.drain());
  }

  @Test
  void anAnswerFromBeforeARecoveryIsNotTakenForOneFromAfterIt() {
    ServerId lost = new ServerId(3);
    cluster.crash(lost);
    pump.drain();
    CompletableFuture<Void> refusal = new CompletableFuture<>();
    cluster.cutOff(lost, refusal);
    pump.drain();
    cluster.recover(lost);
    refusal.complete(null);
    assertEquals(Set.of(3), numbers(pump.drain()));
  }

  @Test
  void aRecoveredNodeIsWaitedForAsEveryOther() {
    ServerId lost = new ServerId(3);
    cluster.crash(lost);
    pump.drain();
    cluster.cutOff(lost, new CompletableFuture<>());
    pump.drain();
    cluster.recover(lost);
    cluster.cutOff(lost, CompletableFuture.completedFuture(null));
    pump.expect(lost);
    assertEquals(Set.of(3), numbers(pump.drain(Set.of(lost))));
  }

  @Test
  void whatNobodyHasTakenYetIsStillNews() throws InterruptedException {
    ServerId lost = new ServerId(3);
    cluster.crash(lost);
    pump.drain();
    cluster.recover(lost);
    CompletableFuture<Void> late = new CompletableFuture<>();
    cluster.cutOff(lost, late);
    assertEquals(List.of(), pump.drain(Set.of(lost)));
    late.complete(null);
    cluster.awaitCallers();
    assertTrue(pump.hasNews(lost, 0));
    assertEquals(Set.of(3), numbers(pump.drain()));
    assertEquals(List.of(), pump.drain());
  }

  private static Set<Integer> numbers(List<NodeEvent> events) {
    return events.stream().map(event -> event.node().number()).collect(Collectors.toSet());
  }

  @Test
  void whatIsCutOffFromNodesThatNeverRestComesTheNextTime() {
    List<NodeEvent> whole = new ArrayList<>();
    cluster.beforeEvents(this::proposeAFewTimes);
    do {
      whole.addAll(pump.drainUntilQuiet(40));
    } while (pump.hasMore());
    List<Integer> clocks = whole.stream().map(NodeEvent::clock).toList();
    assertEquals(clocks.stream().sorted(Comparator.naturalOrder()).toList(), clocks);
    assertEquals(
        List.of(1, 2, 3, 4, 5).stream().mapToInt(cluster::journalSize).sum(), whole.size());
    assertTrue(proposals == 12);
  }

  private int proposals;

  private void proposeAFewTimes() {
    if (proposals < 12) {
      proposals++;
      somebodyProposes("v" + proposals);
    }
  }

  @Test
  void aNodeThatDoesNotAnswerIsSilentUntilItAnswersAgain() {
    cluster.crash(new ServerId(4));
    pump.drain();
    assertEquals(Set.of(new ServerId(4)), pump.silent());
    cluster.recover(new ServerId(4));
    pump.drain();
    assertEquals(Set.of(), pump.silent());
  }

  @Test
  void aGapInAJournalIsTold() {
    somebodyProposes("one");
    cluster.forgetJournal(new ServerId(3), 3);
    pump.drain();
    assertEquals(Map.of(new ServerId(3), 3), pump.takeMissed());
    assertEquals(Map.of(), pump.takeMissed());
  }
}
