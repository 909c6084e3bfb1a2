package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.trace.Box;
import paxoscope.trace.Role;

/**
 * Draws single boxes and the signs on them.
 *
 * @param widths measures labels
 * @param unit the usual size of text
 * @param size the size of what stands in the boxes
 */
record BoxMarks(TextWidths widths, double unit, double size) {

  private static final double ROUND = 0.45;
  private static final double LEAST_REASON = 0.75;
  private static final double LEAST_SHARE = 0.7;

  /** A box that came. */
  List<Mark> solid(Box box, Role role, String value, SlideGrid.Place place, Target target) {
    Ink ink = box.refused() ? Ink.REFUSAL : RoleInks.ink(role);
    Fill fill = box.refused() ? Fill.plain(Ink.REFUSAL_SOFT) : RoleInks.fill(role);
    double width = box.phase() == 1 ? 1.3 : 2.2;
    List<Mark> marks = new ArrayList<>();
    marks.add(frame(place, 0, Optional.of(fill), Pen.solid(ink, width), target));
    marks.addAll(label(box, value, place, ink, target));
    return marks;
  }

  /** A box that has yet to come. */
  List<Mark> coming(Box box, Role role, String value, SlideGrid.Place place) {
    Ink ink = box.refused() ? Ink.REFUSAL : RoleInks.ink(role);
    List<Mark> marks = new ArrayList<>();
    // The lane must not run through the text.
    marks.add(
        frame(
            place,
            0,
            Optional.of(Fill.plain(Ink.GROUND)),
            Pen.solid(Ink.GROUND, 1),
            Target.NOTHING));
    Ink soft = box.refused() ? Ink.REFUSAL_SOFT : RoleInks.fill(role).ink();
    marks.add(
        frame(
            place,
            0,
            Optional.of(Fill.plain(soft).faded(0.35)),
            new Pen(ink, 1.2, Pen.Dash.DASHED),
            Target.NOTHING));
    marks.addAll(label(box, value, place, Ink.MUTED, Target.NOTHING));
    return marks;
  }

  /** A box to be filled in. */
  Mark blank(SlideGrid.Place place) {
    return frame(
        place,
        0,
        Optional.of(Fill.plain(Ink.PANEL)),
        new Pen(Ink.MUTED, 1.4, Pen.Dash.DASHED),
        Target.NOTHING);
  }

  /** A line around a box, a little away from it. */
  Mark ring(SlideGrid.Place place, Ink ink, double away, double width) {
    return frame(place, away * unit, Optional.empty(), Pen.solid(ink, width), Target.NOTHING);
  }

  private Mark frame(
      SlideGrid.Place place, double away, Optional<Fill> fill, Pen pen, Target target) {
    return new Mark.Box(
        place.x() - away,
        place.y() - away,
        place.width() + 2 * away,
        place.height() + 2 * away,
        ROUND * unit + away,
        fill,
        Optional.of(pen),
        target);
  }

  private List<Mark> label(Box box, String value, SlideGrid.Place place, Ink ink, Target target) {
    double room = place.width() - 0.7 * unit;
    Type usual = new Type(Math.min(size, 0.74 * place.height()), Type.Weight.SEMI_BOLD);
    Type type = shrunk(SlideText.box(box, value), usual, room);
    String text = fitted(box, value, type, room);
    if (text.isEmpty()) {
      return List.of();
    }
    List<Mark> marks = new ArrayList<>();
    marks.add(
        Mark.Text.at(place.middleX(), place.middleY() + 0.36 * type.size(), text, type, ink)
            .anchored(Mark.Text.Anchor.MIDDLE)
            .to(target));
    if (box.refused()) {
      double half = widths.of(text, type) / 2 + 0.25 * unit;
      marks.add(
          new Mark.Line(
              place.middleX() - half,
              place.middleY(),
              place.middleX() + half,
              place.middleY(),
              0,
              Pen.solid(ink, 2),
              target));
    }
    return marks;
  }

  /** Where a little less of its size saves a text from being cut, it is that much smaller. */
  private Type shrunk(String text, Type usual, double room) {
    double share = 0.99 * room / widths.of(text, usual);
    return share < 1 && share >= LEAST_SHARE
        ? new Type(share * usual.size(), usual.weight())
        : usual;
  }

