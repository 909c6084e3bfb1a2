package paxoscope.trace;

import java.util.Locale;
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
   * The style class that carries the look.
   *
   * @return {@code role-a}, {@code role-b} or {@code role-other}
   */
  public String styleClass() {
    return "role-" + name().toLowerCase(Locale.ROOT);
  }
}
