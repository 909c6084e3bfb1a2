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
    // Pictures are painted in memory: a display that is named but not there must not stop that.
    System.setProperty("java.awt.headless", "true");
    System.exit(CommandLineProgram.run(arguments));
  }
}