  /** The kind and the number stay whole as long as they can: the value gives way first. */
  private String fitted(Box box, String value, Type type, double room) {
    String whole = SlideText.box(box, value);
    if (box.phase() == 1 || widths.of(whole, type) <= room) {
      return widths.of(whole, type) <= room ? whole : "";
    }
    double rest = room - widths.of(SlideText.box(box, ""), type);
    String cut = rest <= 0 ? "" : SlideText.cut(value, type, rest, widths);
    String text = SlideText.box(box, cut.isEmpty() ? "…" : cut);
    if (widths.of(text, type) <= room) {
      return text;
    }
    String bare = SlideText.box(box, "").strip();
    return widths.of(bare, type) <= room ? bare : "";
  }

  /** Says what stood in the way, under the box. */
  Optional<Mark> reason(CallBox.Obstacle obstacle, SlideGrid.Place place, double y) {
    double room = place.width() + 0.3 * unit;
    String whole = SlideText.reason(obstacle);
    boolean fits = widths.of(whole, small()) <= room;
    String text = fits ? whole : SlideText.reason(new CallBox.Obstacle(obstacle.promised(), ""));
    // Where the columns are narrow it gives up the column first, and then a quarter of its size.
    double size = small().size() * Math.min(1, room / widths.of(text, small()));
    return size < LEAST_REASON * small().size()
        ? Optional.empty()
        : Optional.of(
            Mark.Text.at(place.middleX(), y, text, new Type(size, small().weight()), Ink.REFUSAL)
                .anchored(Mark.Text.Anchor.MIDDLE));
  }

  Type small() {
    return new Type(0.8125 * unit, Type.Weight.MEDIUM);
  }

  /** How wide a column must be for a box and, if it was refused, for the reason. */
  double need(Box box, String value, Optional<CallBox.Obstacle> obstacle) {
    Type type = new Type(size, Type.Weight.SEMI_BOLD);
    String longest = SlideText.cut(value, type, 5 * size, widths);
    double text = widths.of(SlideText.box(box, longest), type) + 0.9 * unit;
    double reason =
        obstacle.map(it -> widths.of(SlideText.reason(it), small()) - 0.2 * unit).orElse(0.0);
    return Math.max(text, reason);
  }

  /** A tick on a round ground, at the upper right corner of a box. */
  List<Mark> tick(SlideGrid.Place place, Ink ground, Ink ink, double radius) {
    double x = place.x() + place.width();
    double y = place.y();
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Mark.Circle(
            x,
            y,
            radius,
            Optional.of(Fill.plain(ground)),
            Optional.of(Pen.solid(Ink.CHOSEN, 1.2)),
            Target.NOTHING));
    marks.add(tickAt(x, y, radius, ink));
    return marks;
  }

  static Mark tickAt(double x, double y, double radius, Ink ink) {
    return new Mark.Path(
        List.of(
            x - 0.48 * radius,
            y + 0.02 * radius,
            x - 0.12 * radius,
            y + 0.4 * radius,
            x + 0.52 * radius,
            y - 0.38 * radius),
        false,
        Optional.empty(),
        Optional.of(Pen.solid(ink, 0.26 * radius)),
        Target.NOTHING);
  }

  /** Two bars with a stroke through them: not equal. */
  List<Mark> unequal(SlideGrid.Place place, double radius) {
    double x = place.x() + place.width();
    double y = place.y();
    Pen pen = Pen.solid(Ink.REFUSAL, 0.24 * radius);
    double half = 0.5 * radius;
    return List.of(
        new Mark.Circle(
            x,
            y,
            radius,
            Optional.of(Fill.plain(Ink.REFUSAL_SOFT)),
            Optional.of(Pen.solid(Ink.REFUSAL, 1.2)),
            Target.NOTHING),
        new Mark.Line(
            x - half, y - 0.2 * radius, x + half, y - 0.2 * radius, 0, pen, Target.NOTHING),
        new Mark.Line(
            x - half, y + 0.2 * radius, x + half, y + 0.2 * radius, 0, pen, Target.NOTHING),
        new Mark.Line(
            x - 0.3 * radius, y + half, x + 0.3 * radius, y - half, 0, pen, Target.NOTHING));
  }
}
