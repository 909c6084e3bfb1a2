package paxoscope.rpc;

/** A node cannot listen where it was told to. The message says why and what to do, in one line. */
public final class CannotListen extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param message one clear line
   * @param cause what the network layer said; may be null
   */
  public CannotListen(String message, Throwable cause) {
    super(message, cause);
  }
}
