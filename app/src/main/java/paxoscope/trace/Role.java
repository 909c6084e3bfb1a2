package paxoscope.trace;

import java.util.List;
import java.util.Locale;
import paxoscope.journal.NodeEvent;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/** Whose proposal something belongs to: decides its look, never its meaning alone. */
public enum Role {
  /** Proposer A: blue, solid. */
  A,
  /** Proposer B: orange, hatched or dashed. */
  B,
  /** Any other server's proposal. */
  OTHER;

  /**
   * The role of a server in a run.
   *
   * @param server any server
   * @param header the run
   * @return its role
   */
  public static Role of(ServerId server, RunHeader header) {
    if (header.proposerA().filter(server::equals).isPresent()) {
      return A;
    }
    return header.proposerB().filter(server::equals).isPresent() ? B : OTHER;
  }

  /**
   * The role of the proposer that made a number.
   *
   * @param number a proposal's number
   * @param header the run
   * @return its role
   */
  public static Role of(ProposalNumber number, RunHeader header) {
    return of(number.server(), header);
  }

  /**
   * Whether a server is called a proposer: whoever has that part in a scenario from its beginning
   * on, and anybody else once a client has asked it, until it crashes.
   *
   * @param trace the run
   * @param server a server
   * @param cursor the moment
   * @return false for one that is an acceptor only
   */
  public static boolean isProposer(Trace trace, ServerId server, int cursor) {
    boolean cast = !trace.header().isFree() && of(server, trace.header()) != OTHER;
    return cast || asked(trace, server, cursor);
  }

  // What it was proposing when it crashed is gone.
  private static boolean asked(Trace trace, ServerId server, int cursor) {
    List<Integer> proposals = trace.stepsWith(server, NodeEvent.Kind.PROPOSED, cursor);
    List<Integer> starts = trace.stepsWith(server, NodeEvent.Kind.STARTED, cursor);
    return !proposals.isEmpty() && (starts.isEmpty() || starts.getLast() < proposals.getLast());
  }

  /**
   * The style class that carries the look.
   *
   * @return {@code role-a}, {@code role-b} or {@code role-other}
   */
  public String styleClass() {
    return "role-" + name().toLowerCase(Locale.ROOT);
  }
}
