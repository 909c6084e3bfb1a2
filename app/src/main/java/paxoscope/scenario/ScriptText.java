package paxoscope.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import paxoscope.scenario.ScriptStep.Condition;

/** Reads the steps of a script. */
final class ScriptText {

  private static final String KNOWN =
      "propose, prepare, accept, commit, replies, retry, timeout, lose, double, crash, recover,"
          + " pause, resume, cut, heal, deliver, fire, drop, duplicate, repeat, cure, finish";

  private final Names names;
  private final ReadScenario.Places places;

  ScriptText(Names names, ReadScenario.Places places) {
    this.names = names;
    this.places = places;
  }

  List<ScriptStep> steps(List<Node> nodes) {
    List<ScriptStep> steps = new ArrayList<>();
    for (Node node : nodes) {
      names.mistakes().attempt(() -> step(node)).ifPresent(steps::add);
    }
    return List.copyOf(steps);
  }

  private ScriptStep step(Node node) {
    YamlMap map = new YamlMap(node, "A step", names.mistakes());
    ScriptStep step = places.put(step(map), map.place());
    map.requireNothingElse();
    return step;
  }

  private ScriptStep step(YamlMap map) {
    Condition condition = condition(map, names);
    String caption = map.optionalText("caption").orElse("");
    if (map.has("propose")) {
      return propose(map, caption, condition);
    }
    for (ScriptStep.Requests.Kind kind : ScriptStep.Requests.Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      if (map.has(name)) {
        return new ScriptStep.Requests(
            kind,
            role(map, name),
            roles(map, "to"),
            column(map),
            map.yesOrNo("replies", true),
            caption,
            condition);
      }
    }
    if (map.has("replies")) {
      return new ScriptStep.Replies(role(map, "replies"), roles(map, "from"), caption, condition);
    }
    if (map.has("retry")) {
      return new ScriptStep.Wait(true, role(map, "retry"), caption, condition);
    }
    if (map.has("timeout")) {
      return new ScriptStep.Wait(false, role(map, "timeout"), caption, condition);
    }
    if (map.has("lose")) {
      return new ScriptStep.Mishap(true, role(map, "lose"), roles(map, "to"), caption, condition);
    }
    if (map.has("double")) {
      return new ScriptStep.Mishap(
          false, role(map, "double"), roles(map, "to"), caption, condition);
    }
    if (map.has("crash")) {
      return new ScriptStep.Life(true, role(map, "crash"), caption, condition);
    }
    if (map.has("recover")) {
      return new ScriptStep.Life(false, role(map, "recover"), caption, condition);
    }
    for (String entry : List.of("pause", "resume")) {
      if (map.has(entry)) {
        return new ScriptStep.Halt(entry.equals("pause"), role(map, entry), caption, condition);
      }
    }
    for (String entry : List.of("cut", "heal")) {
      if (map.has(entry)) {
        return wire(map, entry, caption, condition);
      }
    }
    return SingleText.step(map, names, caption, condition).orElseGet(() -> block(map, condition));
  }

  private ScriptStep wire(YamlMap map, String entry, String caption, Condition condition) {
    String from = role(map, entry);
    String to = role(map, "to");
    if (from.equals(to)) {
      throw map.wrongAt("to", "A link joins two servers: name another one than " + from + ".");
    }
    return new ScriptStep.Wire(entry.equals("cut"), from, to, caption, condition);
  }

  private ScriptStep block(YamlMap map, Condition condition) {
    if (map.has("repeat")) {
      String times = map.text("repeat");
      names.requireNumber(map.at("repeat"), times);
      return new ScriptStep.Repeat(times, steps(map.nodes("steps")), condition);
    }
    if (map.has("cure")) {
      return cure(map, condition);
    }
    if (map.has("finish")) {
      if (!map.text("finish").equals("all")) {
        throw map.wrongAt("finish", "All that waits is delivered in the end: write finish: all.");
      }
      return new ScriptStep.Finish(condition);
    }
    List<String> known = List.of(KNOWN.split(", "));
    for (String entry : map.entryNames()) {
      Optional<String> meant = Near.to(entry, known);
      if (meant.isPresent()) {
        throw YamlMap.wrong(
            map.nameNode(entry),
            "'%s' is no step; a step is one of: %s. Did you mean %s?"
                .formatted(entry, KNOWN, meant.get()));
      }
    }
    throw map.wrong("This is no step; a step is one of: " + KNOWN + ".");
  }

  private ScriptStep propose(YamlMap map, String caption, Condition condition) {
    String value = map.text("value");
    names.requireOfKind(map.at("value"), value, Parameter.Kind.VALUE);
    map.optionalText("round")
        .ifPresent(round -> names.requireCount(map.at("round"), "round", round));
    String attempts = map.optionalText("attempts").orElse("10");
    if (!attempts.equals("unlimited")) {
      names.requireCount(map.at("attempts"), "attempts", attempts);
    }
    return new ScriptStep.Propose(
        role(map, "propose"),
        value,
        roles(map, "ask"),
        map.optionalText("round"),
        attempts,
        caption,
        condition);
  }

  private ScriptStep cure(YamlMap map, Condition condition) {
    List<String> proposers = roles(map, "cure");
    List<List<String>> quorums = new ArrayList<>();
    for (Node node : map.nodes("ask")) {
      quorums.add(roles(YamlMap.items(node, "ask"), "ask"));
    }
    if (proposers.size() != 2 || quorums.size() != 2) {
      throw map.wrongAt("cure", "A cure needs two proposers, and in 'ask' two lists of servers.");
    }
    if (proposers.getFirst().equals(proposers.getLast())) {
      throw map.wrongAt("cure", "A cure needs two different proposers, such as: cure: [A, B].");
    }
    String seed = map.text("seed");
    names.requireNumber(map.at("seed"), seed);
    String randomness =
        map.optionalText("randomness").orElse(Integer.toString(ScriptStep.Cure.FULL_RANDOMNESS));
    if (map.has("randomness")) {
      names.requireNumber(map.at("randomness"), randomness);
    }
    return new ScriptStep.Cure(proposers, List.copyOf(quorums), seed, randomness, condition);
  }

  static Condition condition(YamlMap map, Names names) {
    map.allow("when");
    map.allow("unless");
    if (map.has("when")) {
      names.requireOfKind(map.at("when"), map.text("when"), Parameter.Kind.SWITCH);
      return new Condition(map.text("when"), true);
    }
    if (map.has("unless")) {
      names.requireOfKind(map.at("unless"), map.text("unless"), Parameter.Kind.SWITCH);
      return new Condition(map.text("unless"), false);
    }
    return Condition.ALWAYS;
  }

  private String column(YamlMap map) {
    String column = map.optionalText("column").orElse("");
    if (!column.isEmpty() && !column.equals(ScriptStep.NEXT_COLUMN)) {
      names.requireColumn(map.at("column"), column);
    }
    return column;
  }

  private String role(YamlMap map, String entry) {
    String name = map.text(entry);
    names.requireRole(map.at(entry), name);
    return name;
  }

  private List<String> roles(YamlMap map, String entry) {
    return roles(map.textNodes(entry), entry);
  }

  private List<String> roles(List<Node> nodes, String entry) {
    List<String> roles = new ArrayList<>();
    for (Node node : nodes) {
      String name = YamlMap.textOf(node, entry);
      names.requireRole(node, name);
      roles.add(name);
    }
    return List.copyOf(roles);
  }
}
