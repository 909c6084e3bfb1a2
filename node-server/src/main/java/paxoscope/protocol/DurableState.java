package paxoscope.protocol;

/**
 * What a server must not forget in a crash (PMS section 2.5, on stable storage).
 *
 * @param acceptor its promise and its accepted proposal
 * @param learner what it was told is chosen
 * @param highestRoundUsed the highest round it has ever used as a proposer, 0 for none
 */
public record DurableState(Acceptor acceptor, Learner learner, int highestRoundUsed) {

  /** A server that has never done anything. */
  public static final DurableState INITIAL = new DurableState(Acceptor.INITIAL, Learner.INITIAL, 0);
}
