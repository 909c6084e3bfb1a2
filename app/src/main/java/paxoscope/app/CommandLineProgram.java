package paxoscope.app;

import java.util.Arrays;
import paxoscope.node.NodeMain;
import picocli.CommandLine;

/** Finds out what the command line asks for and does it. */
public final class CommandLineProgram {

  private CommandLineProgram() {}

  /**
   * Runs the program.
   *
   * @param arguments the command line
   * @return the exit code: 0 if all went well, 1 if something failed, 2 for a wrong command line
   */
  public static int run(String... arguments) {
    if (arguments.length > 0 && arguments[0].equals("node")) {
      return NodeMain.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
    return new CommandLine(new PaxoscopeCommand())
        .setParameterExceptionHandler(CommandLineProgram::sayWhatIsWrong)
        .execute(arguments);
  }

  private static int sayWhatIsWrong(CommandLine.ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    command
        .getErr()
        .println(
            "paxoscope: "
                + wrong.getMessage()
                + " See: "
                + command.getCommandSpec().qualifiedName()
                + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
