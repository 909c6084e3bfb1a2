package paxoscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paxoscope.command.CommandRunner.Result;
import paxoscope.director.ClusterDirector;
import paxoscope.director.SimulatedCluster;
import paxoscope.files.ScenarioLibrary;

/** The experiment as a command, and the count of overtakings in what a run tells. */
class ExperimentCommandTest {

  @TempDir private Path folder;
  private final ClusterDirector director = new ClusterDirector(new SimulatedCluster(5));
  private final CommandRunner runner =
      new CommandRunner(director, new StoredScenarios(ScenarioLibrary.load()));
  private final List<String> said = new ArrayList<>();

  @AfterEach
  void close() {
    director.close();
  }

  private Result run(String line) {
    return run(line, Interruption.NEVER);
  }

  private Result run(String line, Interruption interruption) {
    return runner.run(line, (_, text) -> said.add(text), interruption);
  }

  @Test
  void itTellsEachRepeatAndThenATableAndWritesItsFile() throws IOException {
    Path file = folder.resolve("with space.csv");
    assertEquals(
        Result.DONE,
        run("Experiment Livelock repeats=2 seed=7 dial=0,100 bound=5 --to \"" + file + "\""),
        said::toString);
    assertEquals("4 duels, 2 at each of 2 positions of the dial; seed 7.", said.getFirst());
    assertTrue(said.get(1).matches("  1  0%: >\\d+  100%: [2-5]"), said.get(1));
    assertTrue(said.get(2).matches("  2  0%: >\\d+  100%: [2-5]"), said.get(2));
    assertTrue(said.stream().anyMatch(it -> it.contains("2 of 2 not decided within 5 rounds")));
    assertEquals("Written: " + file, said.getLast());
    assertEquals(5, Files.readAllLines(file).size());
  }

  @Test
  void whoeverInterruptsItKeepsWhatWasMeasured() throws IOException {
    Path file = folder.resolve("part.csv");
    assertEquals(
        Result.FAILED, run("experiment livelock dial=50,100 --to " + file, () -> said.size() >= 3));
    assertEquals(
        "Ended early, after 4 of 20 duels; the servers have forgotten them.", said.getLast());
    assertEquals(5, Files.readAllLines(file).size());
    assertEquals(0, director.trace().size());
  }

  @Test
  void whoeverInterruptsTheFirstDuelHasNothingToShow() {
    assertEquals(Result.FAILED, run("experiment livelock", () -> true));
    assertEquals("Ended before the first duel was over: there is nothing to show.", said.getLast());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          experiment                           | There is an experiment with livelock only: write experiment livelock
          experiment B_wins                    | There is an experiment with livelock only: write experiment livelock
          experiment livelock repeats=0        | repeats must be 1 to 100, not 0. Write experiment livelock
          experiment livelock repeats=many     | 'many' is no whole number: write experiment livelock
          experiment livelock dial=0,,5        | '' is no whole number: write experiment livelock
          experiment livelock dial=0,101       | dial must be 0 to 100, not 101. Write experiment livelock
          experiment livelock dials=0          | 'dials=0' says nothing here: write experiment livelock
          experiment livelock seed=1 seed=2    | seed is given twice
          experiment livelock --to             | '--to' says nothing here: write experiment livelock
          experiment livelock --to duel.pdf    | 'duel.pdf' does not say what to write: end it with .svg, .png, .html or .csv.
          """)
  void whatCannotBeUnderstoodIsAnsweredInOneLine(String line, String answer) {
    assertEquals(Result.FAILED, run(line));
    assertEquals(1, said.size());
    assertTrue(said.getFirst().startsWith(answer), said::toString);
  }

  @Test
  void threeServersCannotFightIt() {
    try (ClusterDirector three = new ClusterDirector(new SimulatedCluster(3))) {
      assertEquals(
          Result.FAILED,
          new CommandRunner(three, new StoredScenarios(ScenarioLibrary.load()))
              .run("experiment livelock", (_, text) -> said.add(text), Interruption.NEVER));
    }
    assertTrue(said.getFirst().contains("livelock needs five servers"), said::toString);
  }

  @Test
  void whatCanComeNextIsOffered() {
    CommandCompletion completion =
        new CommandCompletion(
            new ServerNames(director.cluster().addresses()),
            new StoredScenarios(ScenarioLibrary.load()));
    assertEquals(List.of("livelock"), completion.candidates(List.of("experiment")));
    assertTrue(completion.candidates(List.of("experiment", "livelock")).contains("repeats=10"));
    assertEquals(List.of(), completion.candidates(List.of("experiment", "livelock", "--to")));
  }

  @Test
  void aRunCountsItsOvertakingsAloud() {
    assertEquals(Result.DONE, run("run livelock rounds=1 randomness=100"), said::toString);
    assertTrue(
        said.contains(
            "    overtaking 1: 3.1 cannot be accepted by a majority any more, for 3.5 came between"
                + " its phases"),
        said::toString);
    assertFalse(said.stream().anyMatch(it -> it.contains("overtaking 0")));
  }
}
