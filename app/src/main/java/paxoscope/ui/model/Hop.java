package paxoscope.ui.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.trace.ItemName;
import paxoscope.trace.Passage;
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

  private static final int MOST_SHOWN = 1_500;

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
   * The messages of a run; of a long one a part, which tells as much on a line that is short. Which
   * ones stay is told by their serials alone, so that the same ones stay while the run grows.
   *
   * @param trace the run
   * @return those that were received or lost, in the order of their receipt
   */
  public static List<Hop> of(Trace trace) {
    int count = trace.passageCount(trace.size());
    int each = 1;
    while (count / each > MOST_SHOWN) {
      each *= 2;
    }
    List<Hop> hops = new ArrayList<>();
    for (int serial = each; serial <= count; serial += each) {
      of(trace.passage(serial), trace.header()).ifPresent(hops::add);
    }
    hops.sort(Comparator.comparingInt(Hop::received));
    return hops;
  }

  /**
   * The one of a message.
   *
   * @param passage its way
   * @param header the run, for the roles
   * @return empty for a timer, and for what waits or was forgotten
   */
  public static Optional<Hop> of(Passage passage, RunHeader header) {
    if (passage.content().leg() == Leg.TIMER) {
      return Optional.empty();
    }
    return switch (passage.end()) {
      case WAITING, FORGOTTEN -> Optional.empty();
      case HANDLED, REFUSED, IGNORED, LOST, UNREACHABLE, UNKNOWN ->
          Optional.of(
              new Hop(
                  passage.name(),
                  passage.content().from().number(),
                  passage.content().to().number(),
                  passage.sendingSeen() ? passage.sentStep() : passage.endStep() - 1,
                  passage.endStep(),
                  look(passage, header)));
    };
  }

  private static Look look(Passage passage, RunHeader header) {
    if (!passage.arrived()) {
      return Look.LOSS;
    }
    if (passage.content() instanceof Message.Nack) {
      return Look.REFUSAL;
    }
    return switch (Role.of(passage.content().number(), header)) {
      case A -> Look.ROLE_A;
      case B -> Look.ROLE_B;
      case OTHER -> Look.ROLE_OTHER;
    };
  }
}
