package paxoscope.director;

import java.util.Optional;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.TraceStep;

/** Tells what went down by itself from what was meant to. */
public final class Outages {

  private Outages() {}

  /**
   * Which server was lost in a step without anybody here having decided it.
   *
   * @param step a step of a run
   * @return the server; empty if none was lost, or somebody decided it
   */
  public static Optional<ServerId> of(TraceStep step) {
    return step.decision() instanceof Decision.Crash(ServerId server)
            && (step.equals(ObservedSteps.gone(server)) || step.equals(ObservedSteps.died(server)))
        ? Optional.of(server)
        : Optional.empty();
  }
}
