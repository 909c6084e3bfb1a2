package paxoscope.scenario;

import java.util.Comparator;

/**
 * A place in the text of a scenario.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Place(int line, int column) implements Comparable<Place> {

  /** Where a text begins. */
  public static final Place BEGIN = new Place(1, 1);

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
