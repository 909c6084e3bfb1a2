package paxoscope.command;

/** Takes the lines that a command has to say, as they come up. */
@FunctionalInterface
public interface CommandOutput {

  /** What kind of line it is; decides its colour. */
  enum Tone {
    /** Nothing special. */
    PLAIN,
    /** A step of proposer A's proposal. */
    PROPOSER_A,
    /** A step of proposer B's proposal. */
    PROPOSER_B,
    /** A refusal. */
    REFUSAL,
    /** A loss, a crash, or a server that is not there. */
    LOSS,
    /** A value is chosen, or a proposal has succeeded. */
    CHOSEN,
    /** The heading of a table, or a hint. */
    QUIET,
    /** What went wrong. */
    ERROR
  }

  /**
   * Takes one line.
   *
   * @param tone its kind
   * @param text the line, without a line end
   */
  void line(Tone tone, String text);
}
