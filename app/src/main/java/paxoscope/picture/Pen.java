package paxoscope.picture;

import java.util.List;

/**
 * How a line is drawn.
 *
 * @param ink its colour
 * @param width its width, in the picture's units
 * @param dash how it is broken
 */
public record Pen(Ink ink, double width, Dash dash) {

  /** How a line is broken, so that no meaning rests on colour alone. */
  public enum Dash {
    /** Not at all: A and others. */
    SOLID(List.of()),
    /** Dashes: B. */
    DASHED(List.of(8.0, 5.0)),
    /** Dots: what is lost, or has yet to come. */
    DOTTED(List.of(2.0, 4.0));

    private final List<Double> lengths;

    Dash(List<Double> lengths) {
      this.lengths = lengths;
    }

    /**
     * The lengths of strokes and gaps in turn.
     *
     * @return in the picture's units; empty for an unbroken line
     */
    public List<Double> lengths() {
      return lengths;
    }
  }

  /**
   * An unbroken line.
   *
   * @param ink its colour
   * @param width its width
   * @return the pen
   */
  public static Pen solid(Ink ink, double width) {
    return new Pen(ink, width, Dash.SOLID);
  }
}
