package paxoscope.protocol;

/**
 * A proposal: a number and a value (PMS section 2.2, "a proposal consists of a proposal number and
 * a value").
 *
 * @param number the proposal's number
 * @param value the value proposed under it; one number never carries two values
 */
public record Proposal(ProposalNumber number, Value value) {

  @Override
  public String toString() {
    return number + " = " + value;
  }
}
