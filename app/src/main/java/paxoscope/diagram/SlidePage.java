package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.trace.Box;
import paxoscope.trace.Role;

/**
 * One drawing of the box diagram: the head, the boxes of the servers at the left, the slide at the
 * right. Lengths are counted in {@code unit}, the size of text, which gives way only where the
 * servers would not fit under each other.
 */
final class SlidePage {

  /** Where the captions of both sides have their base line. */
  static final double CAPTION = 6.6;

  private static final double HEAD = 8.6;
  private static final double LEAST_ROW = 2.9;
  private static final double MOST_ROW = 9.4;
  private static final double FOOT = 0.9;
  private static final double PAD = 1.4;
  private static final double LEAST_COLUMN = 0.5;
  private static final double NARROWEST_COLUMN = 5;
  private static final double WIDEST_COLUMN = 11;
  private static final double TEXT = 1.15;

  /** How wide a view of usual text is, in sizes of text: the slides of the lectures fit in. */
  private static final double USUAL_WIDTH = 78;

  private static final double A_HAIR = 1e-6;
  private static final double LABEL = 0.8125;

  /** How many of the newest boxes say how wide a column must be; older ones are cut to it. */
  private static final int MEASURED = 300;

  private final SlideContent content;
  private final SlideDiagram.View view;
  private final TextWidths widths;
  private final boolean tried;
  private final double unit;
  private final int rows;
  private final BoxMarks boxes;
  private final Optional<SlidePanel> panel;
  private final SlideGrid grid;
  private final List<Mark> marks = new ArrayList<>();

  SlidePage(SlideContent content, SlideDiagram.View view, TextWidths widths, boolean tried) {
    this.tried = tried;
    this.content = content;
    this.view = view;
    this.widths = widths;
    this.rows = content.header().membership().size();
    double least = HEAD + FOOT + rows * LEAST_ROW;
    this.unit = besideSlide(Math.min(view.font(), view.height() / least));
    this.boxes = new BoxMarks(widths, unit, TEXT * unit);
    double top = HEAD * unit;
    double pitch = Math.min((view.height() - top - FOOT * unit) / rows, MOST_ROW * unit);
    this.panel =
        content
            .comparison()
            .map(slide -> new SlidePanel(content, slide, widths, unit, top, pitch))
            .filter(slide -> slide.width() <= 0.46 * view.width());
    double right = view.width() - PAD * unit - panel.map(it -> it.width() + unit).orElse(0.0);
    this.grid = grid(top, pitch, right);
  }

  /**
   * The size at which the columns of the slide have room beside the slide itself, because the two
   * are there to be compared: large text must not hide the first ones. Text does not get smaller
   * than the usual for that; a slide that needs more is scrolled. The size depends on the slide
   * alone, so that nothing changes while columns come.
   */
  private double besideSlide(double usual) {
    return content
        .comparison()
        .map(
            slide -> {
              SlidePanel its = new SlidePanel(content, slide, widths, usual, 0, 0);
              BoxMarks like = new BoxMarks(widths, usual, TEXT * usual);
              double column =
                  slide.slide().boxes().stream()
                          .mapToDouble(box -> like.need(box, shown(box), Optional.empty()))
                          .reduce(NARROWEST_COLUMN * usual, Math::max)
                      + SlideGrid.GAP * usual;
              double around = (2 * PAD + 1 + SlideGrid.NAME_ROOM) * usual;
              double needed = around + its.width() + its.columnCount() * column + A_HAIR;
              return needed <= USUAL_WIDTH * usual
                  ? Math.min(1, view.width() / needed) * usual
                  : usual;
            })
        .orElse(usual);
  }

