package paxoscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.files.ScenarioLibrary;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScenarioText;
import paxoscope.support.Documents;

class ScenarioCheckTest {

  private static final String GOOD =
      """
      paxoscope: 1
      name: mine
      title: A title
      story: A story.
      lesson: A lesson.
      parameters:
        - {name: A, kind: server, default: S1}
        - {name: B, kind: server, default: S5}
        - {name: X, kind: value, default: x}
        - {name: first, kind: number, default: "3"}
      script:
        - propose: A
          value: X
          round: first
        - prepare: A
          to: [A, P, M]
          column: t1
        - accept: A
          to: [A, P, M]
          column: t2
        - commit: A
        - finish: all
      reference:
        - {column: t1, server: A, box: P first.A}
        - {column: t1, server: P, box: P first.A}
        - {column: t1, server: M, box: P first.A}
        - {column: t2, server: A, box: A first.A X}
        - {column: t2, server: P, box: A first.A X}
        - {column: t2, server: M, box: A first.A X}
      """;

  private static final String SAFE =
      "all 6 safety properties hold in its %d steps on the protocol alone, with %d servers.";

  @TempDir private Path folder;

  private final ScenarioSource source = new StoredScenarios(ScenarioLibrary.load());
  private final List<String> said = new ArrayList<>();

  private boolean check(String name) throws CommandException {
    return FileCheck.tell(Path.of(name), source, 5, (_, text) -> said.add(text));
  }

  static List<String> library() {
    return ScenarioLibrary.load().scenarios().stream().map(Scenario::name).toList();
  }

  @ParameterizedTest
  @MethodSource("library")
  void everyScenarioOfTheLibraryIsGood(String name) throws CommandException {
    assertTrue(check(name), said::toString);
    assertEquals(1, said.size());
    assertTrue(said.getFirst().startsWith(name + ": no mistake"), said::toString);
  }

  /** The examples that people copy. */
  @Test
  void everyDocumentedExampleIsGood() throws CommandException, IOException {
    List<String> examples =
        Documents.examples("docs/scenarios.md", "yaml").stream()
            .filter(example -> example.startsWith("paxoscope:"))
            .toList();
    assertEquals(3, examples.size());
    for (String example : examples) {
      Path file = Files.writeString(folder.resolve("example.yaml"), example);
      assertTrue(check(file.toString()), said::toString);
    }
  }

  @Test
  void aGoodFileGetsOneLine() throws CommandException, IOException {
    Path file = Files.writeString(folder.resolve("good.yaml"), GOOD);
    assertTrue(check(file.toString()));
    assertEquals(
        List.of(file + ": no mistake; its 6 boxes come as written, and " + SAFE.formatted(26, 5)),
        said);
  }

  static Stream<Arguments> mistakes() {
    return Stream.concat(mistakesOfTheText(), mistakesOfTheRun());
  }

  private static Stream<Arguments> mistakesOfTheText() {
    return Stream.of(
        wrong(
            "- prepare: A\n    to: [A, P, M]",
            "- prepare: A\n    to: [A, p, M]",
            "line 16, column 13: 'p' is no server here: use a server parameter, P, M, Q or S1 to"
                + " Sn. Did you mean P?"),
        wrong(
            "- commit: A",
            "- comit: A",
            "line 21, column 5: 'comit' is no step; a step is one of: propose, prepare, accept,"
                + " commit, replies, retry, timeout, lose, double, crash, recover, pause, resume,"
                + " cut, heal, deliver, fire, drop, duplicate, repeat, cure, finish. Did you mean"
                + " commit?"),
        wrong(
            "default: S5",
            "default: S1",
            "line 8, column 38: The servers A and B must differ, but both are S1."),
        wrong(
            "default: S5",
            "default: S12",
            "line 8, column 38: there is no S12 among 5 servers: name one of S1 to S5, or start"
                + " more (--servers, at most 9)."),
        wrong(
            "- prepare: A\n    to: [A, P, M]",
            "- prepare: A\n    to: [A, P, S7]",
            "line 16, column 16: there is no S7 among 5 servers: name one of S1 to S5, or start"
                + " more (--servers, at most 9)."),
        wrong(
            "- finish: all",
            "- cut: A\n    to: S1\n  - finish: all",
            "line 22, column 5: A and S1 are both S1, and no server has a link to itself: name two"
                + " servers."),
        wrong(
            "default: \"3\"",
            "default: \"0\"",
            "line 10, column 42: first must be 1 or more, such as first=3: it is the round of a"
                + " proposal."));
  }

