package paxoscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import paxoscope.cluster.ClusterChoice;
import paxoscope.command.CommandException;
import paxoscope.command.FileCheck;
import paxoscope.command.ScenarioSource;
import paxoscope.command.StoredScenarios;
import paxoscope.files.RunFileException;
import paxoscope.files.ScenarioLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paxoscope check}: whether recorded runs are safe, and scenarios can be played. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description =
        "Checks recorded runs against what Paxos promises, and tries scenarios on the protocol"
            + " alone. No node is started.",
    footer =
        "%nIt ends with 0 if all is well, 1 if a property does not hold or a scenario has a"
            + " mistake,%n2 if a file cannot be read.")
final class CheckCommand implements Callable<Integer> {

  private static final int USUAL_SERVERS = 5;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A run in a file, a scenario in a file, or the name of one of the program's.")
  private List<Path> files;

  @Option(
      names = "--servers",
      paramLabel = "N",
      description = "On how many servers scenarios are tried: 3 to 9, five by default.")
  private int servers = USUAL_SERVERS;

  @Override
  public Integer call() {
    if (servers < ClusterChoice.FEWEST || servers > ClusterChoice.MOST) {
      return StandardOutput.complain(
          new IllegalArgumentException(
              "--servers is %d to %d, not %d."
                  .formatted(ClusterChoice.FEWEST, ClusterChoice.MOST, servers)));
    }
    ScenarioSource scenarios = new StoredScenarios(ScenarioLibrary.load());
    int worst = StandardOutput.WELL;
    for (Path file : files) {
      worst = Math.max(worst, check(file, scenarios));
    }
    return worst;
  }

  private int check(Path file, ScenarioSource scenarios) {
    try {
      return FileCheck.tell(file, scenarios, servers, StandardOutput.lines())
          ? StandardOutput.WELL
          : StandardOutput.NOT_SO;
    } catch (CommandException | RunFileException wrong) {
      return StandardOutput.complain(wrong);
    }
  }
}
