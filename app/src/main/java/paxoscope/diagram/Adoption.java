package paxoscope.diagram;

/**
 * A value that a proposer had to take over from another one (PMS section 2.2, P2c).
 *
 * @param from where the value had been accepted: the acceptor whose promise told of it
 * @param to the first Accept of the proposal that goes on with it
 */
public record Adoption(CallBox from, CallBox to) {}
