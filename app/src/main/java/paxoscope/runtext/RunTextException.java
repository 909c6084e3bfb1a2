package paxoscope.runtext;

/** A run's text is wrong. */
public final class RunTextException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says where and what.
   *
   * @param message one clear line that begins with {@code line N}
   */
  public RunTextException(String message) {
    super(message);
  }
}
