package paxoscope.diagram;

import java.util.List;
import paxoscope.narration.DiagramWords;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Target;
import paxoscope.trace.Decision;
import paxoscope.trace.Link;
import paxoscope.trace.Trace;

/**
 * Where links were cut and healed: a line from lane to lane at that step, with a head that says in
 * which direction. A cut breaks off, as on the stage; a healed link does not.
 *
 * @param trace the run
 * @param scale where steps and servers are
 */
record WireSigns(Trace trace, SpaceTimeScale scale) {

  private static final int MOST = 100;
  private static final double CLEAR = 0.5;
  private static final double HEAD = 0.6;
  private static final double BREAK = 0.34;

  /** A link that was cut or healed in a step. */
  record Wiring(int step, Link link, boolean cut) {}

  /** Those after one moment until another; none if they are too many to be told apart. */
  List<Wiring> between(int first, int end) {
    List<Integer> steps = trace.wirings(end);
    int seen = trace.wirings(Math.min(first, end)).size();
    return steps.size() - seen > MOST
        ? List.of()
        : steps.subList(seen, steps.size()).stream().map(this::wiring).toList();
  }

  private Wiring wiring(int step) {
    Decision decision = trace.step(step).decision();
    return decision instanceof Decision.Cut(Link cut)
        ? new Wiring(step, cut, true)
        : new Wiring(step, ((Decision.Heal) decision).link(), false);
  }

  void lines(List<Wiring> wirings, Room room, List<Mark> marks) {
    for (Wiring wiring : wirings) {
      Way way = line(wiring.step(), wiring.link());
      if (wiring.cut()) {
        broken(way, wiring.step(), room, marks);
      } else {
        whole(way, wiring.step(), room, marks);
      }
    }
  }

  void words(List<Wiring> wirings, ArrowLabels labels, List<Mark> marks) {
    for (Wiring wiring : wirings) {
      label(wiring, labels, marks);
    }
  }

  private Way line(int step, Link link) {
    double x = scale.x(step);
    double clear = CLEAR * scale.font() * Math.signum(link.to().compareTo(link.from()));
    return new Way(x, scale.lane(link.from()) + clear, x, scale.lane(link.to()) - clear);
  }

  private void whole(Way way, int step, Room room, List<Mark> marks) {
    Pen pen = new Pen(Ink.MUTED, 1.5, Pen.Dash.DASHED);
    add(way, HEAD * scale.font(), pen, step, room, marks);
  }

  // The break is half a lane from the sender, so that it stands on nobody's lane.
  private void broken(Way way, int step, Room room, List<Mark> marks) {
    double down = Math.signum(way.y2() - way.y1());
    double arm = BREAK * scale.font();
    double middle = way.y1() + down * (scale.laneHeight() / 2 - CLEAR * scale.font());
    double x = way.x1();
    Pen pen = new Pen(Ink.LOSS, 1.8, Pen.Dash.DASHED);
    double before = middle - down * arm;
    double after = middle + down * arm;
    add(new Way(x, way.y1(), x, before), 0, pen, step, room, marks);
    add(new Way(x, after, x, way.y2()), HEAD * scale.font(), pen, step, room, marks);
    Pen bar = Pen.solid(Ink.LOSS, 2.4);
    add(new Way(x - arm, before, x + arm, before), 0, bar, step, room, marks);
    add(new Way(x - arm, after, x + arm, after), 0, bar, step, room, marks);
    room.take(TurnedBox.upright(x - arm - 1, middle - arm - 1, 2 * arm + 2, 2 * arm + 2));
  }

  private static void add(Way way, double head, Pen pen, int step, Room room, List<Mark> marks) {
    marks.add(
        new Mark.Line(way.x1(), way.y1(), way.x2(), way.y2(), head, pen, new Target.Moment(step)));
    room.pass(way);
    if (head > 0) {
      double base = way.y2() - Math.signum(way.y2() - way.y1()) * head;
      room.take(TurnedBox.upright(way.x2() - head / 2, Math.min(base, way.y2()), head, head));
    }
  }

  private void label(Wiring wiring, ArrowLabels labels, List<Mark> marks) {
    Link link = wiring.link();
    double clear = CLEAR * scale.font();
    double lane = scale.lane(link.from());
    boolean above = link.to().compareTo(link.from()) > 0;
    labels
        .place(
            new Arrow.Upright(scale.x(wiring.step()), lane - clear, lane + clear, above),
            wiring.cut() ? DiagramWords.cut(link) : DiagramWords.healed(link),
            Ink.LOSS,
            new Target.Moment(wiring.step()))
        .ifPresent(label -> marks.addAll(label.marks()));
  }
}
