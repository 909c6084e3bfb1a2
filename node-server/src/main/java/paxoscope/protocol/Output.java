package paxoscope.protocol;

/** What a participant asks of whoever runs it, in the order in which it asks. */
public sealed interface Output {

  /**
   * Send this message. The state of the step must be durable before it leaves.
   *
   * @param message the message
   */
  record Send(Message message) implements Output {}

  /**
   * Start this timer.
   *
   * @param timer what {@link Input.TimerFired} will say
   */
  record StartTimer(Timer timer) implements Output {}

  /**
   * This timer is of no use any more. A firing of it that is already under way must not be handed
   * in any more either: the two phases of a round start equal timers, so it would pass for the
   * second.
   *
   * @param timer one that was started
   */
  record CancelTimer(Timer timer) implements Output {}

  /**
   * The proposer knows that a value is chosen; its Commits follow.
   *
   * @param ticket which client's proposal
   * @param wanted the value that this client asked for
   * @param chosen the proposal that was chosen; its value may be another one
   */
  record Decided(int ticket, Value wanted, Proposal chosen) implements Output {}

  /**
   * The proposer has used up its attempts.
   *
   * @param ticket which client's proposal
   * @param failure why the last round failed
   */
  record GaveUp(int ticket, Failure failure) implements Output {}
}
