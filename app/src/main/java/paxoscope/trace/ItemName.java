package paxoscope.trace;

import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;

/**
 * Names a message or timer in a way that is the same on every replay, which a gate's ids are not.
 *
 * @param kind what it is
 * @param from who sends it
 * @param to who handles it
 * @param number the proposal it is about
 * @param occurrence which one of those with the same other four, in the order in which they entered
 *     a gate in this run, from 1
 */
public record ItemName(
    Outbound.Kind kind, ServerId from, ServerId to, ProposalNumber number, int occurrence) {

  @Override
  public String toString() {
    String text = kind + " " + number + " " + from + " > " + to;
    return occurrence == 1 ? text : text + " #" + occurrence;
  }
}
