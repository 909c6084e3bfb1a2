package paxoscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paxoscope.director.ClusterDirector;
import paxoscope.director.Mishaps;
import paxoscope.director.SimulatedCluster;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.Link;
import paxoscope.trace.TraceStep;

/** What is typed to pause servers, to cut links and to let chance in. */
class FaultCommandsTest {

  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S4 = new ServerId(4);
  private static final Link LINK = new Link(S1, S4);

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final ClusterDirector director = new ClusterDirector(cluster);
  private final CommandRunner runner =
      new CommandRunner(director, new StoredScenarios(ScenarioLibrary.load()));
  private final List<String> said = new ArrayList<>();

  @AfterEach
  void close() {
    director.close();
  }

  private void type(String line) {
    runner.run(line, (_, text) -> said.add(text), () -> false);
  }

  private List<Decision> decided() {
    return director.trace().steps().stream().map(TraceStep::decision).toList();
  }

  private static Optional<Command> parsed(String line) throws CommandException {
    return new CommandParser(
            new ServerNames(List.of("a:8000", "a:8001", "a:8002", "a:8003", "a:8004")),
            new StoredScenarios(ScenarioLibrary.load()))
        .parse(line);
  }

  @Test
  void eachIsOneDecision() {
    List.of("free", "pause S4", "resume 8003", "cut S1 S4", "heal S1 S4").forEach(this::type);
    assertEquals(
        List.of(
            new Decision.Pause(S4),
            new Decision.Resume(S4),
            new Decision.Cut(LINK),
            new Decision.Heal(LINK)),
        decided());
  }

  @Test
  void aDashMeansBothDirectionsAndAllMeansEveryLink() {
    List.of("free", "cut S1 S4", "cut S1 - S4", "heal all").forEach(this::type);
    assertEquals(
        List.of(
            new Decision.Cut(LINK),
            new Decision.Cut(LINK.back()),
            new Decision.Heal(LINK),
            new Decision.Heal(LINK.back())),
        decided());
  }

  @Test
  void sharesAreReadInAnyOrder() throws CommandException {
    assertEquals(
        Optional.of(new Command.Faults(new Mishaps(7, 20, 10, 5))),
        parsed("faults delay=5 seed=7 lose=20% double=10%"));
    assertEquals(Optional.of(new Command.Faults(Mishaps.NONE)), parsed("faults off"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cut S1|Which link?",
        "cut S1 S1|There is no link from S1 to itself",
        "cut S1 S9|S9",
        "heal|Which link?",
        "pause|takes one server",
        "faults|Chance needs a seed and a share",
        "faults seed=7|Chance needs a seed and a share",
        "faults lose=20|Chance needs a seed and a share",
        "faults seed=7 lose=20 lose=30|given twice",
        "faults seed=7 lose=80 delay=30|at most 100%",
        "faults seed=7 eat=20|is no share of the messages",
      })
  void nonsenseGetsOneClearLine(String line, String words) {
    String told = assertThrows(CommandException.class, () -> parsed(line)).getMessage();
    assertEquals(1, told.lines().count(), told);
    assertEquals(true, told.contains(words), told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pause S2|S2 is paused already; let it go on with: resume S2",
        "resume S3|S3 is not paused: pause S3 does that.",
        "recover S2|S2 is paused, not down; let it go on with: resume S2",
        "propose x on S2|S2 is paused and does nothing: resume S2 first.",
        "heal S1 S4|The link from S1 to S4 is not cut.",
        "heal all|No link is cut: cut one first, such as: cut S1 S4",
      })
  void whatCannotBeSaysWhy(String line, String answer) {
    List.of("free", "pause S2", line).forEach(this::type);
    assertEquals(answer, said.getLast());
  }

  @Test
  void aNodeThatSomebodyElseStartedIsPausedThere() {
    cluster.startByHand();
    List.of("free", "pause S4").forEach(this::type);
    assertEquals("S4 was not started by this program. Type there: stop S4", said.getLast());
    assertEquals(List.of(), decided());
  }
}
