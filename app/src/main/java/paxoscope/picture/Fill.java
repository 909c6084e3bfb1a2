package paxoscope.picture;

import java.util.Optional;

/**
 * How an area is filled.
 *
 * @param ink its colour
 * @param hatch the colour of slanted lines over it, if any
 * @param opacity 0 (not there) to 1 (covers all behind it)
 */
public record Fill(Ink ink, Optional<Ink> hatch, double opacity) {

  /**
   * One colour.
   *
   * @param ink the colour
   * @return the fill
   */
  public static Fill plain(Ink ink) {
    return new Fill(ink, Optional.empty(), 1);
  }

  /**
   * Slanted lines on one colour.
   *
   * @param ink the colour
   * @param hatch the colour of the lines
   * @return the fill
   */
  public static Fill hatched(Ink ink, Ink hatch) {
    return new Fill(ink, Optional.of(hatch), 1);
  }

  /**
   * The same, seen through.
   *
   * @param share 0 to 1
   * @return the fill
   */
  public Fill faded(double share) {
    return new Fill(ink, hatch, share);
  }
}
