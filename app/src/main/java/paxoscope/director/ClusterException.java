package paxoscope.director;

/** A node has refused a call, or could not be reached. */
public final class ClusterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says which node, what, and what to do.
   *
   * @param message one clear line
   * @param cause what lay behind it; may be null
   */
  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
