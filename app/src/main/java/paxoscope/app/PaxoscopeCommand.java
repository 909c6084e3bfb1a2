package paxoscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code paxoscope}: the window. */
@Command(
    name = "paxoscope",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    versionProvider = ProgramVersion.class,
    subcommands = {
      ConsoleCommand.class,
      CheckCommand.class,
      CompareCommand.class,
      OpenCommand.class,
      ExportCommand.class,
      PrepareCommand.class,
      RehearseCommand.class
    },
    description = "Shows Basic Paxos at work on real server processes.",
    footer = "%nA single server: paxoscope node ARGUMENTS; see paxoscope node --help.")
final class PaxoscopeCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A recorded run, or a scenario, to open; without one, the nodes are started.")
  private Path file;

  @Override
  public Integer call() {
    if (file != null && isMistypedCommand(file)) {
      throw cluster.wrong("There is no command and no file '" + file + "'.");
    }
    return WindowStart.open(cluster, Optional.ofNullable(file));
  }

  private static boolean isMistypedCommand(Path file) {
    return file.getNameCount() == 1 && !file.toString().contains(".") && !Files.exists(file);
  }
}
