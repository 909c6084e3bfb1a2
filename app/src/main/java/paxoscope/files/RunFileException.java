package paxoscope.files;

/** A run cannot be read from a file, or not be written to it. */
public final class RunFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says which file, what is wrong, and what to do.
   *
   * @param message one clear line
   */
  public RunFileException(String message) {
    super(message);
  }
}
