package paxoscope.rpc;

/**
 * A node cannot be called, though it may well run, and waiting for it does not help: the call was
 * surely not carried out.
 */
public final class NodeInaccessible extends NodeUnreachable {

  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Obstacle {
    /** The node wants another secret than it was given, or one at all. */
    SECRET,
    /** The node takes no such call, or not now. */
    REFUSAL,
    /** Something else than a node listens there. */
    ANOTHER_PROGRAM,
    /** There is no host of that name. */
    HOST_NAME,
    /** The two sides cannot agree on TLS. */
    TLS
  }

  private final Obstacle obstacle;

  /**
   * Says which node, and what stands in the way.
   *
   * @param obstacle what kind of obstacle it is
   * @param message one clear line
   * @param cause what the network layer said; may be null
   */
  public NodeInaccessible(Obstacle obstacle, String message, Throwable cause) {
    super(message, cause);
    this.obstacle = obstacle;
  }

  /**
   * What stands in the way.
   *
   * @return the kind of obstacle
   */
  public Obstacle obstacle() {
    return obstacle;
  }
}
