package paxoscope.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code paxoscope open}: the window on a recorded run, or with a scenario. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description =
        "Opens the window on a recorded run, or with a scenario of your own. For a run, nodes are"
            + " started only when a scenario is chosen.")
final class OpenCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Parameters(paramLabel = "FILE", description = "A run, or a scenario, in a file.")
  private Path file;

  @Override
  public Integer call() {
    return WindowStart.open(cluster, Optional.of(file));
  }
}
