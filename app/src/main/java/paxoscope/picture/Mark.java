package paxoscope.picture;

import java.util.List;
import java.util.Optional;

/** One thing in a picture. Lengths are in the picture's units; y grows downwards. */
public sealed interface Mark {

  /**
   * What it stands for.
   *
   * @return the target; {@link Target#NOTHING} for none
   */
  Target target();

  /**
   * A straight line, with an arrow head at its end if wanted.
   *
   * @param x1 its beginning
   * @param y1 its beginning
   * @param x2 its end
   * @param y2 its end
   * @param head the length of the arrow head; 0 for none
   * @param pen how it is drawn
   * @param target what it stands for
   */
  record Line(double x1, double y1, double x2, double y2, double head, Pen pen, Target target)
      implements Mark {}

  /**
   * A line through points, or the area that they enclose.
   *
   * @param points x and y in turn
   * @param closed whether it ends where it begins
   * @param fill how the area is filled, if it is
   * @param pen how the line is drawn, if it is
   * @param target what it stands for
   */
  record Path(
      List<Double> points, boolean closed, Optional<Fill> fill, Optional<Pen> pen, Target target)
      implements Mark {

    /** Keeps an own copy. */
    public Path {
      points = List.copyOf(points);
    }
  }

  /**
   * A box.
   *
   * @param x its left edge
   * @param y its upper edge
   * @param width its width
   * @param height its height
   * @param radius how round its corners are
   * @param fill how it is filled, if it is
   * @param pen how its border is drawn, if it is
   * @param target what it stands for
   */
  record Box(
      double x,
      double y,
      double width,
      double height,
      double radius,
      Optional<Fill> fill,
      Optional<Pen> pen,
      Target target)
      implements Mark {}

  /**
   * A circle.
   *
   * @param x its middle
   * @param y its middle
   * @param radius half its width
   * @param fill how it is filled, if it is
   * @param pen how its border is drawn, if it is
   * @param target what it stands for
   */
  record Circle(
      double x, double y, double radius, Optional<Fill> fill, Optional<Pen> pen, Target target)
      implements Mark {}

  /**
   * A line of text.
   *
   * @param x where it is anchored
   * @param y its base line
   * @param text what it says
   * @param type how it is set
   * @param ink its colour
   * @param anchor which part of it is at x
   * @param degrees how far it is turned about (x, y), clockwise
   * @param struck whether it is crossed out
   * @param target what it stands for
   */
  record Text(
      double x,
      double y,
      String text,
      Type type,
      Ink ink,
      Anchor anchor,
      double degrees,
      boolean struck,
      Target target)
      implements Mark {

    /** Which part of a text is at its x. */
    public enum Anchor {
      /** Its beginning. */
      START,
      /** Its middle. */
      MIDDLE,
      /** Its end. */
      END
    }

    /**
     * Plain text that begins at a place.
     *
     * @param x its left end
     * @param y its base line
     * @param text what it says
     * @param type how it is set
     * @param ink its colour
     * @return the mark
     */
    public static Text at(double x, double y, String text, Type type, Ink ink) {
      return new Text(x, y, text, type, ink, Anchor.START, 0, false, Target.NOTHING);
    }

    /**
     * The same text, anchored elsewhere.
     *
     * @param where which part of it is at x
     * @return the mark
     */
    public Text anchored(Anchor where) {
      return new Text(x, y, text, type, ink, where, degrees, struck, target);
    }

    /**
     * The same text, standing for something.
     *
     * @param what what it stands for
     * @return the mark
     */
    public Text to(Target what) {
      return new Text(x, y, text, type, ink, anchor, degrees, struck, what);
    }
  }
}
