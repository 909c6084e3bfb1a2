package paxoscope.picture;

/**
 * How text is set. The typeface is Inter, which comes with the program.
 *
 * @param size its size, in the picture's units
 * @param weight how heavy it is
 */
public record Type(double size, Weight weight) {

  /** How heavy a text is. */
  public enum Weight {
    /** 400. */
    REGULAR("Regular", 400),
    /** 500. */
    MEDIUM("Medium", 500),
    /** 600. */
    SEMI_BOLD("SemiBold", 600),
    /** 700. */
    BOLD("Bold", 700);

    private final String file;
    private final int number;

    Weight(String file, int number) {
      this.file = file;
      this.number = number;
    }

    /**
     * The part of the font's file name that tells the weight.
     *
     * @return for example {@code SemiBold}
     */
    public String fileName() {
      return file;
    }

    /**
     * The weight as style sheets count it.
     *
     * @return 400 to 700
     */
    public int number() {
      return number;
    }
  }
}
