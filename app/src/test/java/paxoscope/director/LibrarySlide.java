package paxoscope.director;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import paxoscope.protocol.ServerId;
import paxoscope.trace.BoxDiagram;

/**
 * What must come of a scenario beyond the classical ones, written down once more and apart from its
 * file.
 *
 * @param name the scenario
 * @param table its boxes; {@code b} is the lowest round with which B's number is above 3.A
 * @param answers what the clients are told, in this order; empty for a failure
 * @param value the name of the value that all files hold in the end
 */
public record LibrarySlide(String name, String table, Map<String, String> answers, String value) {

  /** One for each of these scenarios. */
  public static final List<LibrarySlide> ALL =
      List.of(
          new LibrarySlide(
              "minority_down",
              """
              A | P 3.A | A 3.A X | P b.B | A b.B X
              P | P 3.A | A 3.A X | P b.B | A b.B X
              M | P 3.A | A 3.A X | P b.B | A b.B X
              Q |       |         | P b.B | A b.B X
              B |       |         | P b.B | A b.B X
              """,
              inOrder("A", "X", "B", "X"),
              "X"),
          new LibrarySlide(
              "majority_down",
              """
              A | P 3.A | P 4.A | A 4.A X
              P |       | P 4.A | A 4.A X
              M |       | P 4.A | A 4.A X
              Q |       | P 4.A | A 4.A X
              R | P 3.A | P 4.A | A 4.A X
              """,
              inOrder("A", "X"),
              "X"),
          new LibrarySlide(
              "proposer_crash",
              """
              A | P 3.A | A 3.A X |       |
              P | P 3.A | A 3.A X |       |
              M | P 3.A | A 3.A X | P b.B | A b.B X
              Q |       |         | P b.B | A b.B X
              B |       |         | P b.B | A b.B X
              """,
              inOrder("A", "", "B", "X"),
              "X"),
          new LibrarySlide(
              "chosen_unknown",
              """
              A | P 3.A | A 3.A X
              P | P 3.A | A 3.A X
              M | P 3.A | A 3.A X
              """,
              inOrder("A", "X"),
              "X"),
          new LibrarySlide(
              "loss_and_duplicates",
              """
              A | P 3.A | A 3.A X |
              P | P 3.A | A 3.A X | P 3.A
              M | P 3.A |         |
              Q |       | A 3.A X | A 3.A X
              R | P 3.A | A 3.A X |
              """,
              inOrder("A", "X"),
              "X"),
          new LibrarySlide(
              "partition",
              """
              A | P 3.A |       |         | P 4.A | A 4.A Y
              P | P 3.A |       |         | P 4.A | A 4.A Y
              M |       | P b.B | A b.B Y | P 4.A | A 4.A Y
              Q |       | P b.B | A b.B Y | P 4.A | A 4.A Y
              B |       | P b.B | A b.B Y | P 4.A | A 4.A Y
              """,
              inOrder("B", "Y", "A", "Y"),
              "Y"),
          new LibrarySlide(
              "recovery",
              """
              A | P 3.A |       | A 3.A X   |
              P | P 3.A |       | A 3.A X   |
              M | P 3.A | P b.B | x A 3.A X | A b.B Y
              Q |       | P b.B |           | A b.B Y
              B |       | P b.B |           | A b.B Y
              """,
              inOrder("A", "", "B", "Y"),
              "Y"));

  private static final Map<String, String> VALUES = Map.of("X", "of A", "Y", "of B");

  private static Map<String, String> inOrder(String... rolesAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < rolesAndValues.length; i += 2) {
      map.put(rolesAndValues[i], rolesAndValues[i + 1]);
    }
    return map;
  }

  private boolean hasTwoProposers() {
    return answers.containsKey("B");
  }

  /** The arguments for two servers; a scenario of one proposer takes the first. */
  public Map<String, String> arguments(ServerId a, ServerId b) {
    return hasTwoProposers()
        ? Map.of("A", a.toString(), "B", b.toString(), "X", "of A", "Y", "of B")
        : Map.of("A", a.toString(), "X", "of A");
  }

  /** The boxes for two servers. */
  public BoxDiagram boxes(ServerId a, ServerId b) {
    Map<String, ServerId> roles = new LinkedHashMap<>(Map.of("A", a));
    if (hasTwoProposers()) {
      roles.put("B", b);
    }
    List<ServerId> others =
        new ArrayList<>(IntStream.rangeClosed(1, 5).mapToObj(ServerId::new).toList());
    others.removeAll(List.copyOf(roles.values()));
    List<String> names = List.of("P", "M", "Q", "R").subList(0, others.size());
    names.forEach(role -> roles.put(role, others.removeFirst()));
    return SlideTable.of(table, roles, VALUES, b.compareTo(a) > 0 ? 3 : 4);
  }

  /** What the clients are told, in this order. */
  public List<String> answers(ServerId a, ServerId b) {
    return answers.entrySet().stream()
        .map(
            answer ->
                (answer.getKey().equals("A") ? a : b)
                    + (answer.getValue().isEmpty()
                        ? " failed"
                        : " ok: " + VALUES.get(answer.getValue())))
        .toList();
  }

  /** What all files hold in the end. */
  public String file() {
    return VALUES.get(value);
  }

  @Override
  public String toString() {
    return name;
  }
}
