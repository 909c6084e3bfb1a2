package paxoscope.ui.model;

import java.util.Optional;
import java.util.stream.Stream;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Timer;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;

/**
 * Finds messages of a run by what is going on in one step.
 *
 * @param trace the run
 */
public record MessageLookup(Trace trace) {

  /**
   * Finds a message that flies.
   *
   * @param content the message
   * @param flight its flight; where the nodes have yet to take the step, the message waits
   * @return the message; empty if it is not in the record
   */
  public Optional<Passage> flying(Outbound content, Flight flight) {
    int step = flight.isPlanned() ? trace.size() + 1 : flight.recordedStep();
    int end = flight.isPlanned() ? Passage.NOT_YET : step;
    return trace.passagesBetween(step, step).stream()
        .filter(passage -> passage.content().equals(content) && passage.endStep() == end)
        .findFirst();
  }

  /**
   * The other leg of a message's call: the reply to a request, the request of a reply. A server
   * sends its reply in the step in which the request reaches it.
   *
   * @param message one leg
   * @return the other; empty if it is not there, or not yet
   */
  public Optional<Passage> counterpart(Passage message) {
    return switch (message.content().leg()) {
      case REQUEST -> with(message.endStep()).filter(other -> answers(other, message)).findFirst();
      case REPLY -> with(message.sentStep()).filter(other -> answers(message, other)).findFirst();
      case TIMER -> Optional.empty();
    };
  }

  private Stream<Passage> with(int step) {
    return step == Passage.NOT_YET ? Stream.empty() : trace.passagesBetween(step, step).stream();
  }

  private static boolean answers(Passage reply, Passage request) {
    Outbound question = request.content();
    Outbound answer = reply.content();
    return answer.leg() == Leg.REPLY
        && answer.from().equals(question.to())
        && answer.to().equals(question.from())
        && answer.number().equals(question.number())
        && isReplyTo(answer, question.kind())
        && request.endStep() == reply.sentStep();
  }

  private static boolean isReplyTo(Outbound answer, Outbound.Kind question) {
    return switch (answer) {
      case Message.Promise _ -> question == Outbound.Kind.PREPARE;
      case Message.Accepted _ -> question == Outbound.Kind.ACCEPT;
      case Message.Nack nack -> question == nack.refused();
      case Message.Request _, Timer _ -> false;
    };
  }
}
