package paxoscope.trace;

import java.util.Optional;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.Timer;

/** Which proposal a message tells of beside its own. */
public final class Mentions {

  private Mentions() {}

  /**
   * The other proposal.
   *
   * @param item a message or timer
   * @return the number that a promise tells was accepted, or that a refusal tells was promised;
   *     empty for others
   */
  public static Optional<ProposalNumber> in(Outbound item) {
    return switch (item) {
      case Message.Promise promise -> promise.accepted().map(Proposal::number);
      case Message.Nack nack -> Optional.of(nack.promised());
      case Message.Request _, Message.Accepted _, Timer _ -> Optional.empty();
    };
  }
}
