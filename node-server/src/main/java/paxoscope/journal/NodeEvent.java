package paxoscope.journal;

import java.util.Locale;
import java.util.Optional;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.ProposeOptions;
import paxoscope.protocol.ServerId;
import paxoscope.protocol.Value;

/**
 * One thing that happened at a node.
 *
 * @param node where
 * @param incarnation the node's incarnation
 * @param sequence its place in the journal, without gaps within an incarnation. The first begins at
 *     1, each later one at a place of its own, so that a place tells which incarnation it is of
 * @param clock the logical clock (Lamport 1978): greater than that of everything that caused it
 * @param wallMillis the node's wall clock, milliseconds since 1970 UTC; for display only, clocks
 *     disagree
 * @param kind what happened
 * @param message the message or timer it happened to; the Commit for {@link Kind#COMMITTED}
 * @param itemId the gate's id of that item, where it has (or had) one
 * @param value for {@link Kind#PROPOSED} what the client wants; for {@link Kind#DECIDED} and {@link
 *     Kind#ANSWERED} the chosen value, if any
 * @param note one plain sentence where the other members do not say it all: why something was
 *     ignored or refused, what a client was answered; else empty text
 * @param state the node's state right after
 * @param details what only some kinds of events have
 */
public record NodeEvent(
    ServerId node,
    int incarnation,
    int sequence,
    int clock,
    long wallMillis,
    Kind kind,
    Optional<Outbound> message,
    Optional<String> itemId,
    Optional<Value> value,
    String note,
    NodeState state,
    Details details) {

  /**
   * An event that has no details.
   *
   * @param node where
   * @param incarnation the node's incarnation
   * @param sequence its place in the journal
   * @param clock the logical clock
   * @param wallMillis the node's wall clock
   * @param kind what happened
   * @param message the message or timer it happened to
   * @param itemId the gate's id of that item
   * @param value the value asked for or chosen
   * @param note one plain sentence, or empty text
   * @param state the node's state right after
   */
  public NodeEvent(
      ServerId node,
      int incarnation,
      int sequence,
      int clock,
      long wallMillis,
      Kind kind,
      Optional<Outbound> message,
      Optional<String> itemId,
      Optional<Value> value,
      String note,
      NodeState state) {
    this(
        node,
        incarnation,
        sequence,
        clock,
        wallMillis,
        kind,
        message,
        itemId,
        value,
        note,
        state,
        Details.NONE);
  }

  /**
   * What only some kinds of events have.
   *
   * @param options how the client wants its value proposed; for {@link Kind#PROPOSED}
   * @param delayMillis how long the timer waits in an open gate, in milliseconds; where the message
   *     is a timer in the gate
   * @param outcome what is known of the call; for {@link Kind#UNKNOWN}
   */
  public record Details(
      Optional<ProposeOptions> options,
      Optional<Integer> delayMillis,
      Optional<CallOutcome> outcome) {

    /** No details. */
    public static final Details NONE =
        new Details(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What is known of a call that has brought no answer. */
  public enum CallOutcome {
    /** There was nobody to hand the message to: surely not handled. */
    UNREACHABLE,
    /**
     * The receiver has answered with a fault, and its journal says why: nothing has changed there.
     */
    REFUSED,
    /** No answer came: perhaps handled. */
    UNKNOWN;

    /**
     * The name on the wire.
     *
     * @return the name in lower case
     */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds an outcome by its name on the wire.
     *
     * @param text a name as {@link #wireName()} gives it
     * @return the outcome
     * @throws IllegalArgumentException if there is none of that name
     */
    public static CallOutcome ofWireName(String text) {
      for (CallOutcome outcome : values()) {
        if (outcome.wireName().equals(text)) {
          return outcome;
        }
      }
      throw new IllegalArgumentException("'" + text + "' is no outcome of a call.");
    }
  }

  /** What can happen at a node. */
  public enum Kind {
    /** The process has started, with the state it found on its disk. */
    STARTED,
    /** A client has asked it to propose a value. */
    PROPOSED,
    /** A message or timer is in the gate (whether it waits or leaves at once). */
    HELD,
    /** It has handled a message as the protocol says. */
    HANDLED,
    /** Its acceptor has refused a message because of a promise. */
    REFUSED,
    /**
     * A message came too late to matter: of another run, an earlier incarnation, a round that is
     * over.
     */
    IGNORED,
    /** A message in its gate was dropped. */
    DROPPED,
    /** A message in its gate was doubled; the event names the copy. */
    DUPLICATED,
    /** A timer has fired. */
    TIMER,
    /** A call has brought no answer; its {@link Details#outcome()} tells what is known of it. */
    UNKNOWN,
    /** Its proposer knows that a value is chosen. */
    DECIDED,
    /** It has learned the chosen value, and its file holds it. */
    COMMITTED,
    /** It has answered its client. */
    ANSWERED,
    /** It has forgotten everything. */
    RESTARTED,
    /** A caller without meta, outside any run, has called it; what that did follows. */
    EXTERNAL;

    /**
     * The name on the wire.
     *
     * @return the name in lower case
     */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a kind by its name on the wire.
     *
     * @param text a name as {@link #wireName()} gives it
     * @return the kind
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Kind ofWireName(String text) {
      for (Kind kind : values()) {
        if (kind.wireName().equals(text)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("'" + text + "' is no kind of event.");
    }
  }
}
