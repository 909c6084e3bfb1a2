package paxoscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paxoscope.protocol.ServerId;

class ScenarioTextTest {

  private static final String GOOD =
      """
      paxoscope: 1
      name: mine
      title: A title
      story: A story.
      lesson: A lesson.
      parameters:
        - {name: A, kind: server, default: S1, label: First}
        - {name: B, kind: server, default: S5}
        - {name: X, kind: value, default: "123"}
        - {name: first, kind: number, default: "3"}
        - {name: cure, kind: switch, default: "yes"}
      script:
        - propose: A
          value: X
          ask: [A, P, M]
          round: first
        - prepare: A
          to: [A, P, M]
          column: t1
          when: cure
        - finish: all
      reference:
        - {column: t1, server: M, box: P first+1.A}
        - {column: t1, server: M, box: x A first.A X}
      """;

  private static final List<String> ADDRESSES =
      List.of("one:8000", "one:8001", "two:8000", "two:8001", "two:8002");

  @Test
  void aGoodTextIsReadWhole() {
    Scenario scenario = ScenarioText.parse(GOOD);
    assertEquals("mine", scenario.name());
    assertEquals(
        new Parameter("A", Parameter.Kind.SERVER, "S1", "First"), scenario.parameters().getFirst());
    assertEquals(3, scenario.script().size());
    assertEquals(
        new ReferenceBox("t1", "M", 2, "first", "A", "X", true, ScriptStep.Condition.ALWAYS),
        scenario.reference().getLast());
  }

  @Test
  void aQuestionMayBeAskedAndLeftOut() {
    assertEquals(Optional.empty(), ScenarioText.parse(GOOD).question());
    String asking = GOOD.replace("lesson: A lesson.", "lesson: A lesson.\nquestion: Why?");
    assertEquals(Optional.of("Why?"), ScenarioText.parse(asking).question());
    ScenarioException mistake =
        assertThrows(
            ScenarioException.class,
            () -> ScenarioText.parse(asking.replace("question: Why?", "question: [Why?]")));
    assertTrue(mistake.getMessage().startsWith("line 6, column 11: 'question' must be a text"));
  }

