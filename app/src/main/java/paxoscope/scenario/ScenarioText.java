package paxoscope.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static final Set<String> ENTRIES = Set.of("paxoscope", "name", "title", "script");

  private final Mistakes mistakes = new Mistakes();
  private final ReadScenario.Places places = new ReadScenario.Places();

  private ScenarioText() {}

  /**
   * Reads a scenario.
   *
   * @param text the whole text of its file
   * @return the scenario
   * @throws ScenarioException with line, column and remedy at the first mistake
   */
  public static Scenario parse(String text) {
    ReadScenario read = read(text);
    return read.scenario().orElseThrow(() -> new ScenarioException(read.mistakes().getFirst()));
  }

  /**
   * Reads a scenario, or finds all that is wrong with it.
   *
   * @param text the whole text of its file
   * @return the scenario, or its mistakes
   */
  public static ReadScenario read(String text) {
    ScenarioText reader = new ScenarioText();
    Optional<Scenario> scenario =
        reader.mistakes.attempt(
            () -> reader.scenario(new YamlMap(compose(text), "A scenario", reader.mistakes)));
    List<Mistake> found = reader.mistakes.inOrder();
    return new ReadScenario(scenario.filter(_ -> found.isEmpty()), found, reader.places);
  }

  private Scenario scenario(YamlMap top) {
    if (top.entryNames().stream().noneMatch(ENTRIES::contains)) {
      throw top.wrong(
          "this is no scenario, for one has a line 'paxoscope: 1', a name and a script.");
    }
    String version = mistakes.attempt(() -> top.text("paxoscope")).orElse(VERSION);
    if (!VERSION.equals(version)) {
      throw top.wrongAt("paxoscope", "This program reads scenarios of version " + VERSION + ".");
    }
    Names names = names(top);
    List<ReferenceBox> reference = new ArrayList<>();
    for (Node node : nodes(top, "reference")) {
      mistakes
          .attempt(() -> ReferenceText.box(new YamlMap(node, "A reference box", mistakes), names))
          .ifPresent(box -> reference.add(places.put(box, Mistakes.placeOf(node))));
    }
    List<Node> steps = nodes(top, "script");
    Scenario scenario =
        new Scenario(
            text(top, "name"),
            text(top, "title"),
            text(top, "story"),
            text(top, "lesson"),
            mistakes.attempt(() -> top.optionalText("question")).orElse(Optional.empty()),
            mistakes.attempt(() -> top.yesOrNo("keepsNodes", false)).orElse(false),
            names.parameters(),
            new ScriptText(names, places).steps(steps),
            List.copyOf(reference),
            mistakes.attempt(() -> top.optionalText("followUp")).orElse(Optional.empty()));
    if (steps.isEmpty() && mistakes.inOrder().isEmpty()) {
      mistakes.add(top.at("script"), "A scenario needs a 'script' with at least one step.");
    }
    top.requireNothingElse();
    return scenario;
  }

  private Names names(YamlMap top) {
    List<Parameter> parameters = new ArrayList<>();
    Set<String> broken = new HashSet<>();
    Optional<List<Node>> nodes = mistakes.attempt(() -> top.nodes("parameters"));
    boolean unsure = nodes.isEmpty();
    for (Node node : nodes.orElse(List.of())) {
      Optional<YamlMap> map = mistakes.attempt(() -> new YamlMap(node, "A parameter", mistakes));
      Optional<Parameter> parameter =
          map.flatMap(one -> mistakes.attempt(() -> ParameterText.parameter(one, parameters)));
      parameter.ifPresent(
          one -> parameters.add(places.put(one, Mistakes.placeOf(map.get().at("default")))));
      Optional<String> name = map.flatMap(ParameterText::nameOf);
      if (parameter.isEmpty()) {
        name.ifPresent(broken::add);
        unsure |= name.isEmpty();
      }
    }
    return new Names(List.copyOf(parameters), Set.copyOf(broken), unsure, mistakes, places);
  }

  private String text(YamlMap top, String name) {
    return mistakes.attempt(() -> top.text(name)).orElse("");
  }

  private List<Node> nodes(YamlMap top, String name) {
    return mistakes.attempt(() -> top.nodes(name)).orElse(List.of());
  }

  private static Node compose(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel("scenario").setMaxAliasesForCollections(0).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.orElseThrow(() -> wrong(Place.BEGIN, "the file is empty."));
    } catch (MarkedYamlEngineException e) {
      throw wrong(
          e.getProblemMark().map(Mistakes::placeOf).orElse(Place.BEGIN),
          "this is not YAML: "
              + e.getProblem()
              + "; look at the indentation, the colons, brackets and quotes here and just before.");
    } catch (YamlEngineException e) {
      throw alias(settings, text)
          .orElseGet(
              () ->
                  wrong(
                      Place.BEGIN,
                      "this is not YAML: " + e.getMessage().lines().findFirst().orElse("") + "."));
    }
  }

  private static ScenarioException wrong(Place place, String what) {
    return new ScenarioException(new Mistake(place, what));
  }

  // An alias can blow a small text up, and is refused without saying where it stands.
  private static Optional<ScenarioException> alias(LoadSettings settings, String text) {
    for (Event event : new Parse(settings).parseString(text)) {
      if (event.getEventId() == Event.ID.Alias) {
        return event
            .getStartMark()
            .map(
                mark ->
                    wrong(
                        Mistakes.placeOf(mark),
                        "a scenario has no aliases ('*name'): write here what it stands for."));
      }
    }
    return Optional.empty();
  }
}
