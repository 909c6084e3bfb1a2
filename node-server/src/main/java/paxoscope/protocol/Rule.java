package paxoscope.protocol;

/**
 * The rules of Basic Paxos that can be switched off, one by one, to show why each is there. A
 * cluster with any of them off is not Paxos.
 */
public enum Rule {
  /**
   * An acceptor promises only a number that is not below what it has promised already (PMS section
   * 2.2, phase 1b: it responds to a prepare request "greater than that of any prepare request to
   * which it has already responded"; an equal one is the same request again).
   */
  PROMISE_NOTHING_LOWER,

  /**
   * P1a: an acceptor accepts a proposal numbered n if and only if it has not responded to a prepare
   * request with a number greater than n (PMS section 2.2).
   */
  KEEP_THE_PROMISE,

  /**
   * P2c: a proposer proposes the value of the highest-numbered proposal that its majority has told
   * it of, and its own only if there is none (PMS section 2.2).
   */
  ADOPT_THE_HIGHEST_ACCEPTED,

  /**
   * Promises and acceptances are counted against a majority, so that any two quorums share a server
   * (PMS section 2.2). Switched off, one server fewer is enough.
   */
  QUORUM_IS_A_MAJORITY,

  /**
   * A proposer never uses a number twice (PMS section 2.5: it "remembers (in stable storage) the
   * highest-numbered proposal it has tried to issue").
   */
  NEVER_REUSE_A_NUMBER
}