  @Test
  void besideOneServerParameterTheOthersHaveFourRoles() {
    String alone =
        """
        paxoscope: 1
        name: alone
        title: A title
        story: A story.
        lesson: A lesson.
        parameters:
          - {name: A, kind: server, default: S3}
        script:
          - crash: R
        """;
    Cast cast = Arguments.fill(ScenarioText.parse(alone), Map.of(), ADDRESSES);
    assertEquals(
        List.of(1, 2, 4, 5),
        Stream.of("P", "M", "Q", "R").map(role -> cast.server(role).number()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          paxoscope: 1        | paxoscope: 2        | line 1, column 12 | version 1
          title: A title      | titel: A title      | line 3, column 1  | did you mean 'title'?
          title: A title      | heading: A title    | line 1, column 1  | 'title' is missing
          story: A story.     | story: [1, 2]       | line 4, column 8  | 'story' must be a text
          kind: server, def   | kind: sever, def    | line 7, column 21 | Did you mean server?
          name: X, kind       | name: A, kind       | line 9, column 12 | already
          name: X, kind       | name: Q, kind       | line 9, column 12 | not P, M, Q or R
          ask: [A, P, M]      | ask: [A, P, N]      | line 15, column 17| 'N' is no server
          ask: [A, P, M]      | ask: [A, P, s3]     | line 15, column 17| Did you mean S3?
          ask: [A, P, M]      | ask: [A, P, R]      | line 15, column 17| a server parameter, P, M, Q or S1
          prepare: A          | double: N           | line 17, column 13| 'N' is no server
          prepare: A          | double: A           | line 19, column 5 | 'column' is not known
          value: X            | value: Z            | line 14, column 12| 'Z' is no parameter of kind value. There is: X.
          round: first        | round: frist        | line 16, column 12| Did you mean first?
          prepare: A          | prepar: A           | line 17, column 5 | Did you mean prepare?
          column: t1          | colunm: t1          | line 19, column 5 | Did you mean column?
          prepare: A          | deliver: Ping 3.1   | line 17, column 14| A message is Prepare, Promise
          prepare: A          | deliver: Prepare 3.1| line 17, column 5 | 'from' is missing
          prepare: A          | fire: Prepare 3.1   | line 17, column 11| 'Retry' or 'TimeOut'
          prepare: A          | fire: Retry x.1     | line 17, column 11| 'x' is no number
          prepare: A          | fire: Retry 3.Z     | line 17, column 11| 'Z' is no server
          finish: all         | finish: some        | line 21, column 13| write finish: all
          - finish: all       | - {cure: [A, A], ask: [[A, P, M], [B, P, M]], seed: first} | line 21, column 12| two different
          when: cure          | when: cures         | line 20, column 11| of kind switch
          column: t1          | column: one         | line 19, column 13| t1, t2
          default: "3"        | default: "x"        | line 10, column 42| digits
          default: "3"        | default: lowest above first.A for C | line 10, column 42| digits
          default: "yes"      | default: "maybe"    | line 11, column 41| yes or no
          default: S5         | default: eight      | line 8, column 38 | S1, S2
          round: first        | round: 0            | line 16, column 12| 1 or more
          box: P first+1.A    | box: Q first+1.A    | line 23, column 34| reads 'P round.role'
          """)
  void eachMistakeIsNamedWithItsPlaceAndWhatToWrite(
      String right, String wrong, String place, String words) {
    assertTrue(GOOD.contains(right), right);
    ScenarioException mistake =
        assertThrows(
            ScenarioException.class,
            () -> ScenarioText.parse(GOOD.replaceFirst(quoted(right), wrong)));
    assertTrue(mistake.getMessage().startsWith(place), mistake.getMessage());
    assertTrue(mistake.getMessage().contains(words), mistake.getMessage());
    assertEquals(1, mistake.getMessage().lines().count());
  }

  @Test
  void allMistakesAreFoundFromTopToBottom() {
    String text =
        GOOD.replace("kind: switch", "kind: swich")
            .replace("value: X", "valeu: Xx")
            .replace("to: [A, P, M]", "to: [A, p, N]")
            .replace("- finish: all", "- finnish: all")
            .replace("box: P first+1.A", "box: P second.A")
            .replace("server: M, box: x", "sever: M, box: x");
    assertEquals(
        List.of(
            "line 11, column 24: A kind is server, value, number or switch. Did you mean switch?",
            "line 14, column 5: 'valeu' is not known here; did you mean 'value'?",
            "line 18, column 13: 'p' is no server here: use a server parameter, P, M, Q or S1 to"
                + " Sn. Did you mean P?",
            "line 18, column 16: 'N' is no server here: use a server parameter, P, M, Q or S1 to"
                + " Sn.",
            "line 21, column 5: 'finnish' is no step; a step is one of: propose, prepare, accept,"
                + " commit, replies, retry, timeout, lose, double, crash, recover, pause, resume,"
                + " cut, heal, deliver, fire, drop, duplicate, repeat, cure, finish. Did you mean"
                + " finish?",
            "line 23, column 34: 'second' is no number: write digits, a number parameter, or"
                + " parameter+1.",
            "line 24, column 18: 'sever' is not known here; did you mean 'server'?"),
        ScenarioText.read(text).mistakes().stream().map(Mistake::toString).toList());
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  @Test
  void aTextThatIsNoYamlIsRefusedWithItsPlace() {
    ScenarioException mistake =
        assertThrows(ScenarioException.class, () -> ScenarioText.parse("name: [1, 2\nb: }"));
    assertTrue(mistake.getMessage().startsWith("line 2, column"), mistake.getMessage());
  }

  @Test
  void anAliasIsRefusedWithItsPlace() {
    assertEquals(
        "line 2, column 5: a scenario has no aliases ('*name'): write here what it stands for.",
        assertThrows(ScenarioException.class, () -> ScenarioText.parse("a: &x [1]\nbb: *x\n"))
            .getMessage());
  }

  @Test
  void anEmptyTextIsRefused() {
    assertThrows(ScenarioException.class, () -> ScenarioText.parse(""));
  }

  @Test
  void argumentsInAnyLetterCaseFillTheParameters() {
    Cast cast =
        Arguments.fill(
            ScenarioText.parse(GOOD), Map.of("a", "s2", "b", "TWO:8002", "CURE", "no"), ADDRESSES);
    assertEquals(new ServerId(2), cast.server("A"));
    assertEquals(new ServerId(5), cast.server("B"));
    assertEquals(new ServerId(1), cast.server("P"));
    assertEquals(new ServerId(3), cast.server("M"));
    assertEquals(new ServerId(4), cast.server("Q"));
    assertEquals(4, cast.number("first+1"));
    assertEquals(Map.of("cure", false), cast.switches());
  }

  @Test
  void aPortThatOneServerHasNamesIt() {
    assertEquals(
        new ServerId(5),
        Arguments.fill(ScenarioText.parse(GOOD), Map.of("B", "8002"), ADDRESSES).server("B"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A     | 8000 | could be any of
          A     | 9999 | There is no server '9999'
          A     | S6   | There is no server 'S6'
          B     | S1   | must differ
          first | x    | whole number
          first | 0    | first must be 1 or more, such as first=3
          cure  | perhaps | yes or no
          C     | S1   | has no parameter 'C'
          """)
  void aWrongArgumentGetsOneClearLine(String name, String text, String words) {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> Arguments.fill(ScenarioText.parse(GOOD), Map.of(name, text), ADDRESSES));
    assertTrue(wrong.getMessage().contains(words), wrong.getMessage());
    assertEquals(1, wrong.getMessage().lines().count());
  }
}
