package paxoscope.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import paxoscope.journal.EventBatch;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.rpc.NodeApi;
import paxoscope.rpc.NodeFault;

class JournalTest {

  private static final NodeState STATE =
      new NodeState(
          new ServerId(1),
          5,
          8000,
          1,
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          GateMode.OPEN,
          0,
          Optional.empty(),
          "test",
          Set.of());

  private final Journal journal = new Journal(1, () -> 7L);

  private void append(int count) {
    for (int i = 0; i < count; i++) {
      journal.append(Journal.Entry.of(NodeEvent.Kind.EXTERNAL, ""), STATE);
    }
  }

  private static List<Integer> sequences(EventBatch batch) {
    return batch.events().stream().map(NodeEvent::sequence).toList();
  }

  @Test
  void eventsAreNumberedFromOneAndReadFromWhereOneWas() {
    append(3);

    EventBatch all = journal.read(0, 0);
    EventBatch rest = journal.read(2, 0);

    assertEquals(List.of(1, 2, 3), sequences(all));
    assertEquals(3, all.next());
    assertEquals(List.of(3), sequences(rest));
    assertEquals(List.of(), journal.read(3, 0).events());
    assertEquals(3, journal.read(3, 0).next());
  }

  @Test
  void aLongJournalIsReadInPortionsThatSayThatThereIsMore() {
    append(Journal.BATCH + 1);

    EventBatch first = journal.read(0, 0);
    EventBatch second = journal.read(first.next(), 0);

    assertTrue(first.more());
    assertEquals(Journal.BATCH, first.events().size());
    assertEquals(List.of(Journal.BATCH + 1), sequences(second));
    assertEquals(false, second.more());
  }

  @Test
  void aGapIsToldAndNeverHidden() {
    append(Journal.CAPACITY + 5);

    EventBatch late = journal.read(2, 0);

    assertEquals(3, late.missed());
    assertEquals(6, late.events().getFirst().sequence());
    assertEquals(0, journal.read(late.next(), 0).missed());
  }

  @Test
  void largeValuesShortenTheJournalAndItsPortions() {
    Optional<Value> large = Optional.of(new Value("x".repeat(Value.MAXIMUM_BYTES)));
    int count = Journal.MAXIMUM_WEIGHT / Value.MAXIMUM_BYTES + 10;
    for (int i = 0; i < count; i++) {
      journal.append(Journal.Entry.of(NodeEvent.Kind.PROPOSED, large, ""), STATE);
    }

    EventBatch batch = journal.read(0, 0);

    assertEquals(10, batch.missed());
    assertEquals(Journal.BATCH_WEIGHT / Value.MAXIMUM_BYTES, batch.events().size());
  }

  @Test
  void aPlaceOfAnotherIncarnationStartsAtTheBeginning() {
    append(2);

    assertEquals(List.of(1, 2), sequences(journal.read(57, 0)));
  }

  @Test
  void aPlaceOfAnEarlierIncarnationStartsAtTheBeginningAlsoWhenThereIsMoreNow() {
    Journal second = new Journal(2, () -> 7L);
    for (int i = 0; i < 9; i++) {
      second.append(Journal.Entry.of(NodeEvent.Kind.EXTERNAL, ""), STATE);
    }

    EventBatch batch = second.read(3, 0);

    assertEquals(9, batch.events().size());
    assertEquals(0, batch.missed());
    assertEquals(2, batch.incarnation());
    assertEquals(List.of(), second.read(batch.next(), 0).events());
    assertEquals(4, second.read(batch.next() - 4, 0).events().size());
  }

  @Test
  void whoWaitsIsAnsweredByTheFirstEvent() {
    CompletableFuture<EventBatch> waiting =
        CompletableFuture.supplyAsync(() -> journal.read(0, 60_000));

    append(1);

    assertEquals(List.of(1), sequences(TestCluster.get(waiting)));
  }

  @Test
  void whoWaitsIsLetGoWhenTheNodeStops() {
    CompletableFuture<EventBatch> waiting =
        CompletableFuture.supplyAsync(() -> journal.read(0, 60_000));

    journal.close();

    assertEquals(List.of(), TestCluster.get(waiting).events());
  }

  @Test
  void theClockOfAnEventIsAboveAllThatItsNodeHasHeardOf() {
    journal.observe(41);
    append(2);
    journal.observe(7);
    append(1);

    assertEquals(
        List.of(42, 43, 44), journal.read(0, 0).events().stream().map(NodeEvent::clock).toList());
    assertEquals(44, journal.read(0, 0).clock());
  }

  @Test
  void theHighestClockDoesNotOverflow() {
    journal.observe(Integer.MAX_VALUE);
    append(1);

    assertEquals(Integer.MAX_VALUE, journal.clock());
  }

