package paxoscope.protocol;

/** One step of a run in the model: what the network, a clock, a client or a power cut may do. */
sealed interface Move {

  /** A client asks a server for a value. */
  record Propose(ServerId server, Input.Propose request) implements Move {}

  /** A message on its way arrives. */
  record Deliver(Message message) implements Move {}

  /** A copy of a message on its way arrives; the message may arrive again. */
  record DeliverCopy(Message message) implements Move {}

  /** A message is gone for good, and the call that it was part of has ended for its caller. */
  record Lose(Message message) implements Move {}

  /** A proposer's wait is over, after whatever time. */
  record Fire(Timer timer) implements Move {}

  /** A server dies and starts again with what it had made durable. */
  record CrashAndRecover(ServerId server) implements Move {}

  /** One line of a counterexample. */
  default String describe() {
    return switch (this) {
      case Propose propose -> propose.server + " is asked to propose " + propose.request.value();
      case Deliver deliver -> describe(deliver.message) + " arrives";
      case DeliverCopy copy -> describe(copy.message) + " arrives, and a copy is still on its way";
      case Lose lose -> describe(lose.message) + " is lost";
      case Fire fire -> fire.timer.from() + "'s " + fire.timer.kind() + " " + fire.timer.number();
      case CrashAndRecover crash -> crash.server + " crashes and recovers";
    };
  }

  private static String describe(Message message) {
    String content =
        switch (message) {
          case Message.Prepare prepare -> "Prepare " + prepare.number();
          case Message.Promise promise ->
              "Promise "
                  + promise.number()
                  + promise.accepted().map(told -> " (accepted " + told + ")").orElse(" (none)");
          case Message.Accept accept -> "Accept " + accept.proposal();
          case Message.Accepted accepted -> "Accepted " + accepted.number();
          case Message.Nack nack ->
              "Nack %s of %s (promised %s)"
                  .formatted(nack.refused(), nack.number(), nack.promised());
          case Message.Commit commit -> "Commit " + commit.proposal();
        };
    return "%s from %s to %s".formatted(content, message.from(), message.to());
  }
}
