package paxoscope.journal;

import java.util.Optional;
import paxoscope.protocol.Proposal;

/**
 * What a client is told of its proposal.
 *
 * @param ok whether a value is chosen and committed
 * @param chosen the chosen proposal, if ok; its value may be another than the client's
 * @param message one sentence for the client: success, or the reason of the failure
 */
public record ProposeReply(boolean ok, Optional<Proposal> chosen, String message) {}
