package paxoscope.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a box of the reference, such as {@code {column: t4, server: M, box: "x A roundA.A X"}}: the
 * text of the box is that of the lecture slides, with names instead of numbers.
 */
final class ReferenceText {

  private static final Pattern BOX =
      Pattern.compile("(x )?(?:P ([\\w+]+)\\.(\\w+)|A ([\\w+]+)\\.(\\w+) (\\w+))");

  private ReferenceText() {}

  static ReferenceBox box(YamlMap map, Names names) {
    String server = map.text("server");
    names.requireRole(map.at("server"), server);
    Matcher matcher = BOX.matcher(map.text("box"));
    if (!matcher.matches()) {
      throw map.wrongAt("box", "A box reads 'P round.role', 'A round.role value' or 'x A ...'.");
    }
    boolean prepare = matcher.group(2) != null;
    String round = prepare ? matcher.group(2) : matcher.group(4);
    String proposer = prepare ? matcher.group(3) : matcher.group(5);
    String value = prepare ? "" : matcher.group(6);
    names.requireNumber(map.at("box"), round);
    names.requireRole(map.at("box"), proposer);
    if (!prepare) {
      names.requireOfKind(map.at("box"), value, Parameter.Kind.VALUE);
    }
    String column = map.text("column");
    names.requireColumn(map.at("column"), column);
    ReferenceBox box =
        new ReferenceBox(
            column,
            server,
            prepare ? 1 : 2,
            round,
            proposer,
            value,
            matcher.group(1) != null,
            ScriptText.condition(map, names));
    map.requireNothingElse();
    return box;
  }
}
