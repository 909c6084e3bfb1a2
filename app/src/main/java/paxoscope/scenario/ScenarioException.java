package paxoscope.scenario;

/** A scenario's text is wrong. */
public final class ScenarioException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says where, what, and how to mend it.
   *
   * @param message one clear line that begins with {@code line L, column C}
   */
  public ScenarioException(String message) {
    super(message);
  }
}