  private SlideGrid grid(double top, double pitch, double right) {
    double left = PAD * unit;
    double room = right - left - SlideGrid.NAME_ROOM * unit;
    int newest = content.newest().map(box -> content.placeOf(box.column())).orElse(0);
    ColumnWindow window =
        ColumnWindow.of(
            view.wish(),
            content.columns().size(),
            newest,
            room,
            LEAST_COLUMN * unit,
            narrowest(),
            WIDEST_COLUMN * unit);
    return new SlideGrid(
        left, top, right, pitch, rows, window, unit, Math.max(3.6 * unit, 0.44 * pitch));
  }

  private double narrowest() {
    double widest = NARROWEST_COLUMN * unit;
    int count = content.boxes().size();
    for (CallBox call : content.boxes().subList(Math.max(0, count - MEASURED), count)) {
      widest = Math.max(widest, boxes.need(call.box(), shown(call.box()), call.obstacle()));
    }
    for (SlideContent.Coming coming : content.coming()) {
      // A refusal that has yet to come gets its room now, so that nothing moves when it comes.
      Optional<CallBox.Obstacle> obstacle =
          Optional.of(new CallBox.Obstacle(coming.box().number(), coming.column().label()))
              .filter(_ -> coming.box().refused());
      widest = Math.max(widest, boxes.need(coming.box(), shown(coming.box()), obstacle));
    }
    return widest + SlideGrid.GAP * unit;
  }

  SlideDiagram.Drawing draw() {
    head();
    caption();
    marks.addAll(
        grid.ground(
            content.columns().stream().map(Column::label).toList(),
            LABEL * unit,
            label -> widths.of(label, new Type(LABEL * unit, Type.Weight.MEDIUM))));
    content.coming().forEach(this::coming);
    content.boxes().forEach(this::box);
    new AdoptionArrows(content.adoptions(), content::placeOf, grid).draw(marks);
    view.focused().ifPresent(this::focus);
    if (content.columns().isEmpty()) {
      text(grid.firstX() + unit, grid.top() + 0.3 * unit, SlideText.of("empty"), 1, Ink.MUTED);
    }
    marks.addAll(grid.scrollBar(view.height() - 0.75 * unit));
    panel.ifPresent(it -> it.draw(marks, view.width() - PAD * unit - it.width(), view.height()));
    String title = SlideSpeech.of(content, grid.window(), view.focused());
    return new SlideDiagram.Drawing(
        new Picture(view.width(), view.height(), title, marks), grid.window());
  }

  // The head

  private void head() {
    String title = content.header().title();
    text(
        PAD * unit,
        2.2 * unit,
        title.isEmpty() ? SlideText.of("title.none") : title,
        1.25,
        Ink.INK);
    text(PAD * unit, 3.75 * unit, headLine(), 0.95, Ink.MUTED);
    content
        .comparison()
        .flatMap(SlideText::difference)
        .ifPresent(difference -> text(PAD * unit, 5.05 * unit, difference, 0.95, Ink.REFUSAL));
  }

  private String headLine() {
    String servers = SlideText.number(rows);
    String head = tried ? "head.tried" : "head";
    return content
        .comparison()
        .map(
            slide ->
                SlideText.of(
                    head + (slide.isComplete() ? ".all" : ".some"),
                    Map.of(
                        "servers", servers,
                        "matched", slide.matched().size(),
                        "all", slide.slide().boxes().size())))
        .orElseGet(() -> SlideText.of(head, Map.of("servers", servers)));
  }

  private void text(double x, double y, String text, double size, Ink ink) {
    Type type =
        new Type(
            size * unit,
            size > 1 || ink == Ink.REFUSAL ? Type.Weight.SEMI_BOLD : Type.Weight.REGULAR);
    String cut = SlideText.cut(text, type, view.width() - x - PAD * unit, widths);
    marks.add(Mark.Text.at(x, y, cut, type, ink));
  }

