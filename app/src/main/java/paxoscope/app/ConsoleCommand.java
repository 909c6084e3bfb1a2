package paxoscope.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.Callable;
import paxoscope.cluster.ClusterChoice;
import paxoscope.command.StoredScenarios;
import paxoscope.console.ConsoleSession;
import paxoscope.director.ClusterException;
import paxoscope.director.Director;
import paxoscope.files.ScenarioLibrary;
import paxoscope.files.UserFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code paxoscope console}: the commands without a window. */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = "Plays scenarios and sets values without a window.",
    footer =
        "%nWithout -c it reads commands from the keyboard, or from a pipe.%n"
            + "It ends with 1 if a command fails, with 2 if the command line is wrong.")
final class ConsoleCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Option(
      names = {"-c", "--command"},
      paramLabel = "COMMAND",
      description = "Run this command and end; may be given several times.")
  private List<String> commands = List.of();

  @Override
  public Integer call() throws IOException {
    ClusterChoice choice = cluster.choice();
    try (OpenClusters clusters = new OpenClusters()) {
      Director director = clusters.open(choice);
      clusters.keepRuns(
          director,
          UserFolders.ofThisUser().runs(),
          trouble -> System.err.println("paxoscope: " + trouble));
      ConsoleSession session =
          new ConsoleSession(director, new StoredScenarios(ScenarioLibrary.load()));
      boolean well;
      if (!commands.isEmpty()) {
        well = session.run(commands);
      } else if (ConsoleSession.isAtTerminal()) {
        session.prompt();
        well = true;
      } else {
        well =
            session.run(
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
      }
      return well ? 0 : 1;
    } catch (IllegalArgumentException wrong) {
      throw cluster.wrong(wrong.getMessage());
    } catch (ClusterException failed) {
      System.err.println("paxoscope: " + failed.getMessage());
      return 1;
    }
  }
}
