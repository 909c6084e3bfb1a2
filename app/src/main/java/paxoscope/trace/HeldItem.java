package paxoscope.trace;

import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;

/**
 * A message or timer that waits.
 *
 * @param serial the number of its {@link Passage} in this run
 * @param name its name in this run
 * @param content the message or timer
 * @param owner the server whose gate holds it
 * @param gateId the owner's id for it
 * @param orphaned whether its owner has died, has restarted or does not answer since: only a kept
 *     copy can be had
 */
public record HeldItem(
    int serial, ItemName name, Outbound content, ServerId owner, String gateId, boolean orphaned) {

  HeldItem orphan() {
    return new HeldItem(serial, name, content, owner, gateId, true);
  }

  HeldItem inItsGate() {
    return new HeldItem(serial, name, content, owner, gateId, false);
  }
}
