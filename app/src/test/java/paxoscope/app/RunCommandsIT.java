package paxoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paxoscope.files.RunFile;
import paxoscope.files.ScenarioLibrary;
import paxoscope.runtext.RecordedRun;
import paxoscope.support.Documents;
import paxoscope.support.FreePorts;
import paxoscope.support.Program;

/** Recorded runs on the command line, and in the console with real nodes. */
class RunCommandsIT {

  @TempDir private Path temporary;

  private record Outcome(int exitCode, List<String> output) {}

  private Outcome run(String... arguments) {
    try (Program program = Program.start(temporary, arguments)) {
      List<String> output = program.rest();
      return new Outcome(program.exitCode(), output);
    }
  }

  private Path example(String name, String from, String to) throws IOException {
    String text = Documents.example("docs/run-format.md", "json");
    assertTrue(text.contains(from), from);
    return Files.writeString(temporary.resolve(name), text.replace(from, to));
  }

  private Path good() throws IOException {
    return example("good.paxosrun", "", "");
  }

  /** A server that promises 3.1 and then says it has promised 2.1 only. */
  private Path bad() throws IOException {
    return Files.writeString(
        temporary.resolve("bad.paxosrun"),
        Files.readString(good())
            + "{\"step\":\"observed\"}\n"
            + "{\"event\":\"ignored\",\"node\":\"S2\",\"state\":{\"promised\":\"2.1\"}}\n");
  }

  @Test
  void aSafeRunEndsWithZeroAndOneLine() throws IOException {
    Path good = good();
    int steps = RunFile.read(good).trace().size();
    assertEquals(
        new Outcome(
            0, List.of(good + ": all 6 safety properties hold in its " + steps + " steps.")),
        run("check", good.toString()));
  }

  @Test
  void anUnsafeRunEndsWithOneAndItsStep() throws IOException {
    Path good = good();
    Path bad = bad();
    int step = RunFile.read(bad).trace().size();
    Outcome outcome = run("check", good.toString(), bad.toString());
    assertEquals(1, outcome.exitCode(), outcome::toString);
    assertEquals(
        bad
            + ", step "
            + step
            + ": promises never go back is violated. S2 had promised 3.1, and now 2.1.",
        outcome.output().getLast());
  }

  @Test
  void aWrongFileEndsWithTwoAndOneLineThatNamesTheLine() throws IOException {
    Path foreign = Files.writeString(temporary.resolve("foreign.json"), "{\"a\":1}\n");
    Path damaged = example("damaged.paxosrun", "\"event\":\"proposed\"", "\"event\":\"proposes\"");
    Outcome outcome = run("check", foreign.toString(), good().toString(), damaged.toString());
    assertEquals(2, outcome.exitCode(), outcome::toString);
    assertEquals(3, outcome.output().size(), outcome::toString);
    assertEquals(
        "paxoscope: "
            + foreign
            + ", line 1: this is no run of Paxoscope, for a run begins with"
            + " {\"paxoscope\":\"run\".",
        outcome.output().get(0));
    assertEquals(
        "paxoscope: " + damaged + ", line 4: 'proposes' is no kind of event.",
        outcome.output().get(2));
  }

  @Test
  void scenariosAreCheckedBesideRuns() throws IOException {
    Path mine =
        Files.writeString(
            temporary.resolve("mine.yaml"),
            ScenarioLibrary.text("B_wins")
                .replaceFirst("- prepare: A", "- prepar: A")
                .replaceFirst("round: roundB", "round: roundb"));
    Outcome outcome = run("check", good().toString(), "A_wins", mine.toString());
    assertEquals(1, outcome.exitCode(), outcome::toString);
    assertEquals(4, outcome.output().size(), outcome::toString);
    assertTrue(outcome.output().get(1).startsWith("A_wins: no mistake; its 12 boxes"));
    assertTrue(outcome.output().get(2).endsWith(" Did you mean prepare?"), outcome::toString);
    assertEquals(
        mine
            + ", line 30, column 12: 'roundb' is no number: write digits, a number parameter, or"
            + " parameter+1. Did you mean roundB?",
        outcome.output().get(3));
    Outcome all = run("check", "livelock", "partition");
    assertEquals(0, all.exitCode(), all::toString);
    Outcome missing = run("check", temporary.resolve("nowhere.yaml").toString());
    assertEquals(2, missing.exitCode(), missing::toString);
    assertEquals(1, missing.output().size(), missing::toString);
  }

