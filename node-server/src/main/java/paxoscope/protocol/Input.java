package paxoscope.protocol;

/** What a participant can be given to handle. */
public sealed interface Input {

  /**
   * A message has arrived.
   *
   * @param message one that is addressed to this participant
   */
  record Received(Message message) implements Input {}

  /**
   * A client asks for a value to be proposed.
   *
   * @param ticket a number that the caller gives, to tell its proposals apart; unique in one
   *     participant
   * @param value the value that the client wants
   * @param options how to propose it
   */
  record Propose(int ticket, Value value, ProposeOptions options) implements Input {}

  /**
   * A wait is over.
   *
   * @param timer the timer as it was started
   */
  record TimerFired(Timer timer) implements Input {}

  /**
   * No answer will come to a request: its receiver could not be reached, or the call ended without
   * an answer. The receiver may have handled it.
   *
   * @param request the request, as it was sent
   */
  record Unanswered(Message.Request request) implements Input {}
}
