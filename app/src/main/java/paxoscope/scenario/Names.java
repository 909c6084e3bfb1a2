package paxoscope.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The names that a script may use.
 *
 * @param parameters the parameters
 * @param broken the names of parameters with mistakes: they may be used like any
 * @param unsure whether there are parameters that cannot be read: then no name is wrong
 * @param mistakes where to complain
 * @param places where servers are named by their number is noted there
 */
record Names(
    List<Parameter> parameters,
    Set<String> broken,
    boolean unsure,
    Mistakes mistakes,
    ReadScenario.Places places) {

  private static final int MOST_SERVERS = 9;

  void requireRole(Node at, String name) {
    List<String> derived = ParameterText.derivedRoles(servers());
    OptionalInt number = ServerNumber.in(name);
    number.ifPresent(it -> places.putServer(it, Mistakes.placeOf(at)));
    if (number.isPresent()
        || isA(name, Parameter.Kind.SERVER)
        || derived.contains(name)
        || (!broken.isEmpty() && ParameterText.derivedRoles(1).contains(name))) {
      return;
    }
    List<String> known = new ArrayList<>(names(Parameter.Kind.SERVER));
    known.addAll(derived);
    IntStream.rangeClosed(1, MOST_SERVERS).forEach(one -> known.add("S" + one));
    String meant = name.matches("[1-9]") ? "S" + name : name;
    mistakes.add(
        at,
        "'%s' is no server here: use a server parameter, %sor S1 to Sn.%s"
            .formatted(
                name,
                derived.isEmpty() ? "" : String.join(", ", derived) + " ",
                Near.question(meant, known)));
  }

  void requireNumber(Node at, String name) {
    String base = name.replaceFirst("\\+[0-9]{1,4}$", "");
    if (!name.matches("[0-9]{1,9}") && !isA(base, Parameter.Kind.NUMBER)) {
      mistakes.add(
          at,
          "'%s' is no number: write digits, a number parameter, or parameter+1.%s"
              .formatted(name, Near.question(base, names(Parameter.Kind.NUMBER))));
    }
  }

  void requireColumn(Node at, String column) {
    if (!column.matches("t[1-9][0-9]{0,3}")) {
      mistakes.add(at, "A column is t1, t2, ..., not '" + column + "'.");
    }
  }

  /** A number that is 1 or more, if it stands there in digits. */
  void requireCount(Node at, String entry, String name) {
    requireNumber(at, name);
    if (name.matches("0+")) {
      mistakes.add(at, "'" + entry + "' is 1 or more.");
    }
  }

  void requireOfKind(Node at, String name, Parameter.Kind kind) {
    if (!isA(name, kind)) {
      mistakes.add(
          at,
          "'%s' is no parameter of kind %s.%s"
              .formatted(name, kind.name().toLowerCase(Locale.ROOT), remedy(name, names(kind))));
    }
  }

  private static String remedy(String name, List<String> known) {
    String question = Near.question(name, known);
    if (!question.isEmpty() || known.isEmpty()) {
      return question;
    }
    return (known.size() == 1 ? " There is: " : " There are: ") + String.join(", ", known) + ".";
  }

  private int servers() {
    return names(Parameter.Kind.SERVER).size();
  }

  private List<String> names(Parameter.Kind kind) {
    return parameters.stream()
        .filter(parameter -> parameter.kind() == kind)
        .map(Parameter::name)
        .toList();
  }

  private boolean isA(String name, Parameter.Kind kind) {
    return unsure || broken.contains(name) || names(kind).contains(name);
  }
}
