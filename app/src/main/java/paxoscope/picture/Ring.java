package paxoscope.picture;

/**
 * Where servers stand on a ring: the first at the top, the others clockwise. Up to six stand on a
 * circle. More of them stand in three rows: their cards can be larger so, and what waits beside
 * them has room.
 *
 * @param count how many there are, 1 or more
 */
public record Ring(int count) {

  private static final int MOST_ON_A_CIRCLE = 6;
  private static final double SIDEWAYS = 0.9;

  /**
   * How far to the right.
   *
   * @param index which, from 0
   * @return -1 to 1
   */
  public double across(int index) {
    int first = firstBelow();
    int last = count - first;
    boolean amongMany = inRows() && last > first && index >= first && index <= last;
    return amongMany
        ? circleX(first) * (1 - 2.0 * (index - first) / (last - first))
        : circleX(index);
  }

  // The lowest row has its cards at equal distances.
  private int firstBelow() {
    int index = 0;
    while (index < count && (isSideways(index) || circleY(index) < 0)) {
      index++;
    }
    return index;
  }

  /**
   * How far down.
   *
   * @param index which, from 0
   * @return -1 to 1
   */
  public double down(int index) {
    if (!inRows()) {
      return circleY(index);
    }
    return isSideways(index) ? 0 : Math.signum(circleY(index));
  }

  /**
   * Whether it stands at the far left or right, neither at the top nor at the bottom.
   *
   * @param index which, from 0
   * @return true for one or two on each side
   */
  public boolean isSideways(int index) {
    return Math.abs(circleX(index)) > SIDEWAYS;
  }

  private boolean inRows() {
    return count > MOST_ON_A_CIRCLE;
  }

  private double circleX(int index) {
    return Math.cos(angle(index));
  }

  private double circleY(int index) {
    return Math.sin(angle(index));
  }

  private double angle(int index) {
    return 2 * Math.PI * index / count - Math.PI / 2;
  }
}
