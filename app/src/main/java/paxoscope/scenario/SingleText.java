package paxoscope.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paxoscope.protocol.Outbound;
import paxoscope.scenario.ScriptStep.Condition;
import paxoscope.scenario.ScriptStep.Single.Act;

/**
 * Reads a step that names one message, such as {@code {deliver: Prepare 3.1, from: S1, to: S2}}.
 */
final class SingleText {

  private static final Pattern TIMER = Pattern.compile("(Retry|TimeOut) ([^ .]+)\\.([^ .]+)");
  private static final Pattern MESSAGE =
      Pattern.compile("(Prepare|Promise|Accept|Accepted|Nack|Commit) ([^ .]+)\\.([^ .]+)");

  private SingleText() {}

  /** Reads it; empty if it is a step of another kind. */
  static Optional<ScriptStep> step(YamlMap map, Names names, String caption, Condition condition) {
    if (map.has("fire")) {
      Matcher timer = matched(map, "fire", TIMER, "A wait is 'Retry' or 'TimeOut' and its number");
      String proposer = proposer(map, "fire", timer.group(3), names);
      return Optional.of(
          single(map, names, Act.DELIVER, timer, List.of(proposer, proposer), caption, condition));
    }
    for (Act act : Act.values()) {
      String entry = act.name().toLowerCase(Locale.ROOT);
      if (map.has(entry)) {
        Matcher message =
            matched(
                map,
                entry,
                MESSAGE,
                "A message is Prepare, Promise, Accept, Accepted, Nack or Commit and its number");
        List<String> ends = List.of(role(map, "from", names), role(map, "to", names));
        return Optional.of(single(map, names, act, message, ends, caption, condition));
      }
    }
    return Optional.empty();
  }

  private static String role(YamlMap map, String entry, Names names) {
    String name = map.text(entry);
    names.requireRole(map.at(entry), name);
    return name;
  }

  private static Matcher matched(YamlMap map, String entry, Pattern form, String what) {
    Matcher matcher = form.matcher(map.text(entry));
    if (!matcher.matches()) {
      throw map.wrongAt(entry, what + ", such as '" + example(entry) + "'.");
    }
    return matcher;
  }

  private static String example(String entry) {
    return entry.equals("fire") ? "Retry 3.1" : "Prepare 3.1";
  }

  private static ScriptStep single(
      YamlMap map,
      Names names,
      Act act,
      Matcher name,
      List<String> ends,
      String caption,
      Condition condition) {
    String entry =
        name.group(1).matches("Retry|TimeOut") ? "fire" : act.name().toLowerCase(Locale.ROOT);
    names.requireCount(map.at(entry), entry, name.group(2));
    return new ScriptStep.Single(
        act,
        Outbound.Kind.of(name.group(1)),
        name.group(2),
        proposer(map, entry, name.group(3), names),
        ends.getFirst(),
        ends.getLast(),
        copy(map),
        column(map, names),
        caption,
        condition);
  }

  /** A number is written 3.1, or with a role as in the reference: 3.A. */
  private static String proposer(YamlMap map, String entry, String text, Names names) {
    String role = text.matches("[1-9][0-9]?") ? "S" + text : text;
    names.requireRole(map.at(entry), role);
    return role;
  }

  private static String column(YamlMap map, Names names) {
    Optional<String> column = map.optionalText("column");
    column.ifPresent(name -> names.requireColumn(map.at("column"), name));
    return column.orElse("");
  }

  private static int copy(YamlMap map) {
    String copy = map.optionalText("copy").orElse("1");
    if (!copy.matches("[1-9][0-9]{0,5}")) {
      throw map.wrongAt("copy", "'copy' is 1 for the first, 2 for the second, and so on.");
    }
    return Integer.parseInt(copy);
  }
}
