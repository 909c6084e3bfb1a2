package paxoscope.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;

/** A part of a drawing: lines below signs, signs below words. */
final class Layer {

  private static final Comparator<Pen> BY_LOOK =
      Comparator.comparing(Pen::ink).thenComparing(Pen::dash).thenComparing(Pen::width);

  final List<Mark> lines = new ArrayList<>();
  final List<Mark> signs = new ArrayList<>();
  final List<Mark> words = new ArrayList<>();

  /** Brings lines of one pen together: many of them are drawn quicker so. */
  void orderByPen() {
    lines.sort(Comparator.comparing(Layer::pen, BY_LOOK));
  }

  private static Pen pen(Mark mark) {
    return switch (mark) {
      case Mark.Line line -> line.pen();
      case Mark.Path path -> path.pen().orElseThrow();
      case Mark.Box _, Mark.Circle _, Mark.Text _ ->
          throw new IllegalArgumentException("No line: " + mark);
    };
  }

  void addTo(List<Mark> marks) {
    marks.addAll(lines);
    marks.addAll(signs);
    marks.addAll(words);
  }
}
