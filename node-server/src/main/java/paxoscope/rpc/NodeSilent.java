package paxoscope.rpc;

/** A call was sent, but no answer came: it may have been carried out, or not. */
public final class NodeSilent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says which node, and how the answer was lost.
   *
   * @param message one clear line
   * @param cause what the network layer said; may be null
   */
  public NodeSilent(String message, Throwable cause) {
    super(message, cause);
  }
}
