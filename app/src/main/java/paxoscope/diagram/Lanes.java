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
 * The lanes of the servers: solid while a server runs, dashed while it is paused, dotted while it
 * is down.
 *
 * @param trace the run
 * @param scale where steps and servers are
 * @param before the cluster at the left edge
 */
record Lanes(Trace trace, SpaceTimeScale scale, ClusterState before) {

  private static final double NARROWEST = 4;
  private static final double NAME_AND_PORT = 2.7;
  private static final double TICK_ROOM = 4.5;
  private static final double BUTTON_ROOM = 9.5;

  static Lanes of(Trace trace, SpaceTimeScale scale) {
    int first = Math.clamp((int) Math.floor(scale.first()), 0, trace.size());
    return new Lanes(trace, scale, trace.at(first));
  }

  /** What a server does, as far as a lane shows it. */
  private enum Standing {
    RUNS(Pen.solid(Ink.LINE, 1.5)),
    PAUSED(new Pen(Ink.LOSS, 1.5, Pen.Dash.DASHED)),
    DOWN(new Pen(Ink.LOSS, 1.5, Pen.Dash.DOTTED));

    private final Pen pen;

    Standing(Pen pen) {
      this.pen = pen;
    }

    static Standing of(ServerView server) {
      return !server.alive() ? DOWN : server.paused() ? PAUSED : RUNS;
    }
  }

  /** How a server's standing can change. */
  private enum Change {
    WENT_DOWN(Standing.DOWN, DiagramWords.down()),
    CAME_BACK(Standing.RUNS, DiagramWords.back()),
    PAUSED(Standing.PAUSED, DiagramWords.paused()),
    WENT_ON(Standing.RUNS, DiagramWords.goesOn());

    private final Standing after;
    private final String word;

    Change(Standing after, String word) {
      this.after = after;
      this.word = word;
    }

    static Change by(Decision decision) {
      return switch (decision) {
        case Decision.Crash _ -> WENT_DOWN;
        case Decision.Pause _ -> PAUSED;
        case Decision.Resume _ -> WENT_ON;
        default -> CAME_BACK;
      };
    }
  }

  /** The moment at which a server went down or came back, was paused or went on. */
  record Turn(ServerId server, int step, Change change) {}

  /** The turns that are in sight, in the order of the servers. */
  List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    int last = Math.clamp((int) Math.ceil(scale.last()), 0, trace.size());
    for (ServerView view : before.servers()) {
      List<Integer> steps = trace.turnsOf(view.server(), last);
      int seen = trace.turnsOf(view.server(), before.cursor()).size();
      for (int step : steps.subList(Math.min(seen, steps.size()), steps.size())) {
        turns.add(new Turn(view.server(), step, Change.by(trace.step(step).decision())));
      }
    }
    return turns;
  }

  void lines(List<Turn> turns, List<Mark> marks) {
    for (ServerView view : before.servers()) {
      double x = scale.left();
      Standing standing = Standing.of(view);
      for (Turn turn : turns) {
        double next = scale.x(turn.step());
        // Turns that are too close to each other to be seen apart are drawn as one.
        if (turn.server().equals(view.server()) && next - x >= NARROWEST) {
          marks.add(lane(view.server(), x, next, standing));
          x = next;
          standing = turn.change().after;
        } else if (turn.server().equals(view.server())) {
          standing = turn.change().after;
        }
      }
      marks.add(lane(view.server(), x, scale.right(), standing));
    }
  }

  private Mark lane(ServerId server, double from, double to, Standing standing) {
    double y = scale.lane(server);
    return new Mark.Line(from, y, to, y, 0, standing.pen, new Target.OfServer(server.number()));
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
      if (scale.laneHeight() < NAME_AND_PORT * font) {
        continue;
      }
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

  /** Where servers went down, came back, were paused and went on, with a word if there is room. */
  void turnSigns(List<Turn> turns, ArrowLabels labels, Room room, List<Mark> marks) {
    double arm = 0.34 * scale.font();
    for (Turn turn : turns) {
      double x = scale.x(turn.step());
      double y = scale.lane(turn.server());
      Target target = new Target.Moment(turn.step());
      switch (turn.change()) {
        case WENT_DOWN -> marks.add(ArrowMaker.cross(x, y, arm, Pen.solid(Ink.LOSS, 2.4), target));
        case PAUSED -> {
          marks.add(bar(x - 0.55 * arm, y, arm, target));
          marks.add(bar(x + 0.55 * arm, y, arm, target));
        }
        case CAME_BACK, WENT_ON -> marks.add(onward(x, y, arm, target));
      }
      room.take(TurnedBox.upright(x - arm - 1, y - arm - 1, 2 * arm + 2, 2 * arm + 2));
      labels
          .place(
              new Arrow.Upright(x, y - 1.5 * arm, y + 1.5 * arm, true),
              List.of(turn.change().word),
              Ink.LOSS,
              target)
          .ifPresent(label -> marks.addAll(label.marks()));
    }
  }

  private static Mark bar(double x, double y, double arm, Target target) {
    return new Mark.Line(x, y - arm, x, y + arm, 0, Pen.solid(Ink.LOSS, 2.4), target);
  }

  private static Mark onward(double x, double y, double arm, Target target) {
    return new Mark.Path(
        List.of(x - arm, y - arm, x + arm, y, x - arm, y + arm),
        true,
        Optional.of(Fill.plain(Ink.GROUND)),
        Optional.of(Pen.solid(Ink.LOSS, 2.4)),
        target);
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
