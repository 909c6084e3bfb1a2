package paxoscope.rpc;

import java.net.ConnectException;

/**
 * A node could not be reached: the call was surely not carried out. Nothing listens there, unless
 * it is a {@link NodeInaccessible}.
 */
public sealed class NodeUnreachable extends RuntimeException permits NodeInaccessible {

  private static final long serialVersionUID = 1L;

  /**
   * Says which node, and what stands in the way.
   *
   * @param message one clear line
   * @param cause what the network layer said; may be null
   */
  public NodeUnreachable(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether its host answers and has nothing at that port: the node is surely down.
   *
   * @return false also where nobody here can know, as of a host that is cut off
   */
  public boolean isNothingThere() {
    return getCause() instanceof ConnectException;
  }
}
