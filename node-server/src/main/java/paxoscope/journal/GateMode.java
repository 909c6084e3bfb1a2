package paxoscope.journal;

/** How a node's outbound messages leave. */
public enum GateMode {
  /** At once, or after the gate's delay. */
  OPEN("open"),
  /** Only when someone releases them; no clock of the node runs. */
  HOLD("hold");

  private final String text;

  GateMode(String text) {
    this.text = text;
  }

  /**
   * Finds a mode by its name.
   *
   * @param text {@code "open"} or {@code "hold"}
   * @return the mode
   * @throws IllegalArgumentException with one clear line for any other text
   */
  public static GateMode of(String text) {
    for (GateMode mode : values()) {
      if (mode.text.equals(text)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no gate mode: say open or hold.");
  }

  @Override
  public String toString() {
    return text;
  }
}
