package paxoscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import paxoscope.cluster.ClusterChoice;
import paxoscope.command.StoredScenarios;
import paxoscope.files.ScenarioLibrary;
import paxoscope.ui.PaxoscopeWindow;
import paxoscope.ui.WindowOptions;
import paxoscope.ui.model.NodeSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The part of {@code paxoscope prepare} that shows the window: it is watched by its JVM. */
@Command(name = "rehearse", hidden = true, description = "Used by prepare.")
final class RehearseCommand implements Callable<Integer> {

  private static final String QUICKLY = "speed=10\n";

  @Mixin private ClusterOptions cluster;

  @Override
  public Integer call() throws IOException {
    // Not the user's: what he has set stays as it is.
    Path folder = Files.createTempDirectory("paxoscope-rehearsal");
    Path settings = folder.resolve("settings.properties");
    ClusterChoice choice = cluster.choice();
    try (OpenClusters clusters = new OpenClusters()) {
      Files.writeString(settings, QUICKLY);
      return PaxoscopeWindow.rehearse(
          new WindowOptions(
              new NodeSource(choice.ports(), () -> clusters.open(choice)),
              Map.of(),
              new StoredScenarios(ScenarioLibrary.load()),
              settings,
              folder.resolve("runs"),
              Optional.empty()));
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
