package paxoscope.journal;

import java.util.Optional;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;

/**
 * A message or timer in a node's gate.
 *
 * @param id names it at its node, for as long as the node lives; never given twice
 * @param owner the node whose gate it is in: the one that made the call. For a request that is its
 *     sender, for a reply its receiver
 * @param content the message or timer
 * @param delayMillis how long a timer would wait in an open gate, in milliseconds; empty for
 *     messages
 * @param run the run it belongs to; empty text if the node is in no named run
 * @param incarnation the owner's incarnation
 */
public record Held(
    String id,
    ServerId owner,
    Outbound content,
    Optional<Integer> delayMillis,
    String run,
    int incarnation) {}
