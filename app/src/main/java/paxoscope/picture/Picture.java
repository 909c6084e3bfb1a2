package paxoscope.picture;

import java.util.List;
import java.util.Optional;

/**
 * A drawing.
 *
 * @param width its width
 * @param height its height
 * @param title what it shows, for those who cannot see it
 * @param marks what is on it, the lowest first
 */
public record Picture(double width, double height, String title, List<Mark> marks) {

  private static final double REACH = 5;

  /** Keeps an own copy. */
  public Picture {
    marks = List.copyOf(marks);
  }

  /**
   * What is at a place.
   *
   * @param x across
   * @param y down
   * @return what the topmost mark there stands for; a line is met from {@value #REACH} units away
   */
  public Optional<Target> at(double x, double y) {
    return marks.reversed().stream()
        .filter(mark -> !(mark.target() instanceof Target.Nothing))
        .filter(mark -> Places.isOn(mark, x, y, REACH))
        .map(Mark::target)
        .findFirst();
  }

  /**
   * What may be seen of it between two places.
   *
   * @param left across
   * @param right across, more than left
   * @return the marks that reach in between, and perhaps some that just do not; the lowest first
   */
  public List<Mark> between(double left, double right) {
    return marks.stream().filter(mark -> Places.reaches(mark, left, right)).toList();
  }
}
