package paxoscope.ui;

import java.util.logging.Logger;
import javafx.application.Application;

/** Opens the window. */
public final class PaxoscopeWindow {

  // Kept here: a logger that nobody keeps is forgotten, and its filter with it.
  private static final Logger TOOLKIT = Logger.getLogger("javafx");

  static {
    // That we have JavaFX on the class path is meant so (ADR 2), and nothing the user can change.
    TOOLKIT.setFilter(
        line -> !String.valueOf(line.getMessage()).startsWith("Unsupported JavaFX configuration"));
  }

  private static WindowOptions options;
  private static boolean rehearsed;

  private PaxoscopeWindow() {}

  /**
   * Opens the window and waits until it is closed. Once in the life of a program.
   *
   * @param chosen what it needs
   * @return the exit code of the program
   */
  public static int open(WindowOptions chosen) {
    options = chosen;
    Application.launch(PaxoscopeApplication.class);
    return 0;
  }

  /**
   * Opens the window, uses it a little and closes it. Once in the life of a program.
   *
   * @param chosen what it needs
   * @return the exit code of the program: 0 if a scenario was played
   */
  public static int rehearse(WindowOptions chosen) {
    options = chosen;
    Application.launch(RehearsalApplication.class);
    return rehearsed ? 0 : 1;
  }

  static void rehearsed() {
    rehearsed = true;
  }

  static WindowOptions options() {
    return options;
  }
}
