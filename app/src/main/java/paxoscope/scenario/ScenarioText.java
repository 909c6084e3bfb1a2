package paxoscope.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the text of a scenario, and checks that every name in it is one that it declares. */
public final class ScenarioText {

  /** The version of the format that this program reads and writes. */
  public static final String VERSION = "1";

  private ScenarioText() {}

  /**
   * Reads a scenario.
   *
   * @param text the whole text of its file
   * @return the scenario
   * @throws ScenarioException with line, column and remedy at the first mistake
   */
  public static Scenario parse(String text) {
    YamlMap top = new YamlMap(compose(text), "A scenario");
    if (!VERSION.equals(top.text("paxoscope"))) {
      throw top.wrongAt("paxoscope", "This program reads scenarios of version " + VERSION + ".");
    }
    List<Parameter> parameters = new ArrayList<>();
    for (Node node : top.nodes("parameters")) {
      parameters.add(ParameterText.parameter(new YamlMap(node, "A parameter"), parameters));
    }
    Names names = new Names(parameters);
    List<ReferenceBox> reference = new ArrayList<>();
    for (Node node : top.nodes("reference")) {
      reference.add(ReferenceText.box(new YamlMap(node, "A reference box"), names));
    }
    Scenario scenario =
        new Scenario(
            top.text("name"),
            top.text("title"),
            top.text("story"),
            top.text("lesson"),
            top.optionalText("question"),
            top.yesOrNo("keepsNodes", false),
            List.copyOf(parameters),
            ScriptText.steps(top.nodes("script"), names),
            List.copyOf(reference),
            top.optionalText("followUp"));
    if (scenario.script().isEmpty()) {
      throw top.wrongAt("script", "A scenario needs a 'script' with at least one step.");
    }
    top.requireNothingElse();
    return scenario;
  }

  private static Node compose(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel("scenario").setMaxAliasesForCollections(0).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.orElseThrow(() -> new ScenarioException("line 1, column 1: the file is empty."));
    } catch (MarkedYamlEngineException e) {
      throw new ScenarioException(
          e.getProblemMark()
                  .map(
                      mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                  .orElse("somewhere")
              + ": this is not YAML: "
              + e.getProblem()
              + ".");
    } catch (YamlEngineException e) {
      throw new ScenarioException(
          alias(settings, text)
              .orElse("The text is not YAML: " + e.getMessage().lines().findFirst().orElse("")));
    }
  }

  // An alias can blow a small text up, and is refused without saying where it stands.
  private static Optional<String> alias(LoadSettings settings, String text) {
    for (Event event : new Parse(settings).parseString(text)) {
      if (event.getEventId() == Event.ID.Alias) {
        return event
            .getStartMark()
            .map(
                mark ->
                    "line %d, column %d: a scenario has no aliases ('*name'): write here what it stands for."
                        .formatted(mark.getLine() + 1, mark.getColumn() + 1));
      }
    }
    return Optional.empty();
  }

  /** The names that a script may use. */
  record Names(List<Parameter> parameters) {

    void requireRole(YamlMap map, String entry, String name) {
      List<String> derived = ParameterText.derivedRoles(servers());
      if (!isA(name, Parameter.Kind.SERVER)
          && !derived.contains(name)
          && !name.matches("S[1-9][0-9]?")) {
        throw map.wrongAt(
            entry,
            "'%s' is no server here: use a server parameter, %sor S1 to Sn."
                .formatted(name, derived.isEmpty() ? "" : String.join(", ", derived) + " "));
      }
    }

    void requireNumber(YamlMap map, String entry, String name) {
      String base = name.replaceFirst("\\+[0-9]{1,4}$", "");
      if (!name.matches("[0-9]{1,9}") && !isA(base, Parameter.Kind.NUMBER)) {
        throw map.wrongAt(
            entry,
            "'" + name + "' is no number: write digits, a number parameter, or parameter+1.");
      }
    }

    void requireColumn(YamlMap map, String column) {
      if (!column.matches("t[1-9][0-9]{0,3}")) {
        throw map.wrongAt("column", "A column is t1, t2, ..., not '" + column + "'.");
      }
    }

    /** A number that is 1 or more, if it stands there in digits. */
    void requireCount(YamlMap map, String entry, String name) {
      requireNumber(map, entry, name);
      if (name.matches("0+")) {
        throw map.wrongAt(entry, "'" + entry + "' is 1 or more.");
      }
    }

    void requireOfKind(YamlMap map, String entry, String name, Parameter.Kind kind) {
      if (!isA(name, kind)) {
        throw map.wrongAt(
            entry,
            "'" + name + "' is no parameter of kind " + kind.name().toLowerCase(Locale.ROOT) + ".");
      }
    }

    private int servers() {
      return (int) parameters.stream().filter(one -> one.kind() == Parameter.Kind.SERVER).count();
    }

    private boolean isA(String name, Parameter.Kind kind) {
      return parameters.stream()
          .anyMatch(parameter -> parameter.name().equals(name) && parameter.kind() == kind);
    }
  }
}
