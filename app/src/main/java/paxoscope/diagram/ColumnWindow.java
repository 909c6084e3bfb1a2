package paxoscope.diagram;

/**
 * Which columns are to be seen, where there are more than the room holds.
 *
 * @param first the first one, from 0
 * @param count how many
 * @param all how many there are
 * @param width the width of one, in the picture's units
 */
public record ColumnWindow(int first, int count, int all, double width) {

  /**
   * How the columns are to be shown.
   *
   * @param fits whether as many are shown as can be drawn at all, not only as many as can be read
   * @param first the first one to be seen; negative for wherever the newest one is
   */
  public record Wish(boolean fits, int first) {
    /** The newest column is seen, at a size that can be read. */
    public static final Wish NEWEST = new Wish(false, -1);

    /** All columns are seen, or of very many the newest. */
    public static final Wish ALL = new Wish(true, -1);
  }

  /**
   * Which columns are seen.
   *
   * @param wish which are wanted
   * @param all how many there are
   * @param newest the place of the newest
   * @param room the width for all of them
   * @param least the width of one below which a box is but a stroke
   * @param narrowest the width of one that can be read
   * @param widest the width that none needs more than
   */
  static ColumnWindow of(
      Wish wish, int all, int newest, double room, double least, double narrowest, double widest) {
    if (all == 0) {
      return new ColumnWindow(0, 0, 0, Math.min(room, widest));
    }
    int count = Math.clamp((long) (room / (wish.fits() ? least : narrowest)), 1, all);
    // One column after the newest is shown too: something may be about to come there.
    int wanted = wish.first() < 0 ? newest - count + 2 : wish.first();
    int first = Math.clamp(wanted, 0, all - count);
    return new ColumnWindow(first, count, all, Math.min(room / count, widest));
  }

  boolean holds(int column) {
    return column >= first && column < first + count;
  }

  /**
   * Whether columns are hidden.
   *
   * @return true if there are more than are seen
   */
  public boolean isPart() {
    return count < all;
  }
}
