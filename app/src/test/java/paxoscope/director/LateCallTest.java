package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/** A call that was given up because no answer came, and is handled after all. */
class LateCallTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S3 = new ServerId(3);

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final ClusterDirector director = new ClusterDirector(cluster);
  private FreeRun run;
  private HeldItem prepare;

  @BeforeEach
  void aPrepareIsGivenUp() {
    run = director.free(S1, new ServerId(5));
    take(new Decision.Propose(S1, new Value("new"), ProposeOptions.DEFAULT));
    prepare = toS3().getFirst();
    cluster.giveUp();
    assertEquals(TraceStep.Outcome.UNKNOWN, take(new Decision.Deliver(prepare.name())).outcome());
  }

  @AfterEach
  void close() {
    director.close();
    cluster.close();
  }

  @Test
  void whatArrivesLateWasSentOnce() {
    cluster.handleWhatWasGivenUp();
    take(new Decision.Deliver(toS1().name()));
    Trace trace = run.trace();
    Passage late = only(trace.passagesBetween(1, trace.size()), Passage::arrived);
    Passage givenUp = only(trace.passagesBetween(1, trace.size()), it -> !it.arrived());
    assertEquals(Passage.End.UNKNOWN, givenUp.end());
    assertEquals(givenUp.name(), late.name());
    assertEquals(givenUp.sentStep(), late.sentStep());
    assertTrue(late.endStep() > givenUp.endStep());
    assertTrue(late.sendingSeen());
    assertEquals(PlainFold.of(trace.header(), trace.steps()), now());
  }

  @Test
  void aCopyThatWaitsStillWaits() {
    cluster.handleWhatWasGivenUp();
    take(new Decision.Duplicate(other().name()));
    HeldItem copied = other();
    cluster.giveUp();
    take(new Decision.Deliver(copied.name()));
    cluster.handleWhatWasGivenUp();
    take(new Decision.Deliver(toS1().name()));
    assertTrue(
        now().held().stream()
            .anyMatch(
                item ->
                    item.content().equals(copied.content()) && !item.name().equals(copied.name())));
    assertEquals(PlainFold.of(run.trace().header(), run.trace().steps()), now());
  }

  private TraceStep take(Decision move) {
    run.ask(List.of(move));
    TraceStep step = run.step();
    while (run.next().isPresent()) {
      step = run.step();
    }
    return step;
  }

  private static Passage only(List<Passage> passages, Predicate<Passage> wanted) {
    List<Passage> found =
        passages.stream()
            .filter(passage -> passage.content().leg() == Leg.REQUEST)
            .filter(passage -> passage.content().to().equals(S3))
            .filter(wanted)
            .toList();
    assertEquals(1, found.size(), found::toString);
    return found.getFirst();
  }

  private List<HeldItem> toS3() {
    return now().held().stream().filter(item -> item.content().to().equals(S3)).toList();
  }

  private HeldItem other() {
    return now().held().stream()
        .filter(item -> item.content().to().equals(new ServerId(4)))
        .findFirst()
        .orElseThrow();
  }

  private HeldItem toS1() {
    return now().held().stream()
        .filter(item -> item.content().to().equals(S1))
        .findFirst()
        .orElseThrow();
  }

  private ClusterState now() {
    return run.trace().at(run.trace().size());
  }
}
