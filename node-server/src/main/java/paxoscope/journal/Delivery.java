package paxoscope.journal;

import java.util.List;

/**
 * What became of an item that was released with {@code gate.deliver}.
 *
 * @param outcome whether its receiver has handled it
 * @param caused the ids of the items that this put into the gate of the same node
 */
public record Delivery(Outcome outcome, List<String> caused) {

  /** Keeps an own copy. */
  public Delivery {
    caused = List.copyOf(caused);
  }

  /** Whether a released item was handled. */
  public enum Outcome {
    /** The receiver has handled it, and what it caused is in the gate. */
    HANDLED("handled"),
    /** There was nobody to hand it to: surely not handled. */
    UNREACHABLE("unreachable"),
    /** The call ended without an answer: perhaps handled. */
    UNKNOWN("unknown");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    /**
     * Finds an outcome by its name.
     *
     * @param text the name on the wire
     * @return the outcome
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Outcome of(String text) {
      for (Outcome outcome : values()) {
        if (outcome.text.equals(text)) {
          return outcome;
        }
      }
      throw new IllegalArgumentException("'" + text + "' is no outcome of a delivery.");
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
