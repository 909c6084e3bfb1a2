package paxoscope.narration;

/** In which colour a narration is shown. */
public enum Tone {
  /** About a proposal of the run's proposer A. */
  A,
  /** About a proposal of the run's proposer B. */
  B,
  /** An acceptor refuses, or a proposer hears of it. */
  REFUSAL,
  /** A value becomes chosen, or a server learns that it is. */
  CHOSEN,
  /** Something is lost or down. */
  LOSS,
  /** Nothing of the above. */
  NEUTRAL
}
