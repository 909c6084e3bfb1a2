package paxoscope.node;

import java.util.Optional;
import paxoscope.journal.ProposeReply;
import paxoscope.protocol.Failure;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.Value;

/** The words that a client reads. */
final class ClientReplies {

  private ClientReplies() {}

  /**
   * A value is chosen.
   *
   * @param wanted what the client asked for
   * @param chosen what was chosen
   * @param committed what this server's own file holds; under another number than the chosen one if
   *     it was told of an earlier proposal
   * @return the answer
   */
  static ProposeReply success(Value wanted, Proposal chosen, Optional<Proposal> committed) {
    return new ProposeReply(true, Optional.of(chosen), text(wanted, chosen, committed));
  }

  private static String text(Value wanted, Proposal chosen, Optional<Proposal> committed) {
    if (committed.isEmpty()) {
      return "Value '%s' is chosen, but this server's own Commit was lost: its file lacks it."
          .formatted(chosen.value());
    }
    String updated = "Value '%s' has been updated and committed.".formatted(chosen.value());
    if (wanted.equals(chosen.value())) {
      return updated;
    }
    // The promises tell that some server had accepted the value, and not whether a majority had:
    // that it was chosen before is known only to a server that was told of an earlier proposal.
    boolean knownBefore = chosen.number().isHigherThan(committed.get().number());
    return updated
        + (knownBefore
                ? " It was already chosen; '%s' is not."
                : " It had been accepted before; '%s' is not chosen.")
            .formatted(wanted);
  }

  /** This server has committed another value than the chosen one. */
  static ProposeReply broken(Proposal chosen, Proposal committed) {
    return broken(
        "Agreement is broken: '%s' (proposal %s) is chosen, but this server has committed '%s' (proposal %s)."
            .formatted(chosen.value(), chosen.number(), committed.value(), committed.number()));
  }

  /** Some server has. */
  static ProposeReply broken(String message) {
    return new ProposeReply(false, Optional.empty(), message);
  }

  static ProposeReply failure(Failure failure) {
    return new ProposeReply(false, Optional.empty(), failure.describe());
  }

  static ProposeReply restarted() {
    return new ProposeReply(false, Optional.empty(), "restarted");
  }
}
