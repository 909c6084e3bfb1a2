package paxoscope.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import paxoscope.command.CommandOutput;
import paxoscope.command.CommandRunner;
import paxoscope.command.Interruption;

/** Runs commands that do not come from a person at the keyboard. */
public final class Console {

  private final CommandRunner runner;
  private final CommandOutput output;

  /**
   * Joins the parts.
   *
   * @param runner carries the commands out
   * @param output where it is told
   */
  public Console(CommandRunner runner, CommandOutput output) {
    this.runner = runner;
    this.output = output;
  }

  /**
   * Output for a stream: errors go to another one, so that a script can tell them apart.
   *
   * @param out takes everything but errors
   * @param err takes errors
   * @param colours how lines are coloured
   * @return the output
   */
  static CommandOutput to(PrintStream out, PrintStream err, ConsoleColours colours) {
    return (tone, text) -> {
      PrintStream stream = tone == CommandOutput.Tone.ERROR ? err : out;
      stream.println(colours.paint(tone, text));
      stream.flush();
    };
  }

  /**
   * Runs all commands, also after one that fails, up to an {@code exit}.
   *
   * @param commands the commands
   * @return whether all of them went well
   */
  public boolean runAll(List<String> commands) {
    boolean well = true;
    for (String command : commands) {
      CommandRunner.Result result = runner.run(command, output, Interruption.NEVER);
      if (result == CommandRunner.Result.EXIT) {
        return well;
      }
      well &= result == CommandRunner.Result.DONE;
    }
    return well;
  }

  /**
   * Runs each line as it comes, up to the end or an {@code exit}.
   *
   * @param lines one command each
   * @return whether all of them went well
   * @throws IOException if they cannot be read
   */
  public boolean runAll(BufferedReader lines) throws IOException {
    boolean well = true;
    String line = lines.readLine();
    while (line != null) {
      CommandRunner.Result result = runner.run(line, output, Interruption.NEVER);
      if (result == CommandRunner.Result.EXIT) {
        return well;
      }
      well &= result == CommandRunner.Result.DONE;
      line = lines.readLine();
    }
    return well;
  }
}
