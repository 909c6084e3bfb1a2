package paxoscope.experiment;

import java.util.Optional;
import paxoscope.protocol.ProposalNumber;

/**
 * One duel, as it went on the nodes.
 *
 * @param randomness where the dial stood, in per cent
 * @param repeat which duel at this position, from 1
 * @param seed where its waits came from
 * @param rounds how many rounds it took: each that was overtaken, and the one that got through;
 *     empty if it was given up undecided
 * @param chosen the number of the proposal that got through, if one did
 */
public record Duel(
    int randomness,
    int repeat,
    int seed,
    Optional<Integer> rounds,
    Optional<ProposalNumber> chosen) {}
