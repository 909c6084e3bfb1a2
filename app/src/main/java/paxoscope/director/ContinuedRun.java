package paxoscope.director;

import java.util.Optional;

/**
 * A run that has been brought to a recorded moment and goes on from there.
 *
 * @param run the run, at that moment
 * @param difference where the nodes did not do again what the record says, in one plain sentence
 *     that names the step; the run then stands at that step. Empty if they did
 */
public record ContinuedRun(LiveRun run, Optional<String> difference) {}
