package paxoscope.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.nodes.Node;
import paxoscope.scenario.ScriptStep.Condition;

/** Reads the steps of a script. */
final class ScriptText {

  private static final String KNOWN =
      "propose, prepare, accept, commit, replies, retry, timeout, lose, double, crash, recover,"
          + " deliver, fire, drop, duplicate, repeat, cure, finish";

  private ScriptText() {}

  static List<ScriptStep> steps(List<Node> nodes, ScenarioText.Names names) {
    List<ScriptStep> steps = new ArrayList<>();
    for (Node node : nodes) {
      YamlMap map = new YamlMap(node, "A step");
      steps.add(step(map, names));
      map.requireNothingElse();
    }
    return List.copyOf(steps);
  }

  private static ScriptStep step(YamlMap map, ScenarioText.Names names) {
    Condition condition = condition(map, names);
    String caption = map.optionalText("caption").orElse("");
    if (map.has("propose")) {
      return propose(map, names, caption, condition);
    }
    for (ScriptStep.Requests.Kind kind : ScriptStep.Requests.Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      if (map.has(name)) {
        return new ScriptStep.Requests(
            kind,
            role(map, name, names),
            roles(map, "to", names),
            column(map, names),
            map.yesOrNo("replies", true),
            caption,
            condition);
      }
    }
    if (map.has("replies")) {
      return new ScriptStep.Replies(
          role(map, "replies", names), roles(map, "from", names), caption, condition);
    }
    if (map.has("retry")) {
      return new ScriptStep.Wait(true, role(map, "retry", names), caption, condition);
    }
    if (map.has("timeout")) {
      return new ScriptStep.Wait(false, role(map, "timeout", names), caption, condition);
    }
    if (map.has("lose")) {
      return new ScriptStep.Mishap(
          true, role(map, "lose", names), roles(map, "to", names), caption, condition);
    }
    if (map.has("double")) {
      return new ScriptStep.Mishap(
          false, role(map, "double", names), roles(map, "to", names), caption, condition);
    }
    if (map.has("crash")) {
      return new ScriptStep.Life(true, role(map, "crash", names), caption, condition);
    }
    if (map.has("recover")) {
      return new ScriptStep.Life(false, role(map, "recover", names), caption, condition);
    }
    return SingleText.step(map, names, caption, condition)
        .orElseGet(() -> block(map, names, condition));
  }

  private static ScriptStep block(YamlMap map, ScenarioText.Names names, Condition condition) {
    if (map.has("repeat")) {
      String times = map.text("repeat");
      names.requireNumber(map, "repeat", times);
      return new ScriptStep.Repeat(times, steps(map.nodes("steps"), names), condition);
    }
    if (map.has("cure")) {
      return cure(map, names, condition);
    }
    if (map.has("finish")) {
      map.text("finish");
      return new ScriptStep.Finish(condition);
    }
    throw map.wrong("This is no step; a step is one of: " + KNOWN + ".");
  }

  private static ScriptStep propose(
      YamlMap map, ScenarioText.Names names, String caption, Condition condition) {
    String value = map.text("value");
    names.requireOfKind(map, "value", value, Parameter.Kind.VALUE);
    map.optionalText("round").ifPresent(round -> names.requireCount(map, "round", round));
    String attempts = map.optionalText("attempts").orElse("10");
    if (!attempts.equals("unlimited")) {
      names.requireCount(map, "attempts", attempts);
    }
    return new ScriptStep.Propose(
        role(map, "propose", names),
        value,
        roles(map, "ask", names),
        map.optionalText("round"),
        attempts,
        caption,
        condition);
  }

  private static ScriptStep cure(YamlMap map, ScenarioText.Names names, Condition condition) {
    List<String> proposers = roles(map, "cure", names);
    List<List<String>> quorums = new ArrayList<>();
    for (Node node : map.nodes("ask")) {
      quorums.add(YamlMap.textsOf(node, "ask"));
    }
    if (proposers.size() != 2 || quorums.size() != 2) {
      throw map.wrongAt("cure", "A cure needs two proposers, and in 'ask' two lists of servers.");
    }
    quorums.forEach(list -> list.forEach(name -> names.requireRole(map, "ask", name)));
    String seed = map.text("seed");
    names.requireNumber(map, "seed", seed);
    return new ScriptStep.Cure(proposers, List.copyOf(quorums), seed, condition);
  }

  static Condition condition(YamlMap map, ScenarioText.Names names) {
    if (map.has("when")) {
      names.requireOfKind(map, "when", map.text("when"), Parameter.Kind.SWITCH);
      return new Condition(map.text("when"), true);
    }
    if (map.has("unless")) {
      names.requireOfKind(map, "unless", map.text("unless"), Parameter.Kind.SWITCH);
      return new Condition(map.text("unless"), false);
    }
    return Condition.ALWAYS;
  }

  private static String column(YamlMap map, ScenarioText.Names names) {
    String column = map.optionalText("column").orElse("");
    if (!column.isEmpty() && !column.equals(ScriptStep.NEXT_COLUMN)) {
      names.requireColumn(map, column);
    }
    return column;
  }

  static String role(YamlMap map, String entry, ScenarioText.Names names) {
    String name = map.text(entry);
    names.requireRole(map, entry, name);
    return name;
  }

  private static List<String> roles(YamlMap map, String entry, ScenarioText.Names names) {
    List<String> roles = map.texts(entry);
    roles.forEach(name -> names.requireRole(map, entry, name));
    return roles;
  }
}
