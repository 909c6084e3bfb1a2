package paxoscope.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.trace.Decision;
import paxoscope.trace.Role;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * A message on the time line.
 *
 * @param from the number of the sender
 * @param to the number of the receiver
 * @param sent the step in which it was sent
 * @param received the step in which it was received or lost
 * @param look how it is drawn
 */
public record Hop(int from, int to, int sent, int received, Look look) {

  /** How a message is drawn. */
  public enum Look {
    /** A message of A's proposal. */
    ROLE_A,
    /** A message of B's proposal. */
    ROLE_B,
    /** A message of another proposal. */
    ROLE_OTHER,
    /** A refusal. */
    REFUSAL,
    /** A message that was lost. */
    LOSS;

    /**
     * The style class that carries the look.
     *
     * @return for example {@code role-a}
     */
    public String styleClass() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The messages of a run.
   *
   * @param trace the run
   * @return those that were received or lost, in the order of their receipt
   */
  public static List<Hop> of(Trace trace) {
    Map<Outbound, Integer> sent = new HashMap<>();
    List<Hop> hops = new ArrayList<>();
    List<TraceStep> steps = trace.steps();
    for (int number = 1; number <= steps.size(); number++) {
      TraceStep step = steps.get(number - 1);
      for (NodeEvent event : step.events()) {
        if (event.message().isEmpty() || event.message().get().leg() == Leg.TIMER) {
          continue;
        }
        Outbound message = event.message().get();
        switch (event.kind()) {
          case HELD, DUPLICATED -> sent.put(message, number);
          case HANDLED, REFUSED, IGNORED ->
              hops.add(hop(message, sent.getOrDefault(message, number - 1), number, trace, false));
          case DROPPED ->
              hops.add(hop(message, sent.getOrDefault(message, number - 1), number, trace, true));
          case STARTED,
              PROPOSED,
              TIMER,
              UNKNOWN,
              DECIDED,
              COMMITTED,
              ANSWERED,
              RESTARTED,
              EXTERNAL -> {
            // Nothing travels.
          }
        }
      }
      unreachable(step, sent, number, trace, hops);
    }
    return hops;
  }

  private static void unreachable(
      TraceStep step, Map<Outbound, Integer> sent, int number, Trace trace, List<Hop> hops) {
    boolean lost =
        step.decision() instanceof Decision.Deliver && step.outcome() != TraceStep.Outcome.DONE;
    if (lost && step.subject().isPresent()) {
      Outbound message = step.subject().get();
      hops.add(hop(message, sent.getOrDefault(message, number - 1), number, trace, true));
    }
  }

  private static Hop hop(Outbound message, int sent, int received, Trace trace, boolean lost) {
    return new Hop(
        message.from().number(), message.to().number(), sent, received, look(message, trace, lost));
  }

  private static Look look(Outbound message, Trace trace, boolean lost) {
    if (lost) {
      return Look.LOSS;
    }
    if (message instanceof Message.Nack) {
      return Look.REFUSAL;
    }
    return switch (Role.of(message.number(), trace.header())) {
      case A -> Look.ROLE_A;
      case B -> Look.ROLE_B;
      case OTHER -> Look.ROLE_OTHER;
    };
  }
}
