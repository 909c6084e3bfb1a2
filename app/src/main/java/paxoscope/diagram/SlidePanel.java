package paxoscope.diagram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.trace.Box;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.Role;

/** The slide of the scenario: small, beside the boxes that came, row by row. */
final class SlidePanel {

  private static final double SIZE = 0.8125;
  private static final double NARROWEST = 3.4;

  private final SlideContent content;
  private final SlideComparison slide;
  private final TextWidths widths;
  private final double unit;
  private final double top;
  private final double pitch;
  private final BoxMarks boxes;
  private final List<String> columns;
  private final double columnWidth;

  SlidePanel(
      SlideContent content,
      SlideComparison slide,
      TextWidths widths,
      double unit,
      double top,
      double pitch) {
    this.content = content;
    this.slide = slide;
    this.widths = widths;
    this.unit = unit;
    this.top = top;
    this.pitch = pitch;
    this.boxes = new BoxMarks(widths, unit, SIZE * unit);
    this.columns =
        slide.slide().boxes().stream()
            .map(Box::column)
            .distinct()
            .sorted(java.util.Comparator.comparingInt(BoxDiagram::columnNumber))
            .toList();
    this.columnWidth =
        slide.slide().boxes().stream()
                .mapToDouble(box -> boxes.need(box, shown(box), Optional.empty()))
                .reduce(NARROWEST * unit, Math::max)
            + 0.5 * unit;
  }

  private String shown(Box box) {
    String name = content.placeholder(box.value());
    return box.phase() == 1 ? "" : name.equals(box.value()) ? SlideText.value(name) : name;
  }

  double width() {
    return columns.size() * columnWidth + (SlideGrid.NAME_ROOM + 1.4) * unit;
  }

  int columnCount() {
    return columns.size();
  }

  void draw(List<Mark> marks, double x, double height) {
    int rows = content.header().membership().size();
    double right = x + width();
    double cardTop = top - 3.2 * unit;
    double cardHeight = Math.min(height - cardTop - 0.3 * unit, 3.4 * unit + rows * pitch);
    marks.add(
        new Mark.Box(
            x,
            cardTop,
            width(),
            cardHeight,
            0.8 * unit,
            Optional.of(Fill.plain(Ink.PANEL)),
            Optional.of(Pen.solid(Ink.LINE, 1)),
            Target.NOTHING));
    ColumnWindow window = new ColumnWindow(0, columns.size(), columns.size(), columnWidth);
    SlideGrid grid =
        new SlideGrid(
            x + 0.8 * unit, top, right - 0.6 * unit, pitch, rows, window, unit, 2.6 * unit);
    caption(marks, x + 0.8 * unit, right - 0.8 * unit);
    marks.addAll(
        grid.ground(
            columns,
            SIZE * unit,
            label -> widths.of(label, new Type(SIZE * unit, Type.Weight.MEDIUM))));
    for (Box box : slide.slide().boxes()) {
      Role role = Role.of(box.number(), content.header());
      marks.addAll(boxes.solid(box, role, shown(box), place(grid, box), Target.NOTHING));
    }
    for (Box box : slide.slide().boxes()) {
      if (slide.matched().contains(box)) {
        marks.addAll(boxes.tick(place(grid, box), Ink.PANEL, Ink.CHOSEN, 0.52 * unit));
      } else if (slide.isFirstDifference(box)) {
        marks.addAll(boxes.unequal(place(grid, box), 0.55 * unit));
      }
    }
  }

  private SlideGrid.Place place(SlideGrid grid, Box box) {
    return grid.place(columns.indexOf(box.column()), box.server());
  }

  private void caption(List<Mark> marks, double left, double right) {
    double y = SlidePage.CAPTION * unit;
    Type type = new Type(0.95 * unit, Type.Weight.MEDIUM);
    String caption = SlideText.of("caption.slide");
    marks.add(Mark.Text.at(left, y, caption, type, Ink.MUTED));
    Type small = new Type(SIZE * unit, Type.Weight.REGULAR);
    double room = right - left - widths.of(caption, type) - unit;
    String legend = SlideText.cut(legend(), small, room, widths);
    if (!legend.isEmpty()) {
      marks.add(Mark.Text.at(right, y, legend, small, Ink.MUTED).anchored(Mark.Text.Anchor.END));
    }
  }

  private String legend() {
    return slide.slide().boxes().stream()
        .filter(box -> box.phase() == 2)
        .map(Box::value)
        .filter(value -> !content.placeholder(value).equals(value))
        .distinct()
        .map(
            value ->
                SlideText.of(
                    "legend.entry",
                    Map.of("name", content.placeholder(value), "value", SlideText.value(value))))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