  @Test
  void aRunThatWasCutOffIsCheckedAsFarAsItGoes() throws IOException {
    String text = Files.readString(good());
    Path cut =
        Files.writeString(temporary.resolve("cut.paxosrun"), text.substring(0, text.length() - 9));
    Outcome outcome = run("check", cut.toString());
    assertEquals(0, outcome.exitCode(), outcome::toString);
    assertTrue(outcome.output().getFirst().contains("was cut off"), outcome::toString);
  }

  @Test
  void runsAreComparedInWords() throws IOException {
    Path good = good();
    Path other = example("other.paxosrun", "\"at\":", "\"at\":1");
    Outcome same = run("compare", good.toString(), other.toString());
    assertEquals(0, same.exitCode(), same::toString);
    assertTrue(same.output().getFirst().contains("are the same"), same::toString);
    Outcome different = run("compare", good.toString(), bad().toString());
    int steps = RunFile.read(good).trace().size();
    assertEquals(1, different.exitCode(), different::toString);
    assertEquals(
        "The one ends after step " + steps + ", and the other goes on.",
        different.output().getLast());
    Outcome wrong = run("compare", good.toString(), temporary.resolve("none").toString());
    assertEquals(2, wrong.exitCode(), wrong::toString);
  }

  @Test
  void theWindowIsNotOpenedOnAWrongFileOrAMistypedCommand() {
    Path missing = temporary.resolve("none.paxosrun");
    List<String> line = List.of("paxoscope: There is no file " + missing + ": check its path.");
    assertEquals(new Outcome(2, line), run(missing.toString()));
    assertEquals(new Outcome(2, line), run("open", missing.toString()));
    Outcome mistyped = run("chekc");
    assertEquals(2, mistyped.exitCode(), mistyped::toString);
    assertEquals(
        List.of("paxoscope: There is no command and no file 'chekc'. See: paxoscope --help"),
        mistyped.output());
  }

  @Test
  void theConsoleSavesRunsWithTheirXmlAndTwoRunsOfAScenarioAreTheSame() {
    List<Integer> ports = FreePorts.inARow(5);
    String scenario = "BB_wins " + ports.getFirst() + " " + ports.getLast() + " X Y";
    String one = temporary.resolve("one").toString();
    String other = temporary.resolve("other.paxosrun").toString();
    Outcome outcome =
        run(
            "console",
            "--ports",
            ports.getFirst() + "-" + ports.getLast(),
            "-c",
            "save '" + one + "'",
            "-c",
            scenario,
            "-c",
            "save '" + one + "'",
            "-c",
            "check '" + one + ".paxosrun'",
            "-c",
            scenario,
            "-c",
            "save '" + other + "'");
    assertEquals(1, outcome.exitCode(), outcome::toString);
    assertEquals(
        "There is no run to save yet: play a scenario first.", outcome.output().getFirst());
    assertTrue(
        outcome.output().stream().anyMatch(line -> line.contains("safety properties hold")),
        outcome::toString);
    RecordedRun saved = RunFile.read(Path.of(one + ".paxosrun"));
    assertEquals("BB_wins", saved.trace().header().scenario());
    assertTrue(
        saved.calls().stream().anyMatch(call -> call.request().contains("<methodCall>")),
        "no call was kept");
    Outcome compared = run("compare", one + ".paxosrun", other);
    assertEquals(0, compared.exitCode(), compared::toString);
    Path kept = temporary.resolve("state/paxoscope/runs");
    assertEquals(
        RunFile.read(Path.of(other)).trace().steps(),
        RunFile.read(kept.resolve("last.paxosrun")).trace().steps());
    assertEquals(
        saved.trace().steps(), RunFile.read(kept.resolve("before-1.paxosrun")).trace().steps());
  }
}
