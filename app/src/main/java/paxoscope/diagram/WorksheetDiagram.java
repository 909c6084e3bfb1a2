package paxoscope.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Box;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;

/**
 * The box diagram as a sheet of paper for a class, and its key: one page A4 across.
 *
 * <p>Given is the first box of each phase of a proposal. All others are left empty, and so is
 * always what takes thought: a refusal, and an Accept of a proposal that had to take a value over.
 *
 * @param calls the boxes of the run
 * @param widths measures labels
 */
public record WorksheetDiagram(CallBoxes calls, TextWidths widths) {

  /** The width of the page. */
  public static final double WIDTH = 1123;

  /** The height of the page: to the width as in A4. */
  public static final double HEIGHT = 794;

  private static final double UNIT = 17;
  private static final double PAD = 48;
  private static final double TOP = 250;
  private static final double BOTTOM = 90;
  private static final int MOST_COLUMNS = 8;

  private record Call(int phase, ProposalNumber number) {}

  /**
   * The sheet to be filled in.
   *
   * @param cursor the moment until which it goes
   * @return the page
   */
  public Picture sheet(int cursor) {
    return page(calls.beginningAt(cursor), false);
  }

  /**
   * The same page, filled in, with the answer.
   *
   * @param cursor the moment until which it goes
   * @return the page
   */
  public Picture key(int cursor) {
    return page(calls.beginningAt(cursor), true);
  }

  /**
   * The boxes that the sheet leaves empty.
   *
   * @param content the diagram
   * @return the boxes
   */
  static Set<CallBox> blanks(SlideContent content) {
    Set<ProposalNumber> adopting =
        content.adoptions().stream()
            .map(adoption -> adoption.to().box().number())
            .collect(Collectors.toSet());
    Set<Call> given = new HashSet<>();
    Set<CallBox> blanks = new HashSet<>();
    for (CallBox call : content.boxes()) {
      Box box = call.box();
      boolean takesThought = box.refused() || box.phase() == 2 && adopting.contains(box.number());
      if (takesThought || !given.add(new Call(box.phase(), box.number()))) {
        blanks.add(call);
      }
    }
    return blanks;
  }

  private Picture page(SlideContent content, boolean filled) {
    List<Mark> marks = new ArrayList<>();
    List<Column> columns = columns(content);
    // Paper is white.
    marks.add(
        new Mark.Box(
            0,
            0,
            WIDTH,
            HEIGHT,
            0,
            Optional.of(Fill.plain(Ink.PANEL)),
            Optional.empty(),
            Target.NOTHING));
    head(content, filled, marks);
    RunHeader header = content.header();
    double pitch = Math.min((HEIGHT - TOP - BOTTOM) / header.membership().size(), 6 * UNIT);
    double room = WIDTH - 2 * PAD - SlideGrid.NAME_ROOM * UNIT;
    ColumnWindow window =
        ColumnWindow.of(
            ColumnWindow.Wish.ALL, columns.size(), 0, room, 0, room / MOST_COLUMNS, 10 * UNIT);
    SlideGrid grid =
        new SlideGrid(
            PAD, TOP, WIDTH - PAD, pitch, header.membership().size(), window, UNIT, 3.2 * UNIT);
    Type small = new Type(0.9 * UNIT, Type.Weight.MEDIUM);
    marks.addAll(
        grid.ground(
            columns.stream().map(Column::label).toList(),
            small.size(),
            label -> widths.of(label, small)));
    boxes(content, columns, grid, filled, marks);
    if (filled) {
      new AdoptionArrows(content.adoptions(), columns::indexOf, grid).draw(marks);
    }
    foot(content, columns, filled, marks);
    String kind = SlideText.of(filled ? "worksheet.kind.key" : "worksheet.kind");
    return new Picture(WIDTH, HEIGHT, kind + ": " + header.title(), marks);
  }

  /** Those of the slide if there is one, for the run may go on long after it; else the first. */
  private static List<Column> columns(SlideContent content) {
    Set<String> ofSlide =
        content.header().reference().stream()
            .flatMap(slide -> slide.boxes().stream())
            .map(Box::column)
            .collect(Collectors.toSet());
    Set<Column> begun = content.boxes().stream().map(CallBox::column).collect(Collectors.toSet());
    return content.columns().stream()
        .filter(begun::contains)
        .filter(column -> ofSlide.isEmpty() || ofSlide.contains(column.name()))
        .limit(MOST_COLUMNS)
        .toList();
  }

