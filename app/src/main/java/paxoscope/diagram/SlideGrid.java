package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Target;
import paxoscope.picture.Type;
import paxoscope.protocol.ServerId;

/**
 * Rows and columns of a box diagram on the page. Each row has a channel for arrows, its boxes, and
 * under them a strip for the reason of a refusal, so that nothing ever covers a box.
 *
 * @param left where the names of the servers begin
 * @param top where the first row begins
 * @param right where the lanes end
 * @param pitch the height of a row
 * @param rows how many servers there are
 * @param window the columns that are seen
 * @param unit the usual size of text
 * @param highest how high a box is at most
 */
record SlideGrid(
    double left,
    double top,
    double right,
    double pitch,
    int rows,
    ColumnWindow window,
    double unit,
    double highest) {

  static final double NAME_ROOM = 2.9;
  static final double GAP = 0.8;
  private static final double STRIP = 1.05;

  /** Where a box stands. */
  record Place(double x, double y, double width, double height) {
    double middleX() {
      return x + width / 2;
    }

    double middleY() {
      return y + height / 2;
    }
  }

  double channel() {
    return Math.clamp(0.18 * pitch, 0.25 * unit, 0.9 * unit);
  }

  private double boxHeight() {
    return Math.min(highest, pitch - STRIP * unit - channel());
  }

  double firstX() {
    return left + NAME_ROOM * unit;
  }

  double columnX(int column) {
    return firstX() + (column - window.first()) * window.width();
  }

  private double boxY(ServerId server) {
    double rowTop = top + (server.number() - 1) * pitch;
    double free = pitch - STRIP * unit - channel() - boxHeight();
    return rowTop + channel() + free / 2;
  }

  Place place(int column, ServerId server) {
    double gap = Math.clamp(0.11 * window.width(), 0.45 * unit, GAP * unit);
    return new Place(columnX(column) + gap / 2, boxY(server), window.width() - gap, boxHeight());
  }

  /** Where arrows run above the boxes of a row. */
  double channelY(ServerId server) {
    return boxY(server) - 0.55 * channel();
  }

  /** Where the reason of a refusal has its base line. */
  double reasonY(ServerId server) {
    return boxY(server) + boxHeight() + 0.9 * unit;
  }

  /** The lanes, the names of the servers, and the labels above the columns. */
  List<Mark> ground(List<String> labels, double labelSize, ToDoubleFunction<String> widths) {
    List<Mark> marks = new ArrayList<>();
    Type name = new Type(Math.min(1.2 * unit, boxHeight()), Type.Weight.BOLD);
    for (int row = 1; row <= rows; row++) {
      ServerId server = new ServerId(row);
      double y = boxY(server) + boxHeight() / 2;
      marks.add(
          new Mark.Line(
              firstX() - 0.3 * unit,
              y,
              right,
              y,
              0,
              Pen.solid(Ink.LINE, 1.5),
              new Target.OfServer(row)));
      marks.add(
          Mark.Text.at(left, y + 0.36 * name.size(), server.toString(), name, Ink.INK)
              .to(new Target.OfServer(row)));
    }
    Type type = new Type(labelSize, Type.Weight.MEDIUM);
    int every = labelStep(labels, widths);
    for (int column = window.first(); column < window.first() + window.count(); column++) {
      if ((column - window.first()) % every == 0) {
        marks.add(
            Mark.Text.at(
                    columnX(column) + window.width() / 2,
                    top - 0.25 * unit,
                    labels.get(column),
                    type,
                    Ink.MUTED)
                .anchored(Mark.Text.Anchor.MIDDLE));
      }
    }
    return marks;
  }

  /** Every how manieth column has room for its label. */
  private int labelStep(List<String> labels, ToDoubleFunction<String> widths) {
    double widest = labels.stream().mapToDouble(widths).max().orElse(0) + 0.5 * unit;
    return Math.max(1, (int) Math.ceil(widest / window.width()));
  }

  /** A line under the rows that shows which part of the columns is seen; nothing if all are. */
  List<Mark> scrollBar(double y) {
    if (!window.isPart()) {
      return List.of();
    }
    double room = right - firstX();
    double from = firstX() + room * window.first() / window.all();
    double width = room * window.count() / window.all();
    double height = 0.35 * unit;
    return List.of(
        bar(firstX(), y, room, height, Ink.LINE), bar(from, y, width, height, Ink.MUTED));
  }

  private static Mark bar(double x, double y, double width, double height, Ink ink) {
    return new Mark.Box(
        x,
        y,
        width,
        height,
        height / 2,
        Optional.of(Fill.plain(ink)),
        Optional.empty(),
        Target.NOTHING);
  }
}
