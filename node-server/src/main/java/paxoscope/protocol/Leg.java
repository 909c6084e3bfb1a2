package paxoscope.protocol;

/** Which way an {@link Outbound} item goes. */
public enum Leg {
  /** From a proposer to an acceptor or learner: Prepare, Accept, Commit. */
  REQUEST,
  /** From an acceptor back to the proposer: Promise, Accepted, Nack. */
  REPLY,
  /** From a proposer to its own later self: a wait. */
  TIMER
}
