package paxoscope.protocol;

/**
 * A wait of a proposer. The protocol does not know how long it lasts: whoever runs the participant
 * decides that, and tells it with {@link Input.TimerFired}.
 *
 * @param kind {@link Outbound.Kind#RETRY} or {@link Outbound.Kind#TIME_OUT}
 * @param from the proposer that waits
 * @param number the proposal whose round has failed (retry) or is under way (time-out)
 * @param attempt how many rounds this proposer has tried for this value, 1 or more; a random
 *     back-off widens with it
 */
public record Timer(Kind kind, ServerId from, ProposalNumber number, int attempt)
    implements Outbound {

  /**
   * Checks the kind.
   *
   * @throws IllegalArgumentException if it is a message's kind
   */
  public Timer {
    if (kind != Kind.RETRY && kind != Kind.TIME_OUT) {
      throw new IllegalArgumentException("A " + kind + " is a message, not a timer.");
    }
  }

  @Override
  public ServerId to() {
    return from;
  }

  @Override
  public Leg leg() {
    return Leg.TIMER;
  }
}
