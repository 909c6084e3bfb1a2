package paxoscope.ui.model;

import java.util.List;
import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.ProposalNumber;
import paxoscope.trace.Role;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;
import paxoscope.trace.TraceStep;

/**
 * What a server's card shows at one moment.
 *
 * @param server the server then
 * @param role whose part it plays
 * @param promisedBefore the number it had promised before the present one
 * @param promisedChanged whether the last step changed the promise
 * @param acceptedChanged whether the last step changed what is accepted
 * @param fileChanged whether the last step changed the file
 * @param refusing whether the server refused a message in the last step
 */
public record CardView(
    ServerView server,
    Role role,
    Optional<ProposalNumber> promisedBefore,
    boolean promisedChanged,
    boolean acceptedChanged,
    boolean fileChanged,
    boolean refusing) {

  private static final int FARTHEST_BACK = 500;

  /**
   * The cards of all servers.
   *
   * @param trace the run
   * @param cursor the moment, 0 to the size of the run
   * @return one view for each server, in ascending order
   */
  public static List<CardView> of(Trace trace, int cursor) {
    List<ServerView> now = trace.at(cursor).servers();
    List<ServerView> before = trace.at(Math.max(0, cursor - 1)).servers();
    List<TraceStep> steps = trace.steps().subList(0, cursor);
    return now.stream()
        .map(view -> of(trace, steps, view, before.get(view.server().number() - 1)))
        .toList();
  }

  private static CardView of(
      Trace trace, List<TraceStep> steps, ServerView now, ServerView before) {
    return new CardView(
        now,
        Role.of(now.server(), trace.header()),
        promisedBefore(steps, now),
        !now.promised().equals(before.promised()),
        !now.accepted().equals(before.accepted()),
        !now.fileContents().equals(before.fileContents()),
        !steps.isEmpty() && refuses(steps.getLast(), now));
  }

  private static boolean refuses(TraceStep step, ServerView view) {
    return step.events().stream()
        .anyMatch(
            event -> event.kind() == NodeEvent.Kind.REFUSED && event.node().equals(view.server()));
  }

  private static Optional<ProposalNumber> promisedBefore(List<TraceStep> steps, ServerView now) {
    if (now.promised().isEmpty()) {
      return Optional.empty();
    }
    int oldest = Math.max(0, steps.size() - FARTHEST_BACK);
    for (TraceStep step : steps.subList(oldest, steps.size()).reversed()) {
      for (NodeEvent event : step.events().reversed()) {
        if (!event.node().equals(now.server())) {
          continue;
        }
        if (event.kind() == NodeEvent.Kind.RESTARTED) {
          return Optional.empty();
        }
        if (!event.state().promised().equals(now.promised())) {
          return event.state().promised();
        }
      }
    }
    return Optional.empty();
  }
}
