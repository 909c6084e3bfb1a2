package paxoscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.command.CommandRunner.Result;
import paxoscope.director.ClusterDirector;
import paxoscope.director.SimulatedCluster;
import paxoscope.files.ScenarioLibrary;
import paxoscope.protocol.ServerId;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScenarioText;

/** What commands do and tell, on participants without processes. */
class CommandRunnerTest {

  private static final ServerId S3 = new ServerId(3);

  private static final String LATE_COLUMN =
      """
      paxoscope: 1
      name: late
      title: A column far to the right
      story: Its name is long.
      lesson: There is room for it.
      parameters:
        - {name: A, kind: server, default: S1}
        - {name: X, kind: value, default: x}
      script:
        - propose: A
          value: X
        - prepare: A
          column: t1000
        - finish: all
      """;

  private final SimulatedCluster cluster = new SimulatedCluster(5);
  private final ClusterDirector director = new ClusterDirector(cluster);
  private final CommandRunner runner =
      new CommandRunner(
          director,
          new ScenarioSource() {
            @Override
            public List<Scenario> scenarios() {
              return new StoredScenarios(ScenarioLibrary.load()).scenarios();
            }

            @Override
            public OwnScenario open(String file) {
              return new OwnScenario(file, ScenarioText.read(LATE_COLUMN));
            }
          });
  private final List<String> said = new ArrayList<>();

  @AfterEach
  void close() {
    director.close();
  }

  private Result run(String line) {
    return run(line, Interruption.NEVER);
  }

  private Result run(String line, Interruption interruption) {
    return runner.run(line, (tone, text) -> said.add(text), interruption);
  }

  /** A person who interrupts whenever something is so. */
  private static Interruption person(BooleanSupplier interrupts) {
    return new Interruption() {
      @Override
      public boolean isWanted() {
        return interrupts.getAsBoolean();
      }

      @Override
      public boolean isPossible() {
        return true;
      }
    };
  }

  @Test
  void whatOnlyACureEndsIsRefusedWhereNobodyCanCureIt() {
    int before = director.trace().size();
    assertEquals(Result.FAILED, run("run livelock rounds=0"));
    assertEquals(
        List.of(
            "livelock with rounds=0 goes on until somebody cures it, and here nobody can: give it"
                + " a number above 0, or play it at the console's prompt or in the window."),
        said);
    assertEquals(before, director.trace().size());
  }

  @Test
  void theFirstInterruptionCuresAnEndlessLivelock() {
    Interruption once = person(() -> said.size() == 60);
    assertEquals(Result.DONE, run("run livelock rounds=0", once), said::toString);
    assertTrue(said.contains("It is cured after this round. Ctrl-C once more stops it."));
    assertTrue(said.getLast().endsWith("boxes are those of the slide."), said::toString);
  }

  @Test
  void equalWaitsAreNotCalledACureAndTheSecondInterruptionStopsThem() {
    Interruption twice = person(() -> said.size() == 60 || said.size() == 90);
    assertEquals(Result.FAILED, run("run livelock rounds=0 randomness=0", twice), said::toString);
    assertTrue(
        said.contains(
            "From now on both wait equally long (randomness 0), which cures nothing."
                + " Ctrl-C once more stops it."),
        said::toString);
    assertEquals("Stopped before its end; what was held has been let go.", said.getLast());
  }

  @Test
  void theSecondInterruptionStopsIt() {
    assertEquals(Result.FAILED, run("run livelock rounds=0", person(() -> said.size() > 60)));
    assertEquals("Stopped before its end; what was held has been let go.", said.getLast());
  }

  @Test
  void anyOtherScenarioIsStoppedByTheFirst() {
    assertEquals(Result.FAILED, run("A_wins 8000 8004 X Y", person(() -> said.size() > 3)));
    assertEquals("Stopped before its end; what was held has been let go.", said.getLast());
  }

