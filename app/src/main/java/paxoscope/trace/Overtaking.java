package paxoscope.trace;

import paxoscope.protocol.ProposalNumber;

/**
 * A proposal was stopped between its two phases: before its Accepts came, so many acceptors had
 * promised a higher number that no majority can accept it any more.
 *
 * @param step the step in which that was settled
 * @param number the number of the proposal
 * @param by the highest number that those acceptors had promised
 */
public record Overtaking(int step, ProposalNumber number, ProposalNumber by) {}
