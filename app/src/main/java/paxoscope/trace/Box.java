package paxoscope.trace;

import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/**
 * One box of the box diagram of the lectures: an acceptor handles a Prepare ({@code P 3.1}) or an
 * Accept ({@code A 3.1 X}), or refuses it.
 *
 * @param column the column, such as {@code t3}
 * @param server whose row it stands in
 * @param phase 1 for Prepare, 2 for Accept
 * @param number the proposal's number
 * @param value the proposal's value; empty text for a Prepare
 * @param refused whether the acceptor refused it
 */
public record Box(
    String column,
    ServerId server,
    int phase,
    ProposalNumber number,
    String value,
    boolean refused) {

  @Override
  public String toString() {
    String text = (phase == 1 ? "P " : "A ") + number + (phase == 1 ? "" : " " + value);
    return column + " " + server + " " + (refused ? "x " : "") + text;
  }
}
