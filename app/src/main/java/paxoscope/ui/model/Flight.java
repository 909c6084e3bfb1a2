package paxoscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.director.LiveRun;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.TraceStep;

/**
 * One step on its way: what flies before the step is done, or before the cursor shows that it was.
 *
 * @param messages what flies, all at the same time; empty for a step in which nothing travels
 * @param fate how the flight ends
 * @param at the server that something happens to where nothing travels
 * @param recordedStep the number of the recorded step that is shown again; 0 if the nodes have yet
 *     to take it
 */
public record Flight(List<Outbound> messages, Fate fate, Optional<ServerId> at, int recordedStep) {

  /** Keeps an own copy. */
  public Flight {
    messages = List.copyOf(messages);
  }

  /** How a flight ends. */
  public enum Fate {
    /** It touches its receiver. */
    ARRIVES,
    /** It breaks on the way. */
    LOST,
    /** Its receiver is not there. */
    UNREACHABLE
  }

  /**
   * The flight of a step that the nodes shall take.
   *
   * @param planned the plan
   * @return the flight
   */
  public static Flight of(LiveRun.Planned planned) {
    return of(planned.decision(), planned.subject(), Fate.ARRIVES, 0);
  }

  /**
   * The flight of a step that was taken before.
   *
   * @param step the step
   * @param number its number in the trace
   * @return the flight
   */
  public static Flight of(TraceStep step, int number) {
    if (step.decision() instanceof Decision.Observed) {
      return new Flight(observed(step.events()), Fate.ARRIVES, Optional.empty(), number);
    }
    Fate fate = step.outcome() == TraceStep.Outcome.UNREACHABLE ? Fate.UNREACHABLE : Fate.ARRIVES;
    return of(step.decision(), step.subject(), fate, number);
  }

  private static Flight of(
      Decision decision, Optional<Outbound> subject, Fate fate, int recordedStep) {
    List<Outbound> messages =
        subject.filter(item -> item.leg() != Leg.TIMER).map(List::of).orElse(List.of());
    return switch (decision) {
      case Decision.Deliver _, Decision.Resend _ ->
          new Flight(messages, fate, Optional.empty(), recordedStep);
      case Decision.Drop _ -> new Flight(messages, Fate.LOST, Optional.empty(), recordedStep);
      case Decision.Fire fire -> still(fire.item().from(), fate, recordedStep);
      case Decision.Duplicate copy -> still(copy.item().from(), fate, recordedStep);
      case Decision.Propose propose -> still(propose.server(), fate, recordedStep);
      case Decision.Crash crash -> still(crash.server(), fate, recordedStep);
      case Decision.Recover recover -> still(recover.server(), fate, recordedStep);
      case Decision.Pause pause -> still(pause.server(), fate, recordedStep);
      case Decision.Resume resume -> still(resume.server(), fate, recordedStep);
      case Decision.Cut cut -> still(cut.link().from(), fate, recordedStep);
      case Decision.Heal heal -> still(heal.link().from(), fate, recordedStep);
      case Decision.Restart _, Decision.Observed _ ->
          new Flight(List.of(), fate, Optional.empty(), recordedStep);
    };
  }

  private static Flight still(ServerId at, Fate fate, int recordedStep) {
    return new Flight(List.of(), fate, Optional.of(at), recordedStep);
  }

  private static List<Outbound> observed(List<NodeEvent> events) {
    List<Outbound> messages = new ArrayList<>();
    for (NodeEvent event : events) {
      boolean arrived =
          event.kind() == NodeEvent.Kind.HANDLED || event.kind() == NodeEvent.Kind.REFUSED;
      if (arrived) {
        event.message().filter(item -> item.leg() != Leg.TIMER).ifPresent(messages::add);
      }
    }
    return messages;
  }

  /**
   * Whether the nodes have yet to take this step.
   *
   * @return true for a plan, false for a step of the record
   */
  public boolean isPlanned() {
    return recordedStep == 0;
  }
}