  @ParameterizedTest
  @CsvSource({"1, yes", "2, yes", "4, yes", "1, no", "2, no", "4, no"})
  void aLivelockOfAnyLengthIsItsSlide(String rounds, String cure) {
    assertEquals(
        Result.DONE, run("run livelock rounds=" + rounds + " cure=" + cure), said::toString);
    assertEquals(
        "All " + (cure.equals("yes") ? 21 : 15) + " boxes are those of the slide.", said.getLast());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "partition 8003 8001 X Y roundA=7",
        "run partition A=S4 B=S2 roundA=7",
        "chosen_unknown 8002 X"
      })
  void aScenarioThatIsOverTellsWhatItTeachesAndAsks(String command) {
    Scenario scenario =
        ScenarioLibrary.load()
            .find(command.contains("partition") ? "partition" : "chosen_unknown")
            .orElseThrow();
    assertEquals(Result.DONE, run(command), said::toString);
    assertTrue(said.contains("  " + scenario.lesson()), said::toString);
    assertTrue(said.contains("  " + scenario.question().orElseThrow()), said::toString);
    assertTrue(said.getLast().endsWith("boxes are those of the slide."), said::toString);
  }

  @Test
  void aServerWritesItsFileOnceHoweverOftenItIsTold() {
    assertEquals(Result.DONE, run("A_wins 8000 8004 X Y"));
    for (int number = 1; number <= 5; number++) {
      String server = "S" + number;
      assertEquals(1, said.stream().filter(line -> line.contains(server + " writes X")).count());
      assertEquals(
          1,
          said.stream()
              .filter(line -> line.strip().equals(server + " knows already that X is chosen"))
              .count());
    }
  }

  @Test
  void theNameOfAColumnDoesNotStickToTheText() {
    run("run late.yaml");
    assertTrue(said.contains("t1000 S1 promises 1.1 to itself"), said::toString);
  }

  @Test
  void aServerThatComesBackIsToldToRememberOnlyIfItDoes() {
    run("crash 8002");
    run("recover 8002");
    assertEquals("S3 is back, with what was on its disk.", said.getLast());
    run("crash 8002");
    run("restart");
    run("recover 8002");
    assertEquals(
        "S3 is back, and has forgotten everything: there was a restart while it was down.",
        said.getLast());
  }

  @Test
  void whoeverWaitsForAPersonToStartAServerCanStopWaiting() {
    cluster.startByHand();
    cluster.crash(S3);
    List<String> asked = new ArrayList<>();
    assertEquals(
        Result.FAILED,
        run(
            "recover 8002",
            person(
                () -> {
                  asked.add("once");
                  return asked.size() > 2;
                })));
    assertEquals("Stopped waiting for S3; start it there and try again.", said.getLast());
    assertTrue(cluster.status(S3).isEmpty());
  }

  @Test
  void theWaitForAServerEndsWhenAPersonHasStartedIt() {
    cluster.startByHand();
    cluster.crash(S3);
    Interruption starter =
        () -> {
          cluster.recover(S3);
          return false;
        };
    assertEquals(Result.DONE, run("recover 8002", starter), said::toString);
    assertEquals("  start S3", said.get(1));
    assertTrue(director.trace().at(director.trace().size()).server(S3).alive());
  }

  @Test
  void aScriptDoesNotWaitForEverForAServerThatNobodyStarts() {
    cluster.startByHand();
    cluster.crash(S3);
    CommandRunner impatient =
        new CommandRunner(
            director, new StoredScenarios(ScenarioLibrary.load()), Duration.ofMillis(1));

    assertEquals(
        Result.FAILED,
        impatient.run("recover 8002", (tone, text) -> said.add(text), Interruption.NEVER));

    assertEquals("Waiting at most 0 s until it answers ...", said.get(2));
    assertEquals("Stopped waiting for S3; start it there and try again.", said.getLast());
  }

  @Test
  void aServerThatMissesARestartIsNamedThenAndByWhoeverComesLater() {
    run("set value 1 on S1");
    cluster.crash(S3);
    assertEquals(Result.FAILED, run("restart"));
    assertEquals(
        "All servers that run have forgotten everything. S3 is down and still remembers. It forgets"
            + " when it comes back while this program runs; if that is later, write restart again"
            + " then.",
        said.getLast());
    director.close();
    cluster.recover(S3);
    String told =
        "S3 is in another run than the other servers, and they ignore each other: write restart,"
            + " and all begin anew together.";

    try (ClusterDirector later = new ClusterDirector(cluster)) {
      CommandRunner another = new CommandRunner(later, new StoredScenarios(ScenarioLibrary.load()));
      another.run("status", (tone, text) -> said.add(text), Interruption.NEVER);
      assertEquals(told, said.getLast());
      assertEquals(
          Result.FAILED,
          another.run("set value 6 on S3", (tone, text) -> said.add(text), Interruption.NEVER));
      assertEquals(told, said.getLast());
      another.run("restart", (tone, text) -> said.add(text), Interruption.NEVER);
      assertEquals("Every server has forgotten everything.", said.getLast());
      assertEquals(
          Result.DONE,
          another.run("set value 6 on S3", (tone, text) -> said.add(text), Interruption.NEVER));
    }
  }

  @Test
  void aScenarioInWhichAServerIsLostDidNotRunAsWrittenEvenIfItsSlideCameBefore() {
    Interruption later =
        () -> {
          if (said.size() == 70) {
            cluster.crash(S3);
          }
          return false;
        };
    assertEquals(Result.FAILED, run("run livelock rounds=12 cure=no", later), said::toString);
    assertTrue(said.stream().anyMatch(line -> line.endsWith("boxes are those of the slide.")));
    assertEquals(
        "S3 went down on the way, which the scenario did not ask for: the rest did not run as"
            + " written.",
        said.getLast());
  }
}
