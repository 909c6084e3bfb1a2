package paxoscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import paxoscope.command.RunCheck;
import paxoscope.files.RunFile;
import paxoscope.files.RunFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code paxoscope check}: whether recorded runs are safe. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = "Checks recorded runs against what Paxos promises. No node is started.",
    footer = "%nIt ends with 0 if all properties hold, 1 if one does not, 2 if a file is wrong.")
final class CheckCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A run in a file.")
  private List<Path> files;

  @Override
  public Integer call() {
    int worst = StandardOutput.WELL;
    for (Path file : files) {
      worst = Math.max(worst, check(file));
    }
    return worst;
  }

  private static int check(Path file) {
    try {
      return RunCheck.tell(file, RunFile.read(file), StandardOutput.lines())
          ? StandardOutput.WELL
          : StandardOutput.NOT_SO;
    } catch (RunFileException wrong) {
      return StandardOutput.complain(wrong);
    }
  }
}
