package paxoscope;

import paxoscope.app.CommandLineProgram;

/**
 * Where the program starts. It is not a JavaFX application class: the Java launcher would want
 * JavaFX on the module path then.
 */
public final class Launcher {

  private Launcher() {}

  /**
   * Starts the window, the console or a node.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(CommandLineProgram.run(arguments));
  }
}
