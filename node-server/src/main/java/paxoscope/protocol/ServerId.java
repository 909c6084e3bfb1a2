package paxoscope.protocol;

/**
 * The name of one server of the cluster: a whole number from 1, shown as {@code S1}, {@code S2},
 * ...
 *
 * @param number 1 or more; the upper bound is the cluster's, see {@link Membership}
 */
public record ServerId(int number) implements Comparable<ServerId> {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the number is below 1
   */
  public ServerId {
    if (number < 1) {
      throw new IllegalArgumentException("A server number is 1 or more, not " + number + ".");
    }
  }

  @Override
  public int compareTo(ServerId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "S" + number;
  }
}
