package paxoscope.director;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paxoscope.scenario.Arguments;
import paxoscope.scenario.Scenario;
import paxoscope.scenario.ScenarioText;
import paxoscope.trace.BoxDiagram;

/** The example that people copy from the documents. */
class DocumentedScenarioTest {

  private static String example() throws IOException {
    String name = "docs/scenarios.md";
    Path file = Files.exists(Path.of(name)) ? Path.of(name) : Path.of("..").resolve(name);
    String text = Files.readString(file);
    int begin = text.indexOf("```yaml\n") + "```yaml\n".length();
    return text.substring(begin, text.indexOf("```", begin));
  }

  @ParameterizedTest
  @ValueSource(strings = {"S1", "S2", "S3", "S4", "S5"})
  void theDocumentedExamplePlaysAsItsReferenceSays(String proposer) throws IOException {
    Scenario scenario = ScenarioText.parse(example());
    SimulatedCluster cluster = new SimulatedCluster(5);
    try (ClusterDirector director = new ClusterDirector(cluster)) {
      LiveRun run = director.start(scenario, Map.of("A", proposer));
      while (run.next().isPresent()) {
        run.step();
      }
      run.end();
      assertEquals(
          Arguments.fill(scenario, Map.of("A", proposer), cluster.addresses()).reference(scenario),
          java.util.Optional.of(BoxDiagram.of(run.trace().steps())));
      assertTrue(run.replies().getFirst().reply().ok());
      assertEquals(5, run.trace().at(run.trace().size()).committedFiles());
    }
  }

  @Test
  void theCaptionsOfTheExampleAreShownOnce() throws IOException {
    SimulatedCluster cluster = new SimulatedCluster(5);
    try (ClusterDirector director = new ClusterDirector(cluster)) {
      LiveRun run = director.start(ScenarioText.parse(example()), Map.of());
      while (run.next().isPresent()) {
        run.step();
      }
      List<String> captions =
          run.trace().steps().stream()
              .map(step -> step.caption())
              .filter(caption -> !caption.isEmpty())
              .toList();
      assertEquals(List.of("These two never arrive.", "The Commits go to all five."), captions);
    }
  }
}
