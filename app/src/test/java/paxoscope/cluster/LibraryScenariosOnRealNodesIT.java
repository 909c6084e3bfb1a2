package paxoscope.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import paxoscope.director.Cluster;
import paxoscope.director.ClusterDirector;
import paxoscope.director.Director;
import paxoscope.director.LibrarySlide;
import paxoscope.director.LiveRun;
import paxoscope.files.ScenarioLibrary;
import paxoscope.journal.GateMode;
import paxoscope.journal.NodeState;
import paxoscope.protocol.ServerId;
import paxoscope.support.FreePorts;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.SafetyProperties;

/** The scenarios beyond the classical ones, where servers really die and come back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryScenariosOnRealNodesIT {

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private static Path parent;

  private Cluster cluster;
  private Director director;

  static Stream<Arguments> eachWithTwoPairs() {
    return LibrarySlide.ALL.stream()
        .flatMap(slide -> Stream.of(Arguments.of(slide, 1, 5), Arguments.of(slide, 4, 2)));
  }

  @BeforeAll
  void startNodes() {
    cluster = LocalCluster.start(FreePorts.inARow(5), parent);
    director = new ClusterDirector(cluster);
  }

  @AfterAll
  void endNodes() {
    director.close();
    cluster.close();
  }

  @ParameterizedTest
  @MethodSource("eachWithTwoPairs")
  void itsBoxesAnswersAndFilesAreThoseOfItsSlide(LibrarySlide slide, int first, int second)
      throws IOException {
    ServerId a = new ServerId(first);
    ServerId b = new ServerId(second);
    LiveRun run =
        director.start(
            ScenarioLibrary.load().find(slide.name()).orElseThrow(), slide.arguments(a, b));
    while (run.next().isPresent()) {
      run.step();
    }
    run.end();
    assertEquals(slide.boxes(a, b), BoxDiagram.of(run.trace().steps()));
    assertEquals(List.of(), SafetyProperties.check(run.trace()));
    assertTrue(slide.answers(a, b).containsAll(answers(run)), answers(run)::toString);
    assertEquals(successes(slide.answers(a, b)), successes(answers(run)));
    assertAllHold(slide.file());
  }

  private static List<String> answers(LiveRun run) {
    return run.replies().stream()
        .map(
            answer ->
                answer.server()
                    + (answer.reply().ok()
                        ? " ok: " + answer.reply().chosen().orElseThrow().value()
                        : " failed"))
        .toList();
  }

  // That its server has died is news to a client whenever its connection tells it.
  private static List<String> successes(List<String> answers) {
    return answers.stream().filter(answer -> answer.contains(" ok: ")).toList();
  }

  private void assertAllHold(String value) throws IOException {
    for (int number = 1; number <= 5; number++) {
      NodeState state = cluster.status(new ServerId(number)).orElseThrow();
      assertEquals(value, fileOf(state.port()));
      assertEquals(value, state.fileContents());
      assertEquals(GateMode.OPEN, state.gate());
      assertEquals(0, state.held());
    }
  }

  private static String fileOf(int port) throws IOException {
    String file = port + "/committed.txt";
    try (Stream<Path> folders = Files.list(parent)) {
      return Files.readString(
          folders
              .map(folder -> folder.resolve(file))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow());
    }
  }
}
