package paxoscope.protocol;

/** What leaves a participant and can be held back on its way: a message, or a timer. */
public sealed interface Outbound permits Message, Timer {

  /**
   * Who sends it; for a timer, whose it is.
   *
   * @return the sender
   */
  ServerId from();

  /**
   * Who handles it; for a timer, the same as {@link #from()}.
   *
   * @return the receiver
   */
  ServerId to();

  /**
   * The proposal it is about.
   *
   * @return the number of the proposal
   */
  ProposalNumber number();

  /**
   * Which way it goes.
   *
   * @return the leg
   */
  Leg leg();

  /**
   * Its name, as the interface of a node writes it.
   *
   * @return the kind
   */
  Kind kind();

  /** The names of all things that a gate can hold. */
  enum Kind {
    /** Phase 1a. */
    PREPARE("Prepare"),
    /** Phase 1b, granted. */
    PROMISE("Promise"),
    /** Phase 2a. */
    ACCEPT("Accept"),
    /** Phase 2b, granted. */
    ACCEPTED("Accepted"),
    /** Phase 1b or 2b, refused. */
    NACK("Nack"),
    /** The chosen value, told to a learner. */
    COMMIT("Commit"),
    /** The wait before a proposer's next round. */
    RETRY("Retry"),
    /** The wait after which a proposer gives up on missing replies. */
    TIME_OUT("TimeOut");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /**
     * Finds a kind by its name.
     *
     * @param text the name exactly as {@link #toString()} gives it
     * @return the kind
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Kind of(String text) {
      for (Kind kind : values()) {
        if (kind.text.equals(text)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("'" + text + "' is no kind of message.");
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
