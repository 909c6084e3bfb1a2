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
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Map<String, Node> names = new LinkedHashMap<>();
  private final List<String> known = new ArrayList<>();

  YamlMap(Node node, String what) {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, what + " must be a list of 'name: value' lines.");
    }
    self = node;
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw wrong(tuple.getKeyNode(), "A name must be plain text.");
      }
      if (entries.put(key.getValue(), tuple.getValueNode()) != null) {
        throw wrong(key, "'" + key.getValue() + "' stands here twice; remove one.");
      }
      names.put(key.getValue(), key);
    }
  }

  /** A complaint about a place in the text. */
  static ScenarioException wrong(Node node, String what) {
    return new ScenarioException(
        node.getStartMark()
                .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                .orElse("somewhere")
            + ": "
            + what);
  }

  ScenarioException wrong(String what) {
    return wrong(self, what);
  }

  /** A complaint about the value of an entry. */
  ScenarioException wrongAt(String name, String what) {
    return wrong(entries.getOrDefault(name, self), what);
  }

  boolean has(String name) {
    known.add(name);
    return entries.containsKey(name);
  }

  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> wrong("'" + name + "' is missing; add a line '" + name + ": ...'."));
  }

  Optional<String> optionalText(String name) {
    known.add(name);
    return Optional.ofNullable(entries.get(name)).map(node -> scalar(node, name));
  }

  private static String scalar(Node node, String name) {
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong(node, "'" + name + "' must be a text.");
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
  List<String> texts(String name) {
    known.add(name);
    Node node = entries.get(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof ScalarNode scalar) {
      return "all".equals(scalar.getValue()) ? List.of() : List.of(scalar.getValue().strip());
    }
    return textsOf(node, name);
  }

  static List<String> textsOf(Node node, String name) {
    return items(node, name).stream().map(item -> scalar(item, name)).toList();
  }

  List<Node> nodes(String name) {
    known.add(name);
    Node node = entries.get(name);
    return node == null ? List.of() : items(node, name);
  }

  private static List<Node> items(Node node, String name) {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong(node, "'" + name + "' must be a list: lines that begin with '-', or [a, b].");
    }
    return sequence.getValue();
  }

  Optional<YamlMap> map(String name) {
    known.add(name);
    return Optional.ofNullable(entries.get(name)).map(node -> new YamlMap(node, "'" + name + "'"));
  }

  /** Call last: complains about the first entry that nobody has asked for. */
  void requireNothingElse() {
    firstUnknown()
        .ifPresent(
            name -> {
              throw wrong(
                  names.get(name),
                  "'"
                      + name
                      + "' is not known here; known are: "
                      + String.join(", ", known.stream().distinct().toList())
                      + ".");
            });
  }

  private Optional<String> firstUnknown() {
    return entries.keySet().stream().filter(name -> !known.contains(name)).findFirst();
  }
}
