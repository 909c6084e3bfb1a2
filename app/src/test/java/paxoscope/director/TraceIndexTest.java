package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.Mentions;
import paxoscope.trace.Passage;
import paxoscope.trace.ServerHistory;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** What the index of a run finds against a walk through all of it. */
class TraceIndexTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 15);
  }

  private static Trace trace(long seed) {
    return SimulatedTraces.random(seed % 2 == 0 ? 5 : 3, seed, 200, 10);
  }

  private static IntStream moments(Trace trace) {
    return IntStream.rangeClosed(0, trace.size()).filter(cursor -> cursor % 7 == 0);
  }

  private static List<Integer> steps(Trace trace, int until, Predicate<TraceStep> wanted) {
    return IntStream.rangeClosed(1, until)
        .filter(number -> wanted.test(trace.step(number)))
        .boxed()
        .toList();
  }

  private static List<Passage> passages(Trace trace, Predicate<Passage> wanted) {
    return IntStream.rangeClosed(1, trace.passageCount(trace.size()))
        .mapToObj(trace::passage)
        .filter(wanted)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatAServerReportedAndWhenItWasDown(long seed) {
    Trace trace = trace(seed);
    for (ServerId server : trace.header().membership().servers()) {
      moments(trace)
          .forEach(
              until -> {
                for (NodeEvent.Kind kind : NodeEvent.Kind.values()) {
                  assertEquals(
                      steps(
                          trace,
                          until,
                          step ->
                              step.events().stream()
                                  .anyMatch(e -> e.node().equals(server) && e.kind() == kind)),
                      trace.stepsWith(server, kind, until));
                }
                assertEquals(
                    steps(
                        trace,
                        until,
                        step ->
                            List.of(
                                    new Decision.Crash(server),
                                    new Decision.Recover(server),
                                    new Decision.Pause(server),
                                    new Decision.Resume(server))
                                .contains(step.decision())),
                    trace.turnsOf(server, until));
              });
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whenLinksWereCutAndHealed(long seed) {
    Trace trace = trace(seed);
    assertNotEquals(List.of(), trace.wirings(trace.size()));
    moments(trace)
        .forEach(
            until ->
                assertEquals(
                    steps(
                        trace,
                        until,
                        step ->
                            step.decision() instanceof Decision.Cut
                                || step.decision() instanceof Decision.Heal),
                    trace.wirings(until)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whereAProposalIsToldOf(long seed) {
    Trace trace = trace(seed);
    List<ProposalNumber> numbers =
        passages(trace, _ -> true).stream().map(it -> it.content().number()).distinct().toList();
    for (ProposalNumber number : numbers) {
      moments(trace)
          .forEach(
              until -> {
                assertEquals(
                    steps(trace, until, tells(item -> item.number().equals(number))),
                    trace.stepsAbout(number, until));
                assertEquals(
                    steps(
                        trace, until, tells(item -> Mentions.in(item).equals(Optional.of(number)))),
                    trace.mentionsOf(number, until));
              });
    }
  }

  private static Predicate<TraceStep> tells(Predicate<Outbound> wanted) {
    return step ->
        step.subject().filter(wanted).isPresent()
            || step.events().stream().anyMatch(e -> e.message().filter(wanted).isPresent());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whichMessagesThereAre(long seed) {
    Trace trace = trace(seed);
    Predicate<Passage> message = passage -> passage.content().leg() != Leg.TIMER;
    assertEquals(
        passages(trace, message.and(Passage::arrived)).stream()
            .map(Passage::endStep)
            .sorted()
            .toList(),
        trace.arrivals().stream().map(serial -> trace.passage(serial).endStep()).toList());
    for (ServerId server : trace.header().membership().servers()) {
      Predicate<Passage> its =
          passage ->
              passage.content().from().equals(server) || passage.content().to().equals(server);
      moments(trace)
          .forEach(
              until ->
                  assertEquals(
                      passages(trace, message.and(its)).stream()
                          .map(Passage::serial)
                          .filter(serial -> serial <= trace.passageCount(until))
                          .toList(),
                      trace.messagesOf(server, until)));
    }
    for (Passage passage : passages(trace, _ -> true)) {
      assertEquals(
          passages(trace, other -> other.name().equals(passage.name())).stream()
              .max(Comparator.comparingInt(Passage::serial)),
          trace.passageNamed(passage.name()));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPartOfTheMessagesOfAStretch(long seed) {
    Trace trace = trace(seed);
    for (int each : List.of(1, 2, 8)) {
      assertEquals(
          trace.passagesBetween(50, 150).stream()
              .filter(passage -> passage.serial() % each == 0)
              .toList(),
          trace.passagesBetween(50, 150, each));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whenSomethingWasFirstChosen(long seed) {
    Trace trace = trace(seed);
    int first =
        IntStream.rangeClosed(1, trace.size())
            .filter(cursor -> trace.at(cursor).chosen().isPresent())
            .findFirst()
            .orElse(0);
    assertEquals(first, trace.chosenStep());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void howAServerChanged(long seed) {
    Trace trace = trace(seed);
    for (ServerId server : trace.header().membership().servers()) {
      moments(trace)
          .forEach(
              until ->
                  assertEquals(
                      changes(trace, server, until),
                      new ServerHistory(trace, server, until)
                          .stream().map(change -> change.step() + " " + change.kind()).toList()));
      ServerHistory whole = new ServerHistory(trace, server, trace.size());
      for (int i = 0; i < whole.size(); i++) {
        assertEquals(i, whole.indexOf(whole.get(i)));
      }
    }
  }

  private static List<String> changes(Trace trace, ServerId server, int until) {
    List<String> changes = new ArrayList<>();
    Optional<NodeState> before = Optional.empty();
    for (int number = 1; number <= until; number++) {
      TraceStep step = trace.step(number);
      if (step.decision().equals(new Decision.Crash(server))) {
        changes.add(number + " CRASHED");
      } else if (step.decision().equals(new Decision.Recover(server))) {
        changes.add(number + " RECOVERED");
      } else if (step.decision().equals(new Decision.Pause(server))) {
        changes.add(number + " PAUSED");
      } else if (step.decision().equals(new Decision.Resume(server))) {
        changes.add(number + " RESUMED");
      }
      for (NodeEvent event : step.events()) {
        if (event.node().equals(server)) {
          NodeState now = event.state();
          if (event.kind() == NodeEvent.Kind.REFUSED) {
            changes.add(number + " REFUSED");
          }
          if (now.promised().isPresent()
              && !now.promised().equals(before.flatMap(NodeState::promised))) {
            changes.add(number + " PROMISED");
          }
          if (now.accepted().isPresent()
              && !now.accepted().equals(before.flatMap(NodeState::accepted))) {
            changes.add(number + " ACCEPTED");
          }
          if (!now.fileContents().isEmpty()
              && !now.fileContents().equals(before.map(NodeState::fileContents).orElse(""))) {
            changes.add(number + " WRITTEN");
          }
          before = Optional.of(now);
        }
      }
    }
    return changes;
  }
}
