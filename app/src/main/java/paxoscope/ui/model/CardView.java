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
 * @param proposer whether it is called a proposer
 * @param promisedChanged whether the last step changed the promise
 * @param acceptedChanged whether the last step changed what is accepted
 * @param fileChanged whether the last step changed the file
 * @param refusing whether the server refused a message in the last step
 * @param silent whether it is down only in that it does not answer: nobody here knows more
 */
public record CardView(
    ServerView server,
    Role role,
    boolean proposer,
    boolean promisedChanged,
    boolean acceptedChanged,
    boolean fileChanged,
    boolean refusing,
    boolean silent) {

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
    List<NodeEvent> events = cursor == 0 ? List.of() : trace.step(cursor).events();
    return now.stream()
        .map(view -> of(trace, cursor, view, before.get(view.server().number() - 1), events))
        .toList();
  }

  private static CardView of(
      Trace trace, int cursor, ServerView now, ServerView before, List<NodeEvent> events) {
    return new CardView(
        now,
        Role.of(now.server(), trace.header()),
        Role.isProposer(trace, now.server(), cursor),
        !now.promised().equals(before.promised()),
        !now.accepted().equals(before.accepted()),
        !now.fileContents().equals(before.fileContents()),
        events.stream()
            .anyMatch(
                event ->
                    event.kind() == NodeEvent.Kind.REFUSED && event.node().equals(now.server())),
        isSilent(trace, now));
  }

  /** Whether a server is down only in that it does not answer. */
  static boolean isSilent(Trace trace, ServerView server) {
    return server.downSince() > 0
        && trace.step(server.downSince()).outcome() == TraceStep.Outcome.UNKNOWN;
  }

  /**
   * The number that the server had promised before the present one.
   *
   * @return the number; empty if there is none, or no present one
   */
  public Optional<ProposalNumber> promisedBefore() {
    return server.promised().flatMap(_ -> server.promisedBefore());
  }
}
