package paxoscope.ui;

import javafx.application.Application;

/** Opens the window. */
public final class PaxoscopeWindow {

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
