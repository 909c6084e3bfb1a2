package paxoscope.picture;

import java.util.Locale;

/** The colours of the program by what they mean. A {@link Palette} says what they look like. */
public enum Ink {
  /** What everything stands on. */
  GROUND,
  /** Cards and panels. */
  PANEL,
  /** Quiet areas on a panel. */
  SOFT,
  /** Rules and borders. */
  LINE,
  /** Text. */
  INK,
  /** Text of less weight. */
  MUTED,
  /** What is selected. */
  STRONG,
  /** Text on {@link #STRONG}. */
  ON_STRONG,
  /** Proposer A. */
  A,
  /** The ground of what is A's. */
  A_SOFT,
  /** Proposer B. */
  B,
  /** The ground of what is B's. */
  B_SOFT,
  /** The hatching of what is B's. */
  B_HATCH,
  /** Any other proposer. */
  C,
  /** The ground of what is another proposer's. */
  C_SOFT,
  /** A refusal. */
  REFUSAL,
  /** The ground of a refusal. */
  REFUSAL_SOFT,
  /** What is chosen. */
  CHOSEN,
  /** The ground of what is chosen. */
  CHOSEN_SOFT,
  /** What is lost, or dead. */
  LOSS,
  /** The ground of what is lost. */
  LOSS_SOFT;

  /**
   * The name of the token in a theme.
   *
   * @return for example {@code -px-a-soft}
   */
  public String token() {
    return "-px-" + cssName();
  }

  /**
   * The name in a style sheet.
   *
   * @return for example {@code a-soft}
   */
  public String cssName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
