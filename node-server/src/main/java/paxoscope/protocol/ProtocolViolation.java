package paxoscope.protocol;

/**
 * Something that no participant of a correct cluster ever sends. Whoever handles the input changes
 * nothing and tells the caller loudly.
 */
public final class ProtocolViolation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the violation.
   *
   * @param message one clear line
   */
  public ProtocolViolation(String message) {
    super(message);
  }
}
