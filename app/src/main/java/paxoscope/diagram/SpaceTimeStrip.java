package paxoscope.diagram;

import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.picture.Picture;

/**
 * A stretch of a space-time diagram, to be moved under a view: what the view shows first is in its
 * middle, with several times as many steps on either side.
 *
 * @param middle what the view shows first
 * @param view where steps and servers are then
 * @param moving the drawing of the stretch
 * @param standing what stays where it is, in the view's own place: names and notes
 */
public record SpaceTimeStrip(
    Section middle, SpaceTimeScale view, Picture moving, Picture standing) {

  /** How far the view can be moved to either side, in widths of the view. */
  static final int REACH = 2;

  private static final double A_HAIR = 1e-6;

  private double length() {
    return middle.last() - middle.first();
  }

  /**
   * Whether all of a section can be seen in it as it is to be seen.
   *
   * @param wanted a section
   * @return false if it has to be drawn anew
   */
  public boolean reaches(Section wanted) {
    return wanted.width() == middle.width()
        && wanted.height() == middle.height()
        && wanted.font() == middle.font()
        && wanted.cursor() == middle.cursor()
        && wanted.focus().equals(middle.focus())
        && Math.abs(wanted.last() - wanted.first() - length()) < A_HAIR * length()
        && Math.abs(wanted.first() - middle.first()) <= (REACH + A_HAIR) * length();
  }

  /**
   * How far the drawing has to be moved to the left.
   *
   * @param wanted a section that it reaches
   * @return the distance
   */
  public double offset(Section wanted) {
    return (wanted.first() - middle.first() + REACH * length()) * view.stepWidth();
  }
}
