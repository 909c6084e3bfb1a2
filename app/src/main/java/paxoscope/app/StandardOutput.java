package paxoscope.app;

import paxoscope.command.CommandOutput;

/** What the commands of the command line say, and how they end. */
final class StandardOutput {

  /** All is well. */
  static final int WELL = 0;

  /** What was asked for does not hold. */
  static final int NOT_SO = 1;

  /** A file or the command line is wrong. */
  static final int WRONG = 2;

  private StandardOutput() {}

  /** Lines without colours: errors to standard error, all else to standard output. */
  static CommandOutput lines() {
    return (tone, text) ->
        (tone == CommandOutput.Tone.ERROR ? System.err : System.out).println(text);
  }

  /** Says what is wrong with a file. */
  static int complain(Exception wrong) {
    System.err.println("paxoscope: " + wrong.getMessage());
    return WRONG;
  }
}
