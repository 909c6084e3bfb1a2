package paxoscope.ui.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Timer;
import paxoscope.trace.ItemName;
import paxoscope.trace.Trace;

/**
 * The messages of a run.
 *
 * @param all in the order in which they entered a gate; timers are left out
 */
public record Journeys(List<Journey> all) {

  /** Keeps an own copy. */
  public Journeys {
    all = List.copyOf(all);
  }

  /**
   * Follows the messages of a run as far as it is recorded.
   *
   * @param trace the run
   * @return its messages
   */
  public static Journeys of(Trace trace) {
    JourneyFold fold = new JourneyFold();
    trace.steps().forEach(fold::add);
    return new Journeys(fold.journeys());
  }

  /**
   * Finds a message.
   *
   * @param name its name in this run
   * @return the message; empty if this run has none of that name
   */
  public Optional<Journey> find(ItemName name) {
    return all.stream().filter(journey -> journey.name().equals(name)).findFirst();
  }

  /**
   * Finds a message that flies.
   *
   * @param content the message
   * @param step the step in which it arrives or is lost; 0 if the nodes have yet to take that step
   * @return the message; empty if it is not in the record
   */
  public Optional<Journey> flying(Outbound content, int step) {
    return all.stream()
        .filter(journey -> journey.content().equals(content))
        .filter(journey -> journey.end().map(Journey.End::step).orElse(0) == step)
        .findFirst();
  }

  /**
   * The messages that a server has sent or that are for it, up to a moment.
   *
   * @param server the server
   * @param cursor the moment
   * @return the messages, newest first
   */
  public List<Journey> concerning(ServerId server, int cursor) {
    return all.stream()
        .filter(journey -> journey.sent() <= cursor && journey.concerns(server))
        .sorted(Comparator.comparingInt(Journey::sent))
        .toList()
        .reversed();
  }

  /**
   * The other leg of a message's call: the reply to a request, the request of a reply.
   *
   * @param journey one leg
   * @return the other; empty if it is not there, or not yet
   */
  public Optional<Journey> counterpart(Journey journey) {
    return switch (journey.content().leg()) {
      case REQUEST -> all.stream().filter(other -> answers(other, journey)).findFirst();
      case REPLY -> all.stream().filter(other -> answers(journey, other)).findFirst();
      case TIMER -> Optional.empty();
    };
  }

  // A server sends its reply in the step in which the request reaches it.
  private static boolean answers(Journey reply, Journey request) {
    Outbound question = request.content();
    Outbound answer = reply.content();
    return answer.leg() == Leg.REPLY
        && answer.from().equals(question.to())
        && answer.to().equals(question.from())
        && answer.number().equals(question.number())
        && isReplyTo(answer, question.kind())
        && request.end().map(end -> end.step() == reply.sent()).orElse(false);
  }

  private static boolean isReplyTo(Outbound answer, Outbound.Kind question) {
    return switch (answer) {
      case Message.Promise _ -> question == Outbound.Kind.PREPARE;
      case Message.Accepted _ -> question == Outbound.Kind.ACCEPT;
      case Message.Nack nack -> question == nack.refused();
      case Message.Prepare _, Message.Accept _, Message.Commit _, Timer _ -> false;
    };
  }
}
