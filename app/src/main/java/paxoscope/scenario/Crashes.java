package paxoscope.scenario;

import java.util.Set;
import java.util.stream.Collectors;
import paxoscope.protocol.ServerId;
import paxoscope.trace.RunHeader;

/** The servers that a scenario kills as a part of its story. */
public final class Crashes {

  private Crashes() {}

  /**
   * Finds them.
   *
   * @param scenario the scenario
   * @param run a run of it, for who plays which role
   * @return the servers that the script kills somewhere; none where the run's parameters do not fit
   *     it
   */
  public static Set<ServerId> of(Scenario scenario, RunHeader run) {
    Cast cast;
    try {
      cast = Arguments.fill(scenario, run.parameters(), run.addresses());
    } catch (IllegalArgumentException _) {
      // Of a file that has changed since.
      return Set.of();
    }
    return ScriptStep.withNested(scenario.script())
        .filter(ScriptStep.Life.class::isInstance)
        .map(ScriptStep.Life.class::cast)
        .filter(step -> step.crash() && cast.holds(step.condition()))
        .map(step -> cast.server(step.server()))
        .collect(Collectors.toSet());
  }
}
