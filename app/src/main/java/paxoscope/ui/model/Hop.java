package paxoscope.ui.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import paxoscope.protocol.Message;
import paxoscope.trace.ItemName;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;
import paxoscope.trace.Trace;

/**
 * A message on the time line.
 *
 * @param message its name
 * @param from the number of the sender
 * @param to the number of the receiver
 * @param sent the step in which it was sent
 * @param received the step in which it was received or lost
 * @param look how it is drawn
 */
public record Hop(ItemName message, int from, int to, int sent, int received, Look look) {

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
    return Journeys.of(trace).all().stream()
        .filter(journey -> journey.end().isPresent())
        .filter(journey -> journey.end().get().kind() != Journey.Kind.FORGOTTEN)
        .map(journey -> of(journey, journey.end().get(), trace.header()))
        .sorted(Comparator.comparingInt(Hop::received))
        .toList();
  }

  private static Hop of(Journey journey, Journey.End end, RunHeader header) {
    return new Hop(
        journey.name(),
        journey.content().from().number(),
        journey.content().to().number(),
        journey.sent() == 0 ? end.step() - 1 : journey.sent(),
        end.step(),
        look(journey, end, header));
  }

  private static Look look(Journey journey, Journey.End end, RunHeader header) {
    if (!end.kind().arrived()) {
      return Look.LOSS;
    }
    if (journey.content() instanceof Message.Nack) {
      return Look.REFUSAL;
    }
    return switch (Role.of(journey.content().number(), header)) {
      case A -> Look.ROLE_A;
      case B -> Look.ROLE_B;
      case OTHER -> Look.ROLE_OTHER;
    };
  }
}
