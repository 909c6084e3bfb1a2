package paxoscope.diagram;

import java.util.List;
import java.util.Optional;
import paxoscope.narration.DiagramWords;
import paxoscope.narration.Words;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.trace.Passage;

/**
 * What is written above the lanes and over them: what is chosen, where the cursor stands, and what
 * the mouse is on.
 *
 * @param scale where steps and servers are
 * @param widths measures texts
 */
record Notes(SpaceTimeScale scale, TextWidths widths) {

  private static final double PILL_TOP = 1.2;
  private static final double PILL_HEIGHT = 1.6;
  private static final double PAD = 0.9;

  private double em(double share) {
    return share * scale.font();
  }

  private Type type(double size, Type.Weight weight) {
    return new Type(em(size), weight);
  }

  /** A line where a value was chosen, and a pill that says which and by whom. */
  void chosen(ChosenMoment chosen, List<Mark> lines, List<Mark> pills) {
    double x = scale.x(chosen.step());
    if (!scale.shows(x)) {
      return;
    }
    Target target = new Target.Moment(chosen.step());
    lines.add(
        new Mark.Line(
            x,
            em(PILL_TOP + PILL_HEIGHT),
            x,
            scale.bottom(),
            0,
            new Pen(Ink.CHOSEN, 1.8, Pen.Dash.DOTTED),
            target));
    String text = DiagramWords.chosen(chosen.proposal(), chosen.servers());
    Type type = type(0.94, Type.Weight.SEMI_BOLD);
    double width = widths.of(text, type) + 2 * em(PAD);
    double left = Math.max(scale.left(), Math.min(x - em(0.6), scale.right() - width));
    pills.add(
        new Mark.Box(
            left,
            em(PILL_TOP),
            width,
            em(PILL_HEIGHT),
            em(PILL_HEIGHT / 2),
            Optional.of(Fill.plain(Ink.CHOSEN_SOFT)),
            Optional.of(Pen.solid(Ink.CHOSEN, 1.5)),
            target));
    pills.add(Mark.Text.at(left + em(PAD), em(PILL_TOP + 1.13), text, type, Ink.CHOSEN).to(target));
  }

  /** The present moment: all that has happened is left of it. */
  void cursor(int cursor, List<Mark> lines, List<Mark> knobs) {
    double x = scale.x(cursor + 0.5);
    if (scale.shows(x)) {
      lines.add(
          new Mark.Line(
              x, em(0.7), x, scale.bottom(), 0, Pen.solid(Ink.STRONG, 2), Target.NOTHING));
      knobs.add(
          new Mark.Circle(
              x,
              em(0.65),
              em(0.42),
              Optional.of(Fill.plain(Ink.STRONG)),
              Optional.empty(),
              Target.NOTHING));
    }
  }

  /** Says that not everything is drawn, above the lanes, where no pill stands. */
  void sample(int each, Optional<ChosenMoment> chosen, List<Mark> marks) {
    String text = DiagramWords.sample(each);
    Type type = type(0.94, Type.Weight.MEDIUM);
    boolean left =
        chosen.isEmpty() || scale.x(chosen.get().step()) > (scale.left() + scale.right()) / 2;
    double x = left ? scale.left() : scale.right() - widths.of(text, type);
    marks.add(Mark.Text.at(x, em(PILL_TOP + 1.13), text, type, Ink.MUTED));
  }

  /** What the mouse is on: its words, and below where it went and what became of it. */
  void told(Passage passage, Arrow arrow, List<Mark> marks) {
    String words = Words.arrow(passage.content());
    String way = DiagramWords.way(passage);
    Type bold = type(1, Type.Weight.SEMI_BOLD);
    Type plain = type(0.9, Type.Weight.REGULAR);
    double width = Math.max(widths.of(words, bold), widths.of(way, plain)) + 2 * em(PAD);
    TurnedBox box = beside(arrow, width, em(3.3));
    double left = box.x() - width / 2;
    double top = box.y() - box.halfHeight();
    marks.add(
        new Mark.Box(
            left,
            top,
            width,
            2 * box.halfHeight(),
            em(0.6),
            Optional.of(Fill.plain(Ink.PANEL)),
            Optional.of(Pen.solid(arrow.ink(), 1.5)),
            Target.NOTHING));
    marks.add(Mark.Text.at(left + em(PAD), top + em(1.4), words, bold, Ink.INK));
    marks.add(Mark.Text.at(left + em(PAD), top + em(2.65), way, plain, Ink.MUTED));
  }

  // Beside its arrow if it fits there, so that it hides anything but the arrow.
  private TurnedBox beside(Arrow arrow, double width, double height) {
    double fromX = scale.width();
    double toX = 0;
    double fromY = scale.height();
    double toY = 0;
    for (Way way : arrow.ways()) {
      fromX = Math.min(fromX, Math.min(way.x1(), way.x2()));
      toX = Math.max(toX, Math.max(way.x1(), way.x2()));
      fromY = Math.min(fromY, Math.min(way.y1(), way.y2()));
      toY = Math.max(toY, Math.max(way.y1(), way.y2()));
    }
    double middleX = (Math.max(fromX, scale.left()) + Math.min(toX, scale.right())) / 2;
    double middleY = (fromY + toY) / 2;
    double off = em(0.8);
    List<TurnedBox> places =
        List.of(
            inside(middleX + off, middleY - height - off, width, height),
            inside(toX + off, middleY - height / 2, width, height),
            inside(fromX - off - width, middleY - height / 2, width, height),
            inside(middleX - width / 2, fromY - off - height, width, height),
            inside(middleX - width / 2, toY + off, width, height));
    return places.stream()
        .filter(box -> arrow.ways().stream().noneMatch(box::isCrossedBy))
        .findFirst()
        .orElse(places.getFirst());
  }

  private TurnedBox inside(double left, double top, double width, double height) {
    double edge = em(0.3);
    return TurnedBox.upright(
        Math.max(edge, Math.min(left, scale.width() - edge - width)),
        Math.max(edge, Math.min(top, scale.height() - edge - height)),
        width,
        height);
  }

  /** What lies under it becomes faint. */
  Mark veil(double opacity) {
    return new Mark.Box(
        0,
        0,
        scale.width(),
        scale.height(),
        0,
        Optional.of(Fill.plain(Ink.GROUND).faded(opacity)),
        Optional.empty(),
        Target.NOTHING);
  }
}
