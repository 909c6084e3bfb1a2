package paxoscope.diagram;

import java.util.Optional;
import paxoscope.protocol.ProposalNumber;
import paxoscope.trace.Box;

/**
 * A call that an acceptor has handled or refused, as a box of the diagram.
 *
 * @param box what it says; its column is the one the scenario names, empty text for none
 * @param column where it stands
 * @param step the step of the run in which it happened
 * @param obstacle for a refusal, the promise that stood in the way
 */
public record CallBox(Box box, Column column, int step, Optional<Obstacle> obstacle) {

  /**
   * A promise that stands in the way of a lower number.
   *
   * @param promised the number promised
   * @param column the label of the column in which it was promised; empty text if that is not known
   */
  public record Obstacle(ProposalNumber promised, String column) {}
}
