package paxoscope.ui;

import javafx.application.Application;

/** Opens the window. */
public final class PaxoscopeWindow {

  private static WindowOptions options;

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

  static WindowOptions options() {
    return options;
  }
}
