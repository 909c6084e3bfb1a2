package paxoscope.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import paxoscope.command.RunComparison;
import paxoscope.files.RunFile;
import paxoscope.files.RunFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code paxoscope compare}: where two recorded runs first differ. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description =
        "Says where two recorded runs first differ; times, ids and incarnations do not count.",
    footer = "%nIt ends with 0 if they are the same, 1 if they differ, 2 if a file is wrong.")
final class CompareCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "ONE", description = "A run in a file.")
  private Path one;

  @Parameters(index = "1", paramLabel = "OTHER", description = "Another.")
  private Path other;

  @Override
  public Integer call() {
    try {
      return RunComparison.tell(
              one,
              RunFile.read(one).trace(),
              other,
              RunFile.read(other).trace(),
              StandardOutput.lines())
          ? StandardOutput.WELL
          : StandardOutput.NOT_SO;
    } catch (RunFileException wrong) {
      return StandardOutput.complain(wrong);
    }
  }
}
