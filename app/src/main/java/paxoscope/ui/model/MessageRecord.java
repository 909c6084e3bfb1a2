package paxoscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * A message of a run, as it entered a gate.
 *
 * @param step the step in which it did
 * @param owner the server whose gate it entered
 * @param gateId the owner's id for it
 * @param content the message
 */
public record MessageRecord(int step, ServerId owner, String gateId, Outbound content) {

  /**
   * The messages that a server has sent or that are for it, up to a moment.
   *
   * @param trace the run
   * @param cursor the moment
   * @param server the server
   * @return the messages, newest first
   */
  public static List<MessageRecord> of(Trace trace, int cursor, ServerId server) {
    List<MessageRecord> messages = new ArrayList<>();
    List<TraceStep> steps = trace.steps();
    for (int number = 1; number <= Math.min(cursor, steps.size()); number++) {
      for (NodeEvent event : steps.get(number - 1).events()) {
        boolean entered = event.kind() == NodeEvent.Kind.HELD;
        if (entered && event.message().isPresent()) {
          Outbound content = event.message().get();
          boolean concerns = content.from().equals(server) || content.to().equals(server);
          if (concerns && content.leg() != Leg.TIMER) {
            messages.add(
                new MessageRecord(number, event.node(), event.itemId().orElse(""), content));
          }
        }
      }
    }
    return messages.reversed();
  }
}
