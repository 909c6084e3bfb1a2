package paxoscope.benchmark;

import javafx.application.Application;

/** The process of {@link StageFrames}: a main class must not be a JavaFX application itself. */
final class StageProcess {

  private StageProcess() {}

  /**
   * Starts it.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    Application.launch(StageFrames.class);
  }
}
