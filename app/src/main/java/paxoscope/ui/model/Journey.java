package paxoscope.ui.model;

import java.util.Optional;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ItemName;

/**
 * A message of a run, from its entry into a gate to its end.
 *
 * @param name its name in this run; its occurrence is 0 if it entered before the record began
 * @param content the message
 * @param owner the server whose gate it entered; for a reply, the caller
 * @param gateId the owner's id for it; empty text if it entered before the record began
 * @param sent the step in which it entered; 0 if that was before the record began
 * @param end how and when it ended; empty as long as it is on its way
 */
public record Journey(
    ItemName name, Outbound content, ServerId owner, String gateId, int sent, Optional<End> end) {

  /**
   * The end of a message.
   *
   * @param step the step in which it ended
   * @param kind how
   */
  public record End(int step, Kind kind) {}

  /** How a message can end. */
  public enum Kind {
    /** Its receiver has handled it. */
    HANDLED,
    /** Its receiver has refused it because of a promise. */
    REFUSED,
    /** It came too late to matter. */
    IGNORED,
    /** It was lost on the way. */
    LOST,
    /** Its receiver was down. */
    NOBODY_THERE,
    /** The call broke off; its receiver may have handled it. */
    UNKNOWN,
    /** Its sender has forgotten it: the servers were restarted. */
    FORGOTTEN;

    /**
     * Whether it reached its receiver.
     *
     * @return true if it did
     */
    public boolean arrived() {
      return switch (this) {
        case HANDLED, REFUSED, IGNORED -> true;
        case LOST, NOBODY_THERE, UNKNOWN, FORGOTTEN -> false;
      };
    }
  }

  Journey ended(int step, Kind kind) {
    return new Journey(name, content, owner, gateId, sent, Optional.of(new End(step, kind)));
  }

  /**
   * Whether a server sends or receives it.
   *
   * @param server the server
   * @return true if it does
   */
  public boolean concerns(ServerId server) {
    return content.from().equals(server) || content.to().equals(server);
  }
}
