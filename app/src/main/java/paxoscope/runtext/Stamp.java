package paxoscope.runtext;

import java.util.Optional;
import paxoscope.journal.NodeEvent;
import paxoscope.journal.NodeState;

/**
 * What is printed of an event apart from the rest: when and where it was written down.
 *
 * @param at the node's wall clock, milliseconds since 1970 UTC; 0 if not known
 * @param clock the node's logical clock; 0 if not known
 * @param incarnation the node's incarnation
 * @param sequence its place in the node's journal
 * @param gateId the gate's id of the message or timer
 * @param node what has changed in the node's circumstances
 */
record Stamp(
    long at,
    int clock,
    int incarnation,
    int sequence,
    Optional<String> gateId,
    Optional<Members> node) {

  /**
   * Where the journal of a node stands.
   *
   * @param incarnation the node's incarnation; 0 before its first event
   * @param sequence the sequence of its last event
   * @param state its state then
   */
  record Place(int incarnation, int sequence, Optional<NodeState> state) {

    /** After an event; null for before the first. */
    static Place after(NodeEvent last) {
      return last == null
          ? new Place(0, 0, Optional.empty())
          : new Place(last.incarnation(), last.sequence(), Optional.of(last.state()));
    }

    int nextSequence(int nextIncarnation) {
      return nextIncarnation == incarnation ? sequence + 1 : 1;
    }

    NodeState stateOr(NodeState blank) {
      return state.orElse(blank);
    }
  }

  /** Reads what was printed; what is not there is as it can be expected after the last event. */
  static Stamp read(Members stamp, Place place) {
    int incarnation = stamp.numberOr("incarnation", place.incarnation());
    return new Stamp(
        stamp.optionalLong("at").orElse(0L),
        stamp.numberOr("clock", 0),
        incarnation,
        stamp.numberOr("sequence", place.nextSequence(incarnation)),
        stamp.optionalText("id"),
        stamp.optionalObject("node"));
  }

  /** The stamp of an event whose own was left out. */
  static Stamp unknown(Place place) {
    return new Stamp(
        0,
        0,
        place.incarnation(),
        place.nextSequence(place.incarnation()),
        Optional.empty(),
        Optional.empty());
  }
}
