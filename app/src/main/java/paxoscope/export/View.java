package paxoscope.export;

import java.util.Locale;

/** What can be drawn of a run. */
public enum View {
  /** The servers on a ring. */
  STAGE,
  /** Lanes and arrows. */
  SPACE_TIME,
  /** The box diagram. */
  SLIDE,
  /** The box diagram with blanks to fill in. */
  WORKSHEET,
  /** The answers to the worksheet. */
  KEY;

  /**
   * The name on a command line.
   *
   * @return for example {@code space-time}
   */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether it is a sheet to print, of a size of its own.
   *
   * @return true for the worksheet and its key
   */
  public boolean isOnPaper() {
    return this == WORKSHEET || this == KEY;
  }

  @Override
  public String toString() {
    return optionName();
  }
}
