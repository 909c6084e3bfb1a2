package paxoscope.trace;

import paxoscope.protocol.Outbound;
import paxoscope.protocol.ServerId;

/**
 * The way of one message or timer through a run: from the step in which it entered a gate to the
 * step in which its waiting ended. A copy is a passage of its own.
 *
 * @param serial names it in this run; passages are numbered from 1 in the order in which they began
 * @param name its name, the same on every replay
 * @param content the message or timer
 * @param owner the server whose gate held it: the one that made the call
 * @param gateId the owner's id for it; empty if the gate never told one
 * @param sentStep the step in which it was sent; the step of its arrival if its sending was not
 *     seen
 * @param endStep the step in which its waiting ended; {@link #NOT_YET} while it waits
 * @param end what became of it
 */
public record Passage(
    int serial,
    ItemName name,
    Outbound content,
    ServerId owner,
    String gateId,
    int sentStep,
    int endStep,
    End end) {

  /** The end of what has none yet: later than every step. */
  public static final int NOT_YET = Integer.MAX_VALUE;

  /** What became of a message or timer. */
  public enum End {
    /** It waits. */
    WAITING,
    /** Its receiver has handled it; a timer has fired. */
    HANDLED,
    /** Its receiver has refused it because of a promise. */
    REFUSED,
    /** It arrived too late to matter. */
    IGNORED,
    /** It was lost on purpose. */
    LOST,
    /** Its receiver was not there. */
    UNREACHABLE,
    /** No answer came: it may have been handled. */
    UNKNOWN,
    /** It went when its server forgot everything, or died with the server: a timer. */
    FORGOTTEN
  }

  /**
   * The same passage as it was known at a moment.
   *
   * @param cursor the moment
   * @return a passage that still waits if its end lies behind the moment
   */
  public Passage asOf(int cursor) {
    return endStep <= cursor
        ? this
        : new Passage(serial, name, content, owner, gateId, sentStep, NOT_YET, End.WAITING);
  }

  /**
   * Whether it has reached its receiver.
   *
   * @return true if a server has taken it in, whatever it made of it
   */
  public boolean arrived() {
    return switch (end) {
      case HANDLED, REFUSED, IGNORED -> true;
      case WAITING, LOST, UNREACHABLE, UNKNOWN, FORGOTTEN -> false;
    };
  }

  /**
   * Whether the record tells when it was sent.
   *
   * @return false if only its arrival is recorded: it was sent before the record began, or by
   *     somebody outside the run
   */
  public boolean sendingSeen() {
    return !gateId.isEmpty() || sentStep != endStep;
  }

  Passage ended(int step, End how) {
    return new Passage(serial, name, content, owner, gateId, sentStep, step, how);
  }
}