  private void boxes(
      SlideContent content,
      List<Column> columns,
      SlideGrid grid,
      boolean filled,
      List<Mark> marks) {
    BoxMarks boxes = new BoxMarks(widths, UNIT, 1.1 * UNIT);
    Set<CallBox> blanks = filled ? Set.of() : blanks(content);
    for (CallBox call : content.boxes()) {
      int column = columns.indexOf(call.column());
      if (column < 0) {
        continue;
      }
      Box box = call.box();
      SlideGrid.Place place = grid.place(column, box.server());
      if (blanks.contains(call)) {
        marks.add(boxes.blank(place));
        continue;
      }
      Role role = Role.of(box.number(), content.header());
      String value = box.phase() == 1 ? "" : SlideText.value(box.value());
      marks.addAll(boxes.solid(box, role, value, place, new Target.Moment(call.step())));
      call.obstacle()
          .flatMap(it -> boxes.reason(it, place, grid.reasonY(box.server())))
          .ifPresent(marks::add);
      if (filled && content.majority().contains(call)) {
        marks.add(boxes.ring(place, Ink.CHOSEN, 0.16, 0.16 * UNIT));
        marks.addAll(boxes.tick(place, Ink.CHOSEN, Ink.GROUND, 0.6 * UNIT));
      }
    }
  }

  private void head(SlideContent content, boolean filled, List<Mark> marks) {
    RunHeader header = content.header();
    String kind = SlideText.of(filled ? "worksheet.kind.key" : "worksheet.kind");
    text(PAD, 62, kind, 0.95, Type.Weight.SEMI_BOLD, Ink.MUTED, marks);
    if (!filled) {
      line(WIDTH - PAD - 560, SlideText.of("worksheet.name"), 330, marks);
      line(WIDTH - PAD - 210, SlideText.of("worksheet.date"), 210, marks);
    }
    String title = header.title().isEmpty() ? SlideText.of("title.none") : header.title();
    text(PAD, 104, title, 1.4, Type.Weight.SEMI_BOLD, Ink.INK, marks);
    text(PAD, 138, wishes(header), 0.95, Type.Weight.REGULAR, Ink.INK, marks);
    if (!filled) {
      text(PAD, 166, SlideText.of("worksheet.task"), 0.9, Type.Weight.REGULAR, Ink.INK, marks);
    }
  }

  private static String wishes(RunHeader header) {
    List<String> sentences = new ArrayList<>();
    wish(header, "A", header.proposerA(), "X").ifPresent(sentences::add);
    wish(header, "B", header.proposerB(), "Y").ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  private static Optional<String> wish(
      RunHeader header, String role, Optional<ServerId> server, String value) {
    return server
        .filter(_ -> header.parameters().containsKey(value))
        .map(
            it ->
                SlideText.of(
                    "worksheet.values",
                    Map.of(
                        "role", role,
                        "server", it,
                        "value", SlideText.value(header.parameters().get(value)))));
  }

  /** A word and a line to write on. */
  private void line(double x, String word, double width, List<Mark> marks) {
    Type type = new Type(0.95 * UNIT, Type.Weight.REGULAR);
    marks.add(Mark.Text.at(x, 62, word, type, Ink.MUTED));
    double from = x + widths.of(word, type) + 0.5 * UNIT;
    marks.add(new Mark.Line(from, 65, x + width, 65, 0, Pen.solid(Ink.MUTED, 1), Target.NOTHING));
  }

  private void foot(SlideContent content, List<Column> columns, boolean filled, List<Mark> marks) {
    double y = HEIGHT - 58;
    Type.Weight weight = filled ? Type.Weight.SEMI_BOLD : Type.Weight.REGULAR;
    String text = filled ? answer(content, columns) : SlideText.of("worksheet.question");
    text(PAD, y, text, 1, weight, filled ? Ink.CHOSEN : Ink.INK, marks);
    if (!filled) {
      marks.add(
          new Mark.Line(
              PAD, y + 38, WIDTH - PAD, y + 38, 0, Pen.solid(Ink.MUTED, 1), Target.NOTHING));
    }
    int begun = (int) content.boxes().stream().map(CallBox::column).distinct().count();
    if (columns.size() < begun) {
      String part = SlideText.of("worksheet.part", Map.of("count", columns.size()));
      text(PAD, 194, part, 0.9, Type.Weight.REGULAR, Ink.MUTED, marks);
    }
  }

  private static String answer(SlideContent content, List<Column> columns) {
    Optional<CallBox> last =
        content.majority().stream()
            .filter(call -> columns.contains(call.column()))
            .max(java.util.Comparator.comparingInt(CallBox::step));
    boolean seen = content.majority().stream().allMatch(call -> columns.contains(call.column()));
    return last.filter(_ -> seen)
        .map(
            call ->
                SlideText.of(
                    "worksheet.answer",
                    Map.of(
                        "value", SlideText.value(call.box().value()),
                        "column", call.column().label())))
        .orElseGet(() -> SlideText.of("worksheet.answer.none"));
  }

  private void text(
      double x, double y, String text, double size, Type.Weight weight, Ink ink, List<Mark> marks) {
    Type type = new Type(size * UNIT, weight);
    marks.add(Mark.Text.at(x, y, SlideText.cut(text, type, WIDTH - x - PAD, widths), type, ink));
  }
}
