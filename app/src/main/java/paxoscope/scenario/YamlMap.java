package paxoscope.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML text that knows where it stands, so that every complaint names line and
 * column. Each entry must be asked for: what is left over at the end is a mistake of the writer.
 */
final class YamlMap {

  private final Node self;
  private final Mistakes mistakes;
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Map<String, Node> names = new LinkedHashMap<>();
  private final List<String> known = new ArrayList<>();

  YamlMap(Node node, String what, Mistakes mistakes) {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, what + " must be a list of 'name: value' lines.");
    }
    this.self = node;
    this.mistakes = mistakes;
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw wrong(tuple.getKeyNode(), "A name must be plain text.");
      }
      if (entries.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        mistakes.add(key, "'" + key.getValue() + "' stands here twice; remove one.");
      }
      names.putIfAbsent(key.getValue(), key);
    }
  }

  /** A complaint about a place in the text, after which the part cannot be read further. */
  static ScenarioException wrong(Node node, String what) {
    return new ScenarioException(new Mistake(Mistakes.placeOf(node), what));
  }

  ScenarioException wrong(String what) {
    return wrong(self, what);
  }

  /** A complaint about the value of an entry, after which the part cannot be read further. */
  ScenarioException wrongAt(String name, String what) {
    return wrong(at(name), what);
  }

  /** The value of an entry; the whole, if there is none. */
  Node at(String name) {
    return entries.getOrDefault(name, self);
  }

  Place place() {
    return Mistakes.placeOf(self);
  }

  Mistakes mistakes() {
    return mistakes;
  }

  List<String> entryNames() {
    return List.copyOf(entries.keySet());
  }

  /** Whether there is such an entry; what is not there is not offered to the writer either. */
  boolean has(String name) {
    boolean there = entries.containsKey(name);
    if (there) {
      known.add(name);
    }
    return there;
  }

  /** Says that an entry may stand here. */
  void allow(String name) {
    known.add(name);
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  private ScenarioException missing(String name) {
    Optional<String> misspelt =
        Near.to(name, entries.keySet().stream().filter(entry -> !known.contains(entry)).toList());
    misspelt.ifPresent(known::add);
    return misspelt
        .map(
            entry ->
                wrong(
                    names.get(entry),
                    "'" + entry + "' is not known here; did you mean '" + name + "'?"))
        .orElseGet(() -> wrong("'" + name + "' is missing; add a line '" + name + ": ...'."));
  }

  Optional<String> optionalText(String name) {
    known.add(name);
    return Optional.ofNullable(entries.get(name)).map(node -> scalar(node, name));
  }

  private static String scalar(Node node, String name) {
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong(
          node,
          node instanceof SequenceNode
              ? "'" + name + "' must be a text, not a list: write one of them."
              : "'" + name + "' must be a text.");
    }
    // Whoever writes quotes means what is in them: a value may begin or end with a space.
    return scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
        ? scalar.getValue()
        : scalar.getValue().strip();
  }

  boolean yesOrNo(String name, boolean whenAbsent) {
    Optional<String> text = optionalText(name);
    if (text.isEmpty()) {
      return whenAbsent;
    }
    return switch (text.get()) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw wrongAt(name, "'" + name + "' must be yes or no.");
    };
  }

  /** A list of texts; a single text counts as a list of one, {@code all} as an empty list. */
  List<Node> textNodes(String name) {
    known.add(name);
    Node node = entries.get(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof ScalarNode scalar) {
      return "all".equals(scalar.getValue()) ? List.of() : List.of(scalar);
    }
    return items(node, name);
  }

  static String textOf(Node node, String name) {
    return scalar(node, name);
  }

  List<Node> nodes(String name) {
    known.add(name);
    Node node = entries.get(name);
    return node == null ? List.of() : items(node, name);
  }

  static List<Node> items(Node node, String name) {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong(node, "'" + name + "' must be a list: lines that begin with '-', or [a, b].");
    }
    return sequence.getValue();
  }

  /** Call last: complains about the entries that nobody has asked for. */
  void requireNothingElse() {
    List<String> possible = known.stream().distinct().toList();
    for (String name : entries.keySet()) {
      if (!known.contains(name)) {
        mistakes.add(
            names.get(name),
            "'%s' is not known here; known are: %s.%s"
                .formatted(name, String.join(", ", possible), Near.question(name, possible)));
      }
    }
  }

  /** The name of an entry, as it stands in the text. */
  Node nameNode(String name) {
    return names.get(name);
  }
}
