package paxoscope.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import paxoscope.protocol.ServerId;
import paxoscope.trace.RunHeader;

/**
 * Puts servers in the place of the roles that no picture shows. A and B stand beside their servers;
 * who P, M, Q and R are, only the scenario file says.
 */
public final class RoleNames {

  // Not "P 3.1", a Prepare as the lecture's boxes write it.
  private static final Pattern HIDDEN_ROLE = Pattern.compile("\\b[PMQR]\\b(?! (?:[0-9]|n\\b))");

  private RoleNames() {}

  /**
   * Tells a scenario as it was, or will be, played.
   *
   * @param scenario the scenario
   * @param header the run that it made: its servers and parameters
   * @return the same scenario with servers in its story, lesson and question; unchanged where the
   *     parameters do not fit it
   */
  public static Scenario told(Scenario scenario, RunHeader header) {
    return told(scenario, header.parameters(), header.addresses());
  }

  /**
   * The same, before anything is played.
   *
   * @param scenario the scenario
   * @param arguments its parameters by name, as text; those left out have their defaults
   * @param addresses {@code host:port} of each server, in ascending order
   * @return the scenario with servers in its story, lesson and question; unchanged where the
   *     arguments do not fit it
   */
  public static Scenario told(
      Scenario scenario, Map<String, String> arguments, List<String> addresses) {
    Map<String, ServerId> roles;
    try {
      roles = Arguments.fill(scenario, arguments, addresses).roles();
    } catch (IllegalArgumentException _) {
      // Of a file that has changed since, or a cluster of another size: then the roles must do.
      return scenario;
    }
    return new Scenario(
        scenario.name(),
        scenario.title(),
        in(scenario.story(), roles),
        in(scenario.lesson(), roles),
        scenario.question().map(question -> in(question, roles)),
        scenario.keepsNodes(),
        scenario.parameters(),
        scenario.script(),
        scenario.reference(),
        scenario.followUp());
  }

  static String in(String text, Map<String, ServerId> roles) {
    return HIDDEN_ROLE
        .matcher(text)
        .replaceAll(
            role ->
                Optional.ofNullable(roles.get(role.group()))
                    .map(ServerId::toString)
                    .orElse(role.group()));
  }
}
