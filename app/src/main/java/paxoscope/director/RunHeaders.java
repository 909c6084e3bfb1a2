package paxoscope.director;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Cast;
import paxoscope.scenario.Scenario;
import paxoscope.trace.RunHeader;

/**
 * What is fixed for the runs of one cluster.
 *
 * @param ports the TCP port of each server, in ascending order of the servers
 */
record RunHeaders(List<Integer> ports) {

  private static final String FREE_TITLE = "You are the network";

  /** Nobody plays anything. */
  RunHeader empty(String run) {
    return new RunHeader(run, "", "", Map.of(), Optional.empty(), Optional.empty(), ports);
  }

  /** Somebody is the network. */
  RunHeader free(String run, ServerId a, ServerId b) {
    return new RunHeader(
        run,
        RunHeader.FREE_PLAY,
        FREE_TITLE,
        Map.of("A", a.toString(), "B", b.toString()),
        Optional.of(a),
        Optional.of(b),
        ports);
  }

  /** A scenario is played. */
  RunHeader of(String run, Scenario scenario, Cast cast) {
    Map<String, String> parameters = new LinkedHashMap<>();
    scenario
        .parameters()
        .forEach(parameter -> parameters.put(parameter.name(), text(cast, parameter.name())));
    return new RunHeader(
        run,
        scenario.name(),
        scenario.title(),
        parameters,
        Optional.ofNullable(cast.roles().get("A")),
        Optional.ofNullable(cast.roles().get("B")),
        ports,
        cast.reference(scenario));
  }

  private static String text(Cast cast, String name) {
    if (cast.roles().containsKey(name)) {
      return cast.roles().get(name).toString();
    }
    if (cast.values().containsKey(name)) {
      return cast.values().get(name).text();
    }
    return cast.numbers().containsKey(name)
        ? cast.numbers().get(name).toString()
        : cast.switches().get(name) ? "yes" : "no";
  }
}
