package paxoscope.node;

/** A data folder cannot be used: it is damaged, in use, another node's, or not accessible. */
public final class StoreRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong and what to do.
   *
   * @param message one clear line
   */
  public StoreRefusal(String message) {
    super(message);
  }

  /**
   * Says what is wrong and what to do.
   *
   * @param message one clear line
   * @param cause what the file system said
   */
  public StoreRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
