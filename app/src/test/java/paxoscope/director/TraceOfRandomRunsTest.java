package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.journal.Held;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;
import paxoscope.protocol.Message;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;
import paxoscope.trace.ItemName;
import paxoscope.trace.SafetyProperties;
import paxoscope.trace.ServerView;
import paxoscope.trace.TraceStep;

/** The folded trace against the nodes themselves, on runs with losses, copies and crashes. */
class TraceOfRandomRunsTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void afterEachStepTheTraceShowsWhatTheNodesHold(long seed) {
    RandomRun run = new RandomRun(seed % 2 == 0 ? 5 : 3, seed);
    for (int i = 0; i < 200; i++) {
      run.step();
      ClusterState shown = run.trace.at(run.trace.size());
      for (ServerView view : shown.servers()) {
        Optional<NodeState> node = run.cluster.status(view.server());
        assertEquals(node.isPresent(), view.alive());
        node.ifPresent(state -> assertShows(state, view));
        assertEquals(gateOf(run.cluster, view), shownGate(shown, view.server()));
      }
    }
  }

  private static void assertShows(NodeState state, ServerView view) {
    assertEquals(state.promised(), view.promised());
    assertEquals(state.accepted(), view.accepted());
    assertEquals(state.committed(), view.committed());
    assertEquals(state.fileContents(), view.fileContents());
    assertEquals(state.incarnation(), view.incarnation());
  }

  private static Set<String> gateOf(SimulatedCluster cluster, ServerView view) {
    Set<String> ids = new TreeSet<>();
    if (view.alive()) {
      cluster.held(view.server()).stream().map(Held::id).forEach(ids::add);
    }
    return ids;
  }

  private static Set<String> shownGate(ClusterState state, ServerId owner) {
    Set<String> ids = new TreeSet<>();
    state.held().stream()
        .filter(item -> item.owner().equals(owner) && !item.orphaned())
        .map(HeldItem::gateId)
        .forEach(ids::add);
    return ids;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void goingBackToAnyMomentShowsWhatWasShownThen(long seed) {
    RandomRun run = new RandomRun(5, seed);
    Map<Integer, ClusterState> shown = new HashMap<>();
    shown.put(0, run.trace.at(0));
    for (int i = 0; i < 200; i++) {
      run.step();
      shown.put(run.trace.size(), run.trace.at(run.trace.size()));
    }
    List<Integer> moments = new ArrayList<>(shown.keySet());
    Collections.shuffle(moments, new java.util.Random(seed));
    for (int moment : moments) {
      assertEquals(shown.get(moment), run.trace.at(moment));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void chosenAndAcceptedAreAsASecondSlowCountSays(long seed) {
    RandomRun run = new RandomRun(3, seed);
    for (int i = 0; i < 200; i++) {
      run.step();
    }
    for (int moment = 0; moment <= run.trace.size(); moment += 7) {
      Map<Proposal, Set<ServerId>> accepted = new HashMap<>();
      Optional<Proposal> chosen = Optional.empty();
      for (TraceStep step : run.trace.steps().subList(0, moment)) {
        for (NodeEvent event : step.events()) {
          if (event.kind() == NodeEvent.Kind.HANDLED
              && event.message().orElse(null) instanceof Message.Accept accept) {
            accepted.computeIfAbsent(accept.proposal(), _ -> new HashSet<>()).add(event.node());
            if (chosen.isEmpty() && accepted.get(accept.proposal()).size() >= 2) {
              chosen = Optional.of(accept.proposal());
            }
          }
        }
      }
      assertEquals(accepted, run.trace.at(moment).acceptances());
      assertEquals(chosen, run.trace.at(moment).chosen());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTwoHeldItemsShareAName(long seed) {
    RandomRun run = new RandomRun(5, seed);
    for (int i = 0; i < 200; i++) {
      run.step();
      List<ItemName> names =
          run.trace.at(run.trace.size()).held().stream().map(HeldItem::name).toList();
      assertEquals(names.size(), new HashSet<>(names).size());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsLostDoubledOrLateNothingUnsafeHappens(long seed) {
    RandomRun run = new RandomRun(3, seed);
    for (int i = 0; i < 400; i++) {
      run.step();
    }
    assertEquals(List.of(), SafetyProperties.check(run.trace));
  }

  @Test
  void theRandomRunsComeToChoices() {
    long chosen =
        seeds()
            .filter(
                seed -> {
                  RandomRun run = new RandomRun(3, seed);
                  for (int i = 0; i < 400; i++) {
                    run.step();
                  }
                  return run.trace.at(run.trace.size()).chosen().isPresent();
                })
            .count();
    assertTrue(chosen >= 10, chosen + " of 30 runs have chosen a value");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameSeedGivesTheSameRun(long seed) {
    RandomRun one = new RandomRun(5, seed);
    RandomRun other = new RandomRun(5, seed);
    for (int i = 0; i < 100; i++) {
      one.step();
      other.step();
    }
    assertEquals(one.trace.steps(), other.trace.steps());
  }
}
