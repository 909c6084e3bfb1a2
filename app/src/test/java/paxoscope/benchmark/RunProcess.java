package paxoscope.benchmark;

import javafx.application.Application;

/** The process of {@link RunFigures}: a main class must not be a JavaFX application itself. */
final class RunProcess {

  private RunProcess() {}

  /**
   * Starts it.
   *
   * @param arguments a folder for files
   */
  public static void main(String[] arguments) {
    Application.launch(RunFigures.class, arguments);
  }
}
