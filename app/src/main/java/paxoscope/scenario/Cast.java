package paxoscope.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import paxoscope.protocol.Membership;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;
import paxoscope.trace.Box;
import paxoscope.trace.BoxDiagram;

/**
 * Who plays which role in a scenario, and with what values.
 *
 * @param membership the cluster
 * @param roles the servers, by the name of their role
 * @param values the values, by the name of their parameter
 * @param numbers the numbers, by the name of their parameter
 * @param switches the switches, by the name of their parameter
 */
public record Cast(
    Membership membership,
    Map<String, ServerId> roles,
    Map<String, Value> values,
    Map<String, Integer> numbers,
    Map<String, Boolean> switches) {

  /** Keeps own copies. */
  public Cast {
    roles = Map.copyOf(roles);
    values = Map.copyOf(values);
    numbers = Map.copyOf(numbers);
    switches = Map.copyOf(switches);
  }

  /**
   * The server of a role.
   *
   * @param role the name of a role, or S1 to Sn
   * @return the server
   * @throws IllegalArgumentException if this cluster has nobody for it
   */
  public ServerId server(String role) {
    OptionalInt number = ServerNumber.in(role);
    Optional<ServerId> numbered =
        number.isPresent() ? Optional.of(new ServerId(number.getAsInt())) : Optional.empty();
    return Optional.ofNullable(roles.get(role))
        .or(() -> numbered)
        .filter(membership::contains)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Nobody can play %s in a cluster of %d.".formatted(role, membership.size())));
  }

  /**
   * The servers of several roles.
   *
   * @param names the names; empty for all servers
   * @return the servers, in the order of the names
   */
  public List<ServerId> servers(List<String> names) {
    return names.isEmpty() ? membership.servers() : names.stream().map(this::server).toList();
  }

  /**
   * What a scenario says, as it is shown to people.
   *
   * @param text words of its file
   * @return the words with servers for the roles that they cannot see
   */
  public String told(String text) {
    return RoleNames.in(text, roles);
  }

  /**
   * A number.
   *
   * @param text digits, a parameter's name, or {@code parameter+n}
   * @return the number
   */
  public int number(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    int plus = text.indexOf('+');
    return plus < 0
        ? numbers.get(text)
        : numbers.get(text.substring(0, plus)) + Integer.parseInt(text.substring(plus + 1));
  }

  /**
   * How many rounds a proposer may try.
   *
   * @param text as for {@link #number}, or {@code unlimited}
   * @return the number; without limit also if the parameter is 0, which stands for "until cured"
   */
  public int attempts(String text) {
    boolean endless = numbers.getOrDefault(text.replaceFirst("\\+.*", ""), 1) == 0;
    return endless || text.equals("unlimited") ? Integer.MAX_VALUE : number(text);
  }

  /**
   * Whether a script goes on until it is cured.
   *
   * @param script its steps
   * @return what its endless repetition says, such as {@code rounds=0}; empty if it ends by itself
   */
  public Optional<String> endless(List<ScriptStep> script) {
    return ScriptStep.withNested(script)
        .filter(step -> holds(step.condition()))
        .flatMap(step -> step instanceof ScriptStep.Repeat repeat ? Stream.of(repeat) : null)
        .filter(repeat -> number(repeat.times()) == 0)
        .map(repeat -> (numbers.containsKey(repeat.times()) ? repeat.times() : "repeat") + "=0")
        .findFirst();
  }

  /**
   * Whether a step is played.
   *
   * @param condition its condition
   * @return true if it holds
   */
  public boolean holds(ScriptStep.Condition condition) {
    return condition.parameter().isEmpty()
        || switches.get(condition.parameter()) == condition.wanted();
  }

  /**
   * The boxes that must come of a scenario.
   *
   * @param scenario the scenario
   * @return its reference diagram for this cast; empty if it has none
   */
  public Optional<BoxDiagram> reference(Scenario scenario) {
    if (scenario.reference().isEmpty()) {
      return Optional.empty();
    }
    List<Box> boxes = new ArrayList<>();
    for (ReferenceBox box : scenario.reference()) {
      if (!holds(box.condition())) {
        continue;
      }
      boxes.add(box(box));
    }
    return Optional.of(new BoxDiagram(boxes));
  }

  /**
   * One of the boxes that must come.
   *
   * @param box with roles and parameters
   * @return the same with servers, numbers and values
   */
  public Box box(ReferenceBox box) {
    return new Box(
        box.column(),
        server(box.server()),
        box.phase(),
        new ProposalNumber(number(box.round()), server(box.proposer())),
        box.value().isEmpty() ? "" : values.get(box.value()).text(),
        box.refused());
  }
}