  @Test
  void aClockThatNoRunComesToIsRefusedAndChangesNothing() {
    try (TestCluster cluster = TestCluster.open(3)) {
      int before = cluster.node(1).events(0, 0, Optional.empty()).clock();

      for (int clock : List.of(1_000_000_001, Integer.MAX_VALUE)) {
        NodeFault fault =
            assertThrows(
                NodeFault.class,
                () ->
                    cluster
                        .node(1)
                        .propose(
                            new Value("x"),
                            ProposeOptions.DEFAULT,
                            Optional.of(new NodeApi.Meta("", clock, Optional.empty(), 0, ""))));
        assertEquals(NodeFault.Code.BAD_PARAMETER, fault.code());
      }
      assertEquals(before, cluster.node(1).events(0, 0, Optional.empty()).clock());
    }
  }

  @Test
  void whoeverIsAheadOfANodeThatIsFarBehindIsTaken() {
    Journal late = new Journal(1, () -> 0L);
    Admission admission = new Admission(late, entry -> {});
    for (int clock : List.of(1_000_000_000, 1_001_000_000)) {
      admission.meet(
          Optional.of(new NodeApi.Meta("", clock, Optional.empty(), 0, "")),
          Journal.Entry.of(NodeEvent.Kind.EXTERNAL, ""));
      assertEquals(clock, late.clock());
    }
  }

  @Test
  void clocksGrowAlongTheWayOfAMessageAndItsReply() {
    try (TestCluster cluster = TestCluster.open(3)) {
      TestCluster.get(cluster.propose(1, "x"));

      List<NodeEvent> events =
          IntStream.rangeClosed(1, 3).boxed().flatMap(s -> cluster.events(s).stream()).toList();
      for (NodeEvent handled : events) {
        if (handled.kind() == NodeEvent.Kind.HANDLED) {
          NodeEvent held =
              events.stream()
                  .filter(event -> event.kind() == NodeEvent.Kind.HELD)
                  .filter(event -> event.message().equals(handled.message()))
                  .findFirst()
                  .orElseThrow();
          assertTrue(held.clock() < handled.clock(), () -> held + " and " + handled);
        }
      }
    }
  }

  @Test
  void theAnswerToACallCarriesTheClockAfterIt() {
    try (TestCluster cluster = TestCluster.open(3)) {
      NodeApi.Meta meta = new NodeApi.Meta("", 500, Optional.of(1), 1, "");

      NodeApi.Answer answer =
          cluster
              .node(2)
              .handle(
                  new Message.Prepare(
                      new ServerId(1), new ServerId(2), ProposalNumber.parse("1.1")),
                  Optional.of(meta));

      assertEquals(501, answer.clock());
      assertEquals(Optional.of(ProposalNumber.parse("1.1")), answer.promised());
    }
  }

  @Test
  void aProposalIsWrittenDownWithItsOptionsAndATimerWithItsWait() {
    try (TestCluster cluster = TestCluster.onHold(3)) {
      ProposeOptions options =
          new ProposeOptions(
              2,
              ProposeOptions.Backoff.NONE,
              Set.of(new ServerId(1), new ServerId(2)),
              Optional.of(7));
      cluster.propose(1, "x", options);
      cluster.held(1, 2, Outbound.Kind.PREPARE);

      assertEquals(
          Optional.of(options),
          cluster.events(1, NodeEvent.Kind.PROPOSED).getFirst().details().options());
      assertEquals(
          List.of(Optional.empty(), Optional.empty(), Optional.of(NodeSettings.TIME_OUT_MILLIS)),
          cluster.events(1, NodeEvent.Kind.HELD).stream()
              .map(event -> event.details().delayMillis())
              .toList());
    }
  }

  @Test
  void everyEventCarriesTheStateRightAfterIt() {
    try (TestCluster cluster = TestCluster.onHold(3)) {
      cluster.propose(1, "x");
      cluster.held(1, 3, Outbound.Kind.PREPARE);

      assertEquals(
          List.of("1.1 - ''", "1.1 1.1 ''", "1.1 1.1 'x'"),
          Stream.of(Outbound.Kind.PREPARE, Outbound.Kind.ACCEPT, Outbound.Kind.COMMIT)
              .map(request -> stateAfter(cluster, request))
              .toList());
      assertEquals(
          Optional.empty(), cluster.events(2).getFirst().state().promised(), "before the Prepare");
    }
  }

  /** Has S1 and then S2 handle a request of S1, and tells the state in S2's last event. */
  private static String stateAfter(TestCluster cluster, Outbound.Kind request) {
    cluster.exchange(1, request, 1);
    cluster.exchange(1, request, 2);
    NodeState state = cluster.events(2).getLast().state();
    assertEquals(cluster.node(2).status(), state);
    return "%s %s '%s'"
        .formatted(
            state.promised().map(Object::toString).orElse("-"),
            state.accepted().map(proposal -> proposal.number().toString()).orElse("-"),
            state.fileContents());
  }
}
