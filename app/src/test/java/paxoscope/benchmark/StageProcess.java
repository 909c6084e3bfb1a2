package paxoscope.benchmark;

import java.util.Arrays;
import javafx.application.Application;

/**
 * The process of {@link StageFrames} and {@link CrowdFrames}: a main class must not be a JavaFX
 * application itself.
 */
final class StageProcess {

  /** The window's own stage alone. */
  static final String STAGE = "stage";

  /** The whole window. */
  static final String WINDOW = "window";

  private StageProcess() {}

  /**
   * Starts it.
   *
   * @param arguments {@link #STAGE} or {@link #WINDOW}, and what that is told
   */
  public static void main(String[] arguments) {
    Application.launch(
        arguments[0].equals(WINDOW) ? CrowdFrames.class : StageFrames.class,
        Arrays.copyOfRange(arguments, 1, arguments.length));
  }
}
