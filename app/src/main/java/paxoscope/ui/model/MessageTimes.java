package paxoscope.ui.model;

import java.util.Optional;
import java.util.function.Predicate;
import paxoscope.journal.NodeEvent;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;

/**
 * What the servers' own clocks said when a message was sent and when it came to its end. Clocks
 * disagree: an answer may be older than its question.
 *
 * @param trace the run
 */
public record MessageTimes(Trace trace) {

  /**
   * When a message was sent.
   *
   * @param message its way
   * @return what its sender told; empty if the record does not have it, or no time with it
   */
  public Optional<NodeEvent> sent(Passage message) {
    return message.sendingSeen()
        ? told(message, message.sentStep(), kind -> kind == NodeEvent.Kind.HELD)
        : Optional.empty();
  }

  /**
   * When a message came to its end.
   *
   * @param message its way
   * @return what was told where it ended; empty if it is on its way, or nobody has told
   */
  public Optional<NodeEvent> end(Passage message) {
    return message.endStep() == Passage.NOT_YET
        ? Optional.empty()
        : told(message, message.endStep(), kind -> kind != NodeEvent.Kind.HELD);
  }

  private Optional<NodeEvent> told(Passage message, int step, Predicate<NodeEvent.Kind> wanted) {
    return trace.step(step).events().stream()
        .filter(event -> wanted.test(event.kind()))
        .filter(event -> event.message().filter(message.content()::equals).isPresent())
        .filter(event -> event.wallMillis() > 0)
        .findFirst();
  }
}