  private void caption() {
    double y = CAPTION * unit;
    double pill = chosenPill(y);
    ColumnWindow window = grid.window();
    String caption =
        window.isPart()
            ? SlideText.of(
                content.cut() ? "caption.part.last" : "caption.part",
                Map.of(
                    "first", content.columns().get(window.first()).label(),
                    "last", content.columns().get(window.first() + window.count() - 1).label(),
                    "shown", window.count(),
                    "all", window.all()))
            : SlideText.of(tried ? "caption.tried" : "caption.live");
    Type type = new Type(0.95 * unit, Type.Weight.MEDIUM);
    double room = pill - unit - grid.firstX();
    marks.add(
        Mark.Text.at(
            grid.firstX(), y, SlideText.cut(caption, type, room, widths), type, Ink.MUTED));
  }

  /** Says what is chosen; gives its left edge. */
  private double chosenPill(double y) {
    boolean chosen = content.chosen().isPresent();
    String text =
        content
            .chosen()
            .map(it -> SlideText.of("chosen", Map.of("value", SlideText.value(it.value().text()))))
            .orElseGet(() -> SlideText.of("chosen.not-yet"));
    Type type = new Type(0.95 * unit, chosen ? Type.Weight.SEMI_BOLD : Type.Weight.REGULAR);
    double sign = chosen ? 1.3 * unit : 0;
    double width = widths.of(text, type) + sign + 1.6 * unit;
    double x = grid.right() - width;
    if (x < grid.firstX()) {
      return grid.right();
    }
    marks.add(
        new Mark.Box(
            x,
            y - 1.2 * unit,
            width,
            1.75 * unit,
            0.875 * unit,
            Optional.of(Fill.plain(chosen ? Ink.CHOSEN_SOFT : Ink.GROUND)),
            Optional.of(Pen.solid(chosen ? Ink.CHOSEN : Ink.LINE, 1.5)),
            Target.NOTHING));
    if (chosen) {
      marks.add(BoxMarks.tickAt(x + 1.3 * unit, y - 0.33 * unit, 0.8 * unit, Ink.CHOSEN));
    }
    marks.add(Mark.Text.at(x + 0.8 * unit + sign, y, text, type, chosen ? Ink.CHOSEN : Ink.MUTED));
    return x;
  }

  // The boxes

  /** What stands for the value: the value itself, on one short line. */
  private static String shown(Box box) {
    return box.phase() == 1 ? "" : SlideText.value(box.value());
  }

  private Role role(Box box) {
    return Role.of(box.number(), content.header());
  }

  private void coming(SlideContent.Coming coming) {
    int column = content.placeOf(coming.column());
    if (grid.window().holds(column)) {
      Box box = coming.box();
      marks.addAll(boxes.coming(box, role(box), shown(box), grid.place(column, box.server())));
    }
  }

  private void box(CallBox call) {
    int column = content.placeOf(call.column());
    if (!grid.window().holds(column)) {
      return;
    }
    Box box = call.box();
    SlideGrid.Place place = grid.place(column, box.server());
    Target target = new Target.Moment(call.step());
    marks.addAll(boxes.solid(box, role(box), shown(box), place, target));
    call.obstacle()
        .flatMap(it -> boxes.reason(it, place, grid.reasonY(box.server())))
        .ifPresent(marks::add);
    if (content.majority().contains(call)) {
      marks.add(boxes.ring(place, Ink.CHOSEN, 0.16, 0.16 * unit));
      marks.addAll(boxes.tick(place, Ink.CHOSEN, Ink.GROUND, 0.6 * unit));
    } else if (panel.isEmpty() && content.comparison().isPresent()) {
      compared(box, place);
    }
  }

  // Where there is no room for the slide itself, its ticks are on the boxes.
  private void compared(Box box, SlideGrid.Place place) {
    if (content.comparison().orElseThrow().matched().contains(box)) {
      marks.addAll(boxes.tick(place, Ink.PANEL, Ink.CHOSEN, 0.5 * unit));
    }
  }

  private void focus(CallBox call) {
    int column = content.placeOf(call.column());
    if (grid.window().holds(column)) {
      marks.add(boxes.ring(grid.place(column, call.box().server()), Ink.STRONG, 0.3, 2.5));
    }
  }
}