  private static Stream<Arguments> mistakesOfTheRun() {
    return Stream.of(
        wrong(
            "- prepare: A\n    to: [A, P, M]",
            "- prepare: A\n    to: [A, P, M, M]",
            "line 15, column 5: no Prepare of A (S1) to M (S3) waits at this moment; what waits is"
                + " Prepare 3.1 S1 > S4, Prepare 3.1 S1 > S5, TimeOut 3.1 of S1, Promise 3.1 S1 >"
                + " S1, Promise 3.1 S2 > S1, Promise 3.1 S3 > S1. Take M (S3) out of 'to', or move"
                + " the step."),
        wrong(
            "- commit: A",
            "- commit: B",
            "line 21, column 5: no Commit of B (S5) to any server waits at this moment; what waits"
                + " is Prepare 3.1 S1 > S4, Prepare 3.1 S1 > S5, Accept 3.1 S1 > S4, Accept 3.1 S1"
                + " > S5, Commit 3.1 S1 > S1, Commit 3.1 S1 > S2 and more. Deliver what it waits"
                + " for before, move the step, or leave it out."),
        wrong(
            "- commit: A",
            "- replies: A\n    from: [M]",
            "line 21, column 5: no reply of M (S3) to A (S1) waits at this moment; what waits is"
                + " Prepare 3.1 S1 > S4, Prepare 3.1 S1 > S5, Accept 3.1 S1 > S4, Accept 3.1 S1 >"
                + " S5, Commit 3.1 S1 > S1, Commit 3.1 S1 > S2 and more. Deliver what it waits for"
                + " before, move the step, or leave it out."),
        wrong(
            "- finish: all",
            "- retry: A\n  - finish: all",
            "line 22, column 5: no next round of A (S1) waits at this moment; what waits is Prepare"
                + " 3.1 S1 > S4, Prepare 3.1 S1 > S5, Accept 3.1 S1 > S4, Accept 3.1 S1 > S5. Move"
                + " this step to where it does, or leave it out."),
        wrong(
            "- finish: all",
            "- recover: M\n  - finish: all",
            "line 22, column 5: M (S3) is up already at this moment: leave this step out, or crash"
                + " it first."),
        wrong(
            "script:\n",
            "script:\n  - lose: A\n",
            "line 12, column 5: no request of A (S1) to any server waits at this moment; nothing"
                + " waits. Deliver what it waits for before, move the step, or leave it out."),
        wrong(
            "- propose: A",
            "- crash: A\n  - propose: A",
            "line 13, column 5: this step cannot be taken: S1 is not running. Recover the server"
                + " before it, or leave the step out."),
        wrong(
            "server: M, box: A first.A X",
            "server: M, box: x A first.A X",
            "line 29, column 5: 'x A 3.1 x' does not come in t2 at M (S3), but 'A 3.1 x'; write"
                + " that, or mend the script."),
        wrong(
            "server: M, box: A first.A X",
            "server: Q, box: A first.A X",
            "line 29, column 5: 'A 3.1 x' does not come in t2 at Q (S4), where nothing else comes;"
                + " take it out, or mend the script.",
            "line 29, column 5: in t2 there also comes 'A 3.1 x' at S3; add a box for it, or mend"
                + " the script."));
  }

  private static Arguments wrong(String right, String wrong, String... lines) {
    return Arguments.of(right, wrong, List.of(lines));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void eachKindOfMistakeIsToldWithItsPlace(String right, String wrong, List<String> lines)
      throws IOException, CommandException {
    assertTrue(GOOD.contains(right), right);
    Path file = Files.writeString(folder.resolve("wrong.yaml"), GOOD.replace(right, wrong));
    boolean well = check(file.toString());
    assertEquals(lines.stream().map(line -> file + ", " + line).toList(), said);
    assertTrue(!well);
  }

  @Test
  void aFileThatCannotBeReadGetsOneLine() throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertEquals(
        "There is no file " + missing + ": check its path.",
        assertThrows(CommandException.class, () -> check(missing.toString())).getMessage());
    assertEquals(
        folder + " is a folder: name a file in it.",
        assertThrows(CommandException.class, () -> check(folder.toString())).getMessage());
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28});
    assertEquals(
        binary + " is no text in UTF-8: save it as such.",
        assertThrows(CommandException.class, () -> check(binary.toString())).getMessage());
  }

  @Test
  void whatIsToBePlayedIsTriedWithItsArguments() {
    OwnScenario own = new OwnScenario("mine.yaml", ScenarioText.read(GOOD));
    assertTrue(
        ScenarioCheck.tellMistakes(
            own, Map.of("A", "S4", "B", "S2", "first", "8"), 5, (_, text) -> said.add(text)));
    assertEquals(List.of(), said);
  }

  @Test
  void aStepThatIsRepeatedNeedsItsMessagesOnlyOnce() throws IOException, CommandException {
    String text =
        GOOD.replace("- commit: A", "- repeat: 3\n    steps:\n      - commit: A")
            .replace("  - finish: all\n", "");
    Path file = Files.writeString(folder.resolve("repeat.yaml"), text);
    assertTrue(check(file.toString()), said::toString);
  }

  @Test
  void aScenarioThatNeverEndsIsTriedUntilItIsCured() {
    OwnScenario livelock =
        new OwnScenario("livelock", ScenarioText.read(ScenarioLibrary.text("livelock")));
    assertTrue(
        ScenarioCheck.tellMistakes(livelock, Map.of("rounds", "0"), 5, (_, text) -> said.add(text)),
        said::toString);
  }
}
