package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Target;

/**
 * The arrows that show where an adopted value came from. They run in the channels above the rows,
 * and between the columns from one row to another, so that they cross no box and no text.
 */
final class AdoptionArrows {

  private static final Pen PEN = Pen.solid(Ink.INK, 2);

  private final List<Adoption> adoptions;
  private final ToIntFunction<Column> columns;
  private final SlideGrid grid;

  AdoptionArrows(List<Adoption> adoptions, ToIntFunction<Column> columns, SlideGrid grid) {
    this.adoptions = adoptions;
    this.columns = columns;
    this.grid = grid;
  }

  void draw(List<Mark> marks) {
    int place = 0;
    for (Adoption adoption : adoptions) {
      if (grid.window().holds(column(adoption.to()))) {
        arrow(adoption, (place++ % 3 - 1) * 0.12 * grid.channel(), marks);
      }
    }
  }

  private int column(CallBox call) {
    return columns.applyAsInt(call.column());
  }

  private void arrow(Adoption adoption, double shift, List<Mark> marks) {
    CallBox from = adoption.from();
    CallBox to = adoption.to();
    SlideGrid.Place end = grid.place(column(to), to.box().server());
    double channel = grid.channelY(from.box().server()) + shift;
    List<Double> points = new ArrayList<>();
    if (grid.window().holds(column(from))) {
      SlideGrid.Place begin = grid.place(column(from), from.box().server());
      points.addAll(List.of(begin.middleX(), begin.y(), begin.middleX(), channel));
    } else {
      points.addAll(List.of(grid.firstX() - 0.3 * grid.unit(), channel));
    }
    double last = grid.channelY(to.box().server()) + shift;
    if (from.box().server().number() != to.box().server().number()) {
      double between = grid.columnX(column(to)) + shift;
      points.addAll(List.of(between, channel, between, last));
    }
    points.addAll(List.of(end.middleX(), last));
    Target target = new Target.Moment(to.step());
    marks.add(new Mark.Path(points, false, Optional.empty(), Optional.of(PEN), target));
    double head = Math.min(0.75 * grid.unit(), end.y() - last);
    marks.add(new Mark.Line(end.middleX(), last, end.middleX(), end.y(), head, PEN, target));
  }
}
