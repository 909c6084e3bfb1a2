package paxoscope.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/** Fills a scenario's parameters in. */
public final class Arguments {

  private final Scenario scenario;
  private final List<String> addresses;
  private final Map<String, ServerId> roles = new LinkedHashMap<>();
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<String, Boolean> switches = new LinkedHashMap<>();

  private Arguments(Scenario scenario, List<String> addresses) {
    this.scenario = scenario;
    this.addresses = addresses;
  }

  /**
   * Fills the parameters in.
   *
   * @param scenario the scenario
   * @param texts arguments by the name of their parameter, in any letter case; those left out have
   *     their defaults
   * @param addresses {@code host:port} of each server, in ascending order
   * @return the cast
   * @throws IllegalArgumentException with one clear line if an argument is wrong
   */
  public static Cast fill(Scenario scenario, Map<String, String> texts, List<String> addresses) {
    return new Arguments(scenario, addresses).fill(texts);
  }

  private Cast fill(Map<String, String> texts) {
    requireServersForDerivedRoles();
    Map<String, String> given = new LinkedHashMap<>();
    texts.forEach((name, text) -> given.put(parameterNamed(name).name(), text));
    for (Parameter parameter : scenario.parameters()) {
      take(parameter, given.getOrDefault(parameter.name(), parameter.defaultText()));
    }
    Set<ServerId> different = new HashSet<>(roles.values());
    if (different.size() < roles.size()) {
      throw new IllegalArgumentException(
          "The servers "
              + String.join(" and ", roles.keySet())
              + " must differ, but both are "
              + roles.values().iterator().next()
              + ".");
    }
    addDerivedRoles();
    Cast cast = new Cast(new Membership(addresses.size()), roles, values, numbers, switches);
    requireRounds(cast);
    requireRandomness(cast);
    return cast;
  }

  // So that two majorities share just one server, or that a number of servers is a minority.
  private void requireServersForDerivedRoles() {
    long servers =
        scenario.parameters().stream()
            .filter(parameter -> parameter.kind() == Parameter.Kind.SERVER)
            .count();
    boolean derived =
        ScriptStep.withNested(scenario.script())
            .flatMap(ScriptStep::roles)
            .anyMatch(ParameterText.derivedRoles((int) servers)::contains);
    if (derived && addresses.size() != ParameterText.SERVERS_WITH_ROLES) {
      throw new IllegalArgumentException(
          "%s needs five servers, and here are %d: choose five with --servers 5, or in the window under More."
              .formatted(scenario.name(), addresses.size()));
    }
  }

  private void requireRounds(Cast cast) {
    ScriptStep.withNested(scenario.script())
        .filter(step -> cast.holds(step.condition()))
        .flatMap(
            step -> step instanceof ScriptStep.Propose propose ? propose.round().stream() : null)
        .filter(round -> cast.number(round) < 1)
        .findFirst()
        .ifPresent(
            round -> {
              throw new IllegalArgumentException(
                  "%s must be 1 or more, such as %s=3: it is the round of a proposal."
                      .formatted(round, round));
            });
  }

  private void requireRandomness(Cast cast) {
    ScriptStep.withNested(scenario.script())
        .filter(step -> cast.holds(step.condition()))
        .flatMap(step -> step instanceof ScriptStep.Cure cure ? Stream.of(cure) : null)
        .map(ScriptStep.Cure::randomness)
        .filter(share -> cast.number(share) > ScriptStep.Cure.FULL_RANDOMNESS)
        .findFirst()
        .ifPresent(
            share -> {
              throw new IllegalArgumentException(
                  "%s must be 0 to 100, not %d: it is how many per cent of a wait are random."
                      .formatted(share, cast.number(share)));
            });
  }

  private Parameter parameterNamed(String name) {
    return scenario.parameters().stream()
        .filter(parameter -> parameter.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no parameter '%s'; it has: %s."
                        .formatted(
                            scenario.name(),
                            name,
                            String.join(
                                ", ",
                                scenario.parameters().stream().map(Parameter::name).toList()))));
  }

  private void take(Parameter parameter, String text) {
    switch (parameter.kind()) {
      case SERVER -> roles.put(parameter.name(), server(text));
      case VALUE -> values.put(parameter.name(), new Value(text));
      case NUMBER -> numbers.put(parameter.name(), number(parameter, text));
      case SWITCH -> switches.put(parameter.name(), yesOrNo(parameter, text));
    }
  }

  private void addDerivedRoles() {
    if (addresses.size() == ParameterText.SERVERS_WITH_ROLES) {
      List<ServerId> others = new ArrayList<>(new Membership(addresses.size()).servers());
      others.removeAll(roles.values());
      ParameterText.derivedRoles(roles.size())
          .forEach(role -> roles.put(role, others.removeFirst()));
    }
  }

  private ServerId server(String text) {
    List<ServerId> fitting = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      String address = addresses.get(i);
      if (text.equalsIgnoreCase("S" + (i + 1))
          || text.equalsIgnoreCase(address)
          || address.endsWith(":" + text)) {
        fitting.add(new ServerId(i + 1));
      }
    }
    if (fitting.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no server '%s'; the servers are S1 to S%d: %s."
              .formatted(text, addresses.size(), String.join(", ", addresses)));
    }
    if (fitting.size() > 1) {
      throw new IllegalArgumentException(
          "'%s' could be any of %s: name the server as S1 to S%d or as host:port."
              .formatted(text, fitting, addresses.size()));
    }
    return fitting.getFirst();
  }

  private int number(Parameter parameter, String text) {
    Matcher above = ParameterText.LOWEST_ABOVE.matcher(text);
    if (above.matches()) {
      ServerId other = roles.get(above.group(2));
      ServerId self = roles.get(above.group(3));
      int round = numbers.get(above.group(1));
      return self.compareTo(other) > 0 ? round : round + 1;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "%s must be a whole number up to 999999999, not '%s'.".formatted(parameter.name(), text));
    }
    return Integer.parseInt(text);
  }

  private static boolean yesOrNo(Parameter parameter, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on" -> true;
      case "no", "false", "off" -> false;
      default ->
          throw new IllegalArgumentException(
              "%s must be yes or no, not '%s'.".formatted(parameter.name(), text));
    };
  }
}
