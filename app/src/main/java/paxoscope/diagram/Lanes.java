package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.narration.DiagramWords;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Target;
import paxoscope.picture.Type;
import paxoscope.protocol.ServerId;
import paxoscope.trace.ClusterState;
import paxoscope.trace.Decision;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;

/**
 * The lanes of the servers: solid while a server runs, dotted while it is down.
 *
 * @param trace the run
 * @param scale where steps and servers are
 * @param before the cluster at the left edge
 */
record Lanes(Trace trace, SpaceTimeScale scale, ClusterState before) {

  private static final double NARROWEST = 4;
  private static final double TICK_ROOM = 4.5;
  private static final double BUTTON_ROOM = 9.5;

  static Lanes of(Trace trace, SpaceTimeScale scale) {
    int first = Math.clamp((int) Math.floor(scale.first()), 0, trace.size());
    return new Lanes(trace, scale, trace.at(first));
  }

  /** The moment at which a server went down or came back. */
  record Turn(ServerId server, int step, boolean down) {}

  /** The turns that are in sight, in the order of the servers. */
  List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    int last = Math.clamp((int) Math.ceil(scale.last()), 0, trace.size());
    for (ServerView view : before.servers()) {
      List<Integer> steps = trace.turnsOf(view.server(), last);
      int seen = trace.turnsOf(view.server(), before.cursor()).size();
      for (int step : steps.subList(Math.min(seen, steps.size()), steps.size())) {
        boolean down = trace.step(step).decision() instanceof Decision.Crash;
        turns.add(new Turn(view.server(), step, down));
      }
    }
    return turns;
  }

  void lines(List<Turn> turns, List<Mark> marks) {
    for (ServerView view : before.servers()) {
      double x = scale.left();
      boolean down = !view.alive();
      for (Turn turn : turns) {
        double next = scale.x(turn.step());
        // Turns that are too close to each other to be seen apart are drawn as one.
        if (turn.server().equals(view.server()) && next - x >= NARROWEST) {
          marks.add(lane(view.server(), x, next, down));
          x = next;
          down = turn.down();
        } else if (turn.server().equals(view.server())) {
          down = turn.down();
        }
      }
      marks.add(lane(view.server(), x, scale.right(), down));
    }
  }

  private Mark lane(ServerId server, double from, double to, boolean down) {
    double y = scale.lane(server);
    Pen pen = down ? new Pen(Ink.LOSS, 1.5, Pen.Dash.DOTTED) : Pen.solid(Ink.LINE, 1.5);
    return new Mark.Line(from, y, to, y, 0, pen, new Target.OfServer(server.number()));
  }

  /** The names at the left, on a ground that hides what has moved out of sight. */
  void names(List<Mark> marks) {
    double font = scale.font();
    marks.add(
        new Mark.Box(
            0,
            0,
            scale.nameEdge(),
            scale.height(),
            0,
            Optional.of(Fill.plain(Ink.GROUND)),
            Optional.empty(),
            Target.NOTHING));
    for (ServerId server : trace.header().membership().servers()) {
      Target target = new Target.OfServer(server.number());
      double y = scale.lane(server);
      marks.add(
          Mark.Text.at(
                  1.75 * font,
                  y - 0.05 * font,
                  server.toString(),
                  new Type(1.3 * font, Type.Weight.BOLD),
                  Ink.INK)
              .to(target));
      marks.add(
          Mark.Text.at(
                  1.75 * font,
                  y + 1.1 * font,
                  ":" + trace.header().ports().get(server.number() - 1),
                  new Type(0.9 * font, Type.Weight.REGULAR),
                  Ink.MUTED)
              .to(target));
    }
  }

  /** Where servers went down and came back, with a word where there is room. */
  void turnSigns(List<Turn> turns, ArrowLabels labels, Room room, List<Mark> marks) {
    double arm = 0.34 * scale.font();
    for (Turn turn : turns) {
      double x = scale.x(turn.step());
      double y = scale.lane(turn.server());
      Target target = new Target.Moment(turn.step());
      Pen pen = Pen.solid(Ink.LOSS, 2.4);
      marks.add(
          turn.down()
              ? ArrowMaker.cross(x, y, arm, pen, target)
              : new Mark.Path(
                  List.of(x - arm, y - arm, x + arm, y, x - arm, y + arm),
                  true,
                  Optional.of(Fill.plain(Ink.GROUND)),
                  Optional.of(pen),
                  target));
      room.take(TurnedBox.upright(x - arm - 1, y - arm - 1, 2 * arm + 2, 2 * arm + 2));
      String word = turn.down() ? DiagramWords.down() : DiagramWords.back();
      labels
          .place(
              new Arrow.Upright(x, y - 1.5 * arm, y + 1.5 * arm, true),
              List.of(word),
              Ink.LOSS,
              target)
          .ifPresent(label -> marks.addAll(label.marks()));
    }
  }

  /** The numbers of the steps below the lanes. A click on one goes there. */
  void numbers(List<Mark> marks) {
    double font = scale.font();
    int every = 1;
    while (every * scale.stepWidth() < TICK_ROOM * font) {
      every *= every == 1 || Integer.toString(every).startsWith("1") ? 5 : 2;
    }
    int begin = Math.max(0, (int) Math.ceil(scale.first() / every) * every);
    int end = Math.min(trace.size(), (int) scale.last());
    for (int step = begin; step <= end; step += every) {
      double x = scale.x(step);
      if (x >= scale.left() && x <= scale.width() - BUTTON_ROOM * font) {
        marks.add(
            Mark.Text.at(
                    x,
                    scale.height() - 0.8 * font,
                    Integer.toString(step),
                    new Type(0.82 * font, Type.Weight.REGULAR),
                    Ink.MUTED)
                .anchored(Mark.Text.Anchor.MIDDLE)
                .to(new Target.Moment(step)));
      }
    }
  }
}
