package paxoscope.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import paxoscope.scenario.Parameter;
import paxoscope.scenario.Scenario;

/**
 * What can come next in a command that is being typed.
 *
 * @param servers the servers of the cluster
 * @param source the scenarios
 */
public record CommandCompletion(ServerNames servers, ScenarioSource source) {

  private static final List<String> SHARES = List.of("lose=20%", "double=10%", "delay=20%");

  /**
   * Proposes words.
   *
   * @param before the complete words to the left of the one being typed
   * @return words that can stand there; empty where anything can
   */
  public List<String> candidates(List<String> before) {
    if (before.isEmpty()) {
      return commandNames();
    }
    return switch (before.getFirst().toLowerCase(Locale.ROOT)) {
      case "set" -> ofSetValue(before.size());
      case "run" -> ofRun(before);
      case "crash", "recover", "pause", "resume" ->
          before.size() == 1 ? servers.shortNames() : List.of();
      case "cut", "heal" -> ofWire(before);
      case "faults" -> before.size() == 1 ? List.of("seed=7", "off") : SHARES;
      case "experiment" -> ExperimentParser.candidates(before);
      case "save" -> before.size() == 1 ? List.of("scenario") : List.of();
      case "check" -> before.size() == 1 ? scenarioNames() : List.of();
      case "help" -> before.size() == 1 ? commandNames() : List.of();
      case "propose" -> ofPropose(before.size());
      case "deliver" -> ofDeliver(before);
      case "restart", "status", "exit", "quit", "free", "held", "drop", "duplicate", "end" ->
          List.of();
      default -> ofScenario(before);
    };
  }

  private List<String> commandNames() {
    List<String> names = new ArrayList<>(List.of("set"));
    scenarioNames().forEach(names::add);
    names.addAll(List.of("run", "restart", "crash", "recover"));
    names.addAll(NetworkParser.NAMES);
    names.addAll(List.of("experiment", "status", "save", "check", "help", "exit"));
    return names;
  }

  private List<String> ofSetValue(int place) {
    return switch (place) {
      case 1 -> List.of("value");
      case 3 -> List.of("on");
      case 4 -> servers.shortNames();
      default -> List.of();
    };
  }

  private List<String> ofPropose(int place) {
    return switch (place) {
      case 2 -> List.of("on");
      case 3 -> servers.shortNames();
      default -> List.of();
    };
  }

  private List<String> ofWire(List<String> before) {
    List<String> names = new ArrayList<>();
    boolean second = before.size() == 2 && !before.get(1).equalsIgnoreCase("all");
    if (before.size() == 1 || second || before.size() == 3 && before.get(2).equals("-")) {
      names.addAll(servers.shortNames());
    }
    if (before.size() == 1 && before.getFirst().equalsIgnoreCase("heal")) {
      names.add("all");
    }
    if (second) {
      names.add("-");
    }
    return names;
  }

  private List<String> ofDeliver(List<String> before) {
    if (before.size() == 1) {
      return List.of("to", "of", "all");
    }
    boolean to = before.size() == 2 && before.get(1).equalsIgnoreCase("to");
    return to ? servers.shortNames() : List.of();
  }

  private List<String> ofRun(List<String> before) {
    if (before.size() == 1) {
      return scenarioNames();
    }
    return byName(before.get(1))
        .map(scenario -> scenario.parameters().stream().map(CommandCompletion::named).toList())
        .orElse(List.of());
  }

  private List<String> ofScenario(List<String> before) {
    Optional<Scenario> scenario = byName(before.getFirst());
    if (scenario.isEmpty()) {
      return List.of();
    }
    List<Parameter> positional = CommandForms.positional(scenario.get());
    int place = before.size() - 1;
    if (place < positional.size()) {
      return positional.get(place).kind() == Parameter.Kind.SERVER
          ? servers.shortNames()
          : List.of();
    }
    return scenario.get().parameters().stream()
        .filter(parameter -> !positional.contains(parameter))
        .map(CommandCompletion::named)
        .toList();
  }

  private static String named(Parameter parameter) {
    return parameter.name() + "=" + parameter.defaultText();
  }

  private List<String> scenarioNames() {
    return source.scenarios().stream()
        .filter(scenario -> !CommandForms.isSetValue(scenario))
        .map(Scenario::name)
        .toList();
  }

  private Optional<Scenario> byName(String name) {
    return source.scenarios().stream()
        .filter(scenario -> scenario.name().equalsIgnoreCase(name))
        .findFirst();
  }
}
