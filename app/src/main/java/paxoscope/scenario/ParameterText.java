package paxoscope.scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paxoscope.protocol.Value;

/** Reads a parameter, such as {@code {name: X, kind: value, default: "123", label: Value of A}}. */
final class ParameterText {

  /** How many servers a cluster must have so that those beside the parameters have a role too. */
  static final int SERVERS_WITH_ROLES = 5;

  private static final List<String> DERIVED_ROLES = List.of("P", "M", "Q", "R");

  /**
   * A default that depends on others: the lowest round with which a server's number is above
   * another number.
   */
  static final Pattern LOWEST_ABOVE = Pattern.compile("lowest above (\\w+)\\.(\\w+) for (\\w+)");

  private ParameterText() {}

  /**
   * The roles that are not parameters: those of the other servers, in ascending order.
   *
   * @param servers how many servers are parameters
   * @return none if it is none, for then nobody is "another"
   */
  static List<String> derivedRoles(int servers) {
    return servers < 1 || servers > SERVERS_WITH_ROLES
        ? List.of()
        : DERIVED_ROLES.subList(0, SERVERS_WITH_ROLES - servers);
  }

  static Parameter parameter(YamlMap map, List<Parameter> before) {
    String name = map.text("name");
    if (!name.matches("[A-Za-z][A-Za-z0-9]*") || DERIVED_ROLES.contains(name)) {
      throw map.wrongAt(
          "name", "'" + name + "' cannot be a parameter: use letters, and not P, M, Q or R.");
    }
    if (before.stream().anyMatch(parameter -> parameter.name().equalsIgnoreCase(name))) {
      throw map.wrongAt("name", "There is a parameter '" + name + "' already; letter case is one.");
    }
    Parameter.Kind kind =
        switch (map.text("kind")) {
          case "server" -> Parameter.Kind.SERVER;
          case "value" -> Parameter.Kind.VALUE;
          case "number" -> Parameter.Kind.NUMBER;
          case "switch" -> Parameter.Kind.SWITCH;
          default ->
              throw map.wrongAt(
                  "kind",
                  "A kind is server, value, number or switch."
                      + Near.question(
                          map.text("kind"), List.of("server", "value", "number", "switch")));
        };
    Parameter parameter =
        new Parameter(name, kind, map.text("default"), map.optionalText("label").orElse(name));
    requireFitting(map, parameter, before);
    map.requireNothingElse();
    return parameter;
  }

  /** The name that others use for a parameter that may have mistakes. */
  static Optional<String> nameOf(YamlMap map) {
    try {
      return map.optionalText("name");
    } catch (ScenarioException _) {
      return Optional.empty();
    }
  }

  private static void requireFitting(YamlMap map, Parameter parameter, List<Parameter> before) {
    String text = parameter.defaultText();
    switch (parameter.kind()) {
      case SERVER -> {
        if (ServerNumber.in(text).isEmpty()) {
          throw map.wrongAt(
              "default", "The default of a server is S1, S2, ..., not '" + text + "'.");
        }
      }
      case VALUE -> requireValue(map, text);
      case NUMBER -> requireNumber(map, text, before);
      case SWITCH -> {
        if (!text.equals("yes") && !text.equals("no")) {
          throw map.wrongAt("default", "The default of a switch is yes or no.");
        }
      }
    }
  }

  private static void requireValue(YamlMap map, String text) {
    try {
      new Value(text);
    } catch (IllegalArgumentException wrong) {
      throw map.wrongAt("default", wrong.getMessage());
    }
  }

  private static void requireNumber(YamlMap map, String text, List<Parameter> before) {
    Matcher above = LOWEST_ABOVE.matcher(text);
    boolean fits =
        above.matches()
            ? isA(above.group(1), Parameter.Kind.NUMBER, before)
                && isA(above.group(2), Parameter.Kind.SERVER, before)
                && isA(above.group(3), Parameter.Kind.SERVER, before)
            : text.matches("[0-9]{1,9}");
    if (!fits) {
      throw map.wrongAt(
          "default",
          "The default of a number is digits, or 'lowest above ROUND.SERVER for SERVER' with"
              + " parameters that stand before it.");
    }
  }

  private static boolean isA(String name, Parameter.Kind kind, List<Parameter> parameters) {
    return parameters.stream()
        .anyMatch(parameter -> parameter.name().equals(name) && parameter.kind() == kind);
  }
}
