package paxoscope.app;

import java.util.List;
import java.util.concurrent.Callable;
import paxoscope.cluster.ClusterChoice;
import paxoscope.command.StoredScenarios;
import paxoscope.director.ClusterException;
import paxoscope.director.Director;
import paxoscope.files.ScenarioLibrary;
import paxoscope.files.UserFolders;
import paxoscope.ui.PaxoscopeWindow;
import paxoscope.ui.WindowOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code paxoscope}: the window. */
@Command(
    name = "paxoscope",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    versionProvider = ProgramVersion.class,
    subcommands = {ConsoleCommand.class, PrepareCommand.class, RehearseCommand.class},
    description = "Shows Basic Paxos at work on real server processes.",
    footer = "%nA single server: paxoscope node ARGUMENTS; see paxoscope node --help.")
final class PaxoscopeCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Override
  public Integer call() {
    ClusterChoice choice = cluster.choice();
    List<Integer> ports = portsOf(choice);
    try (OpenClusters clusters = new OpenClusters();
        Early<Director> nodes = new Early<>(() -> open(clusters, choice))) {
      return PaxoscopeWindow.open(
          new WindowOptions(
              nodes,
              ports,
              new StoredScenarios(ScenarioLibrary.load()),
              UserFolders.ofThisUser().settings().resolve("settings.properties")));
    }
  }

  private List<Integer> portsOf(ClusterChoice choice) {
    try {
      return choice.ports();
    } catch (IllegalArgumentException wrong) {
      throw cluster.wrong(wrong.getMessage());
    }
  }

  // The window shows one kind of failure, whatever was wrong.
  private static Director open(OpenClusters clusters, ClusterChoice choice) {
    try {
      return clusters.open(choice);
    } catch (IllegalArgumentException wrong) {
      throw new ClusterException(wrong.getMessage(), wrong);
    }
  }
}
