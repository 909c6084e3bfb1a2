package paxoscope.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;

/**
 * One change in the history of a server.
 *
 * @param step the step in which it changed
 * @param kind what changed
 * @param before the server before that
 * @param after the server after it
 * @param cause the message that changed it; empty if it was none
 */
public record ServerChange(
    int step, Kind kind, ServerView before, ServerView after, Optional<Outbound> cause) {

  /** What can change. */
  public enum Kind {
    /** Its process was killed. */
    CRASHED,
    /** Its process was started again. */
    RECOVERED,
    /** Its process was stopped. */
    PAUSED,
    /** Its process goes on. */
    RESUMED,
    /** It refused a message, and so stayed as it was. */
    REFUSED,
    /** It promised another number. */
    PROMISED,
    /** It accepted another proposal. */
    ACCEPTED,
    /** Its file was written. */
    WRITTEN
  }

  /** The changes of one server in one step, in the order in which they came. */
  static List<ServerChange> in(TraceStep step, int number, ServerView server) {
    List<ServerChange> changes = new ArrayList<>();
    life(step.decision(), server.server())
        .ifPresent(
            kind -> changes.add(new ServerChange(number, kind, server, server, Optional.empty())));
    ServerView before = server;
    for (NodeEvent event : step.events()) {
      if (event.node().equals(server.server())) {
        ServerView after = before.with(event.state());
        if (event.kind() == NodeEvent.Kind.REFUSED) {
          changes.add(new ServerChange(number, Kind.REFUSED, before, after, event.message()));
        }
        if (after.promised().isPresent() && !after.promised().equals(before.promised())) {
          changes.add(new ServerChange(number, Kind.PROMISED, before, after, event.message()));
        }
        if (after.accepted().isPresent() && !after.accepted().equals(before.accepted())) {
          changes.add(new ServerChange(number, Kind.ACCEPTED, before, after, event.message()));
        }
        if (!after.fileContents().isEmpty()
            && !after.fileContents().equals(before.fileContents())) {
          changes.add(new ServerChange(number, Kind.WRITTEN, before, after, event.message()));
        }
        before = after;
      }
    }
    return changes;
  }

  private static Optional<Kind> life(Decision decision, ServerId server) {
    return switch (decision) {
      case Decision.Crash crash when crash.server().equals(server) -> Optional.of(Kind.CRASHED);
      case Decision.Recover recover when recover.server().equals(server) ->
          Optional.of(Kind.RECOVERED);
      case Decision.Pause pause when pause.server().equals(server) -> Optional.of(Kind.PAUSED);
      case Decision.Resume resume when resume.server().equals(server) -> Optional.of(Kind.RESUMED);
      default -> Optional.empty();
    };
  }
}
