package paxoscope.trace;

import paxoscope.protocol.ProposalNumber;

/**
 * A proposal was stopped between its two phases: before its Accepts came, acceptors had promised a
 * higher number, and so many of them refused that no majority can accept it any more.
 *
 * @param step the step in which that was settled
 * @param number the number of the proposal
 * @param by the higher number that the last of those acceptors had promised
 */
public record Overtaking(int step, ProposalNumber number, ProposalNumber by) {}
