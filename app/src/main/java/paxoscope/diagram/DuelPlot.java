package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.experiment.DuelResults;
import paxoscope.experiment.Spread;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;

/**
 * How many rounds the duels of an experiment took, against the dial: a dot for each duel, a cross
 * for each that was not decided, a box around the middle half, and a bar at the median.
 *
 * @param results what has been measured so far
 * @param widths measures labels
 */
public record DuelPlot(DuelResults results, TextWidths widths) {

  // Of fewer, the middle half would be one of them, or all.
  private static final int FEWEST_WITH_HALVES = 4;
  private static final double QUARTER = 0.25;
  private static final double LEAST_ROOM = 0.35;

  /**
   * Draws it on a screen.
   *
   * @param width the width there is
   * @param height the height there is
   * @param font the usual size of text
   * @return the drawing
   */
  public Picture draw(double width, double height, double font) {
    return new Drawing(width, height, font, 1.2 * font).picture(List.of());
  }

  /**
   * Draws it on a sheet of paper, as large as a worksheet, with what there is to know of it.
   *
   * @return the page
   */
  public Picture page() {
    List<Mark> white =
        List.of(
            new Mark.Box(
                0,
                0,
                WorksheetDiagram.WIDTH,
                WorksheetDiagram.HEIGHT,
                0,
                Optional.of(Fill.plain(Ink.PANEL)),
                Optional.empty(),
                Target.NOTHING));
    return new Drawing(WorksheetDiagram.WIDTH, WorksheetDiagram.HEIGHT, 17, 48).picture(white);
  }

  /** One drawing: where everything has its place. */
  private final class Drawing {
    private final double width;
    private final double height;
    private final double font;
    private final double pad;
    private final Type plain;
    private final Type bold;
    private final Type small;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final double slot;
    private final double row;
    private final List<String> notes;
    private final List<Mark> marks = new ArrayList<>();

    Drawing(double width, double height, double font, double pad) {
      this.width = width;
      this.height = height;
      this.font = font;
      this.pad = pad;
      this.plain = new Type(font, Type.Weight.REGULAR);
      this.bold = new Type(font, Type.Weight.SEMI_BOLD);
      this.small = new Type(0.85 * font, Type.Weight.REGULAR);
      double labels =
          Math.max(
              widths.of(SlideText.of("duel.undecided.row"), plain),
              widths.of(SlideText.of("duel.dial.row"), bold));
      this.left = pad + labels + 0.8 * font;
      this.right = width - pad;
      this.top = pad + 3.6 * font;
      this.notes = notes();
      this.bottom = bottom(notes.size());
      this.slot = (right - left) / results.plan().dial().size();
      // One row for what was not decided, above those of the rounds.
      this.row = (bottom - top) / (results.plan().bound() + 1.4);
    }

    Picture picture(List<Mark> ground) {
      marks.addAll(ground);
      head();
      grid();
      List<Spread> spreads = results.spreads();
      for (int place = 0; place < spreads.size(); place++) {
        middleHalf(spreads.get(place), left + (place + 0.5) * slot);
      }
      medians(spreads);
      for (int place = 0; place < spreads.size(); place++) {
        duels(spreads.get(place), left + (place + 0.5) * slot);
      }
      double y = height - pad - (notes.size() - 1) * 1.35 * font;
      for (String note : notes) {
        text(pad, y, note, small, Ink.MUTED, Mark.Text.Anchor.START);
        y += 1.35 * font;
      }
      return new Picture(width, height, speech(spreads), marks);
    }

    private double bottom(int lines) {
      return height - pad - lines * 1.35 * font - 4.6 * font;
    }

    /** What there is to know of it, as far as the plot itself keeps room enough. */
    private List<String> notes() {
      List<String> all = new ArrayList<>();
      for (String key : List.of("duel.legend", "duel.source")) {
        List<String> more = lines(SlideText.of(key));
        if (bottom(all.size() + more.size()) - top < LEAST_ROOM * height) {
          break;
        }
        all.addAll(more);
      }
      return all;
    }

    private List<String> lines(String text) {
      List<String> lines = new ArrayList<>();
      StringBuilder line = new StringBuilder();
      for (String word : text.split(" ")) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && widths.of(longer, small) > width - 2 * pad) {
          lines.add(line.toString());
          longer = word;
        }
        line.replace(0, line.length(), longer);
      }
      lines.add(line.toString());
      return lines;
    }

    private void head() {
      Type title = new Type(1.25 * font, Type.Weight.SEMI_BOLD);
      double room = width - 2 * pad;
      String head = SlideText.cut(SlideText.of("duel.title"), title, room, widths);
      text(pad, pad + font, head, title, Ink.INK, Mark.Text.Anchor.START);
      String what = SlideText.cut(what(), plain, room, widths);
      text(pad, pad + 2.6 * font, what, plain, Ink.MUTED, Mark.Text.Anchor.START);
    }

    private String what() {
      return SlideText.of(
          results.isComplete() ? "duel.what" : "duel.what.part",
          Map.of(
              "done", results.duels().size(),
              "all", results.plan().duels(),
              "repeats", results.plan().repeats(),
              "bound", results.plan().bound(),
              "seed", results.plan().seed()));
    }

    private double y(int rounds) {
      return bottom - (rounds - 0.5) * row;
    }

    private double undecidedY() {
      return top + 0.55 * row;
    }

    private void grid() {
      int bound = results.plan().bound();
      fill(left, top, right - left, 1.1 * row, Ink.SOFT);
      String undecided = SlideText.of("duel.undecided.row");
      text(left - 0.6 * font, undecidedY() + 0.35 * font, undecided, plain, Ink.REFUSAL, END);
      int each = Math.max(1, (int) Math.ceil(1.2 * font / row));
      for (int rounds = 1; rounds <= bound; rounds++) {
        line(left, y(rounds), right, y(rounds), Pen.solid(Ink.LINE, 1));
        if ((rounds - 1) % each == 0 && y(rounds) - undecidedY() > 1.2 * font) {
          String number = Integer.toString(rounds);
          text(left - 0.6 * font, y(rounds) + 0.35 * font, number, plain, Ink.INK, END);
        }
      }
      line(left, bottom, right, bottom, Pen.solid(Ink.MUTED, 1.5));
      // Beside the numbers that it names, where a longer word has no room.
      text(
          pad, y((bound + 1) / 2) + 0.35 * font, SlideText.of("duel.rounds"), bold, Ink.INK, START);
      text(
          left - 0.6 * font,
          bottom + 1.4 * font,
          SlideText.of("duel.dial.row"),
          bold,
          Ink.INK,
          END);
      String median = SlideText.of("duel.median.row");
      text(left - 0.6 * font, bottom + 2.9 * font, median, plain, Ink.INK, END);
    }

    private void medians(List<Spread> spreads) {
      List<Double> points = new ArrayList<>();
      for (int place = 0; place < spreads.size(); place++) {
        Spread spread = spreads.get(place);
        double x = left + (place + 0.5) * slot;
        String position = SlideText.of("duel.position", Map.of("share", spread.randomness()));
        fitted(x, bottom + 1.4 * font, position, bold, Ink.INK);
        String none =
            spread.count() == 0
                ? SlideText.of("duel.none")
                : SlideText.of("duel.longer", Map.of("bound", results.plan().bound()));
        String median = spread.median().map(Object::toString).orElse(none);
        fitted(x, bottom + 2.9 * font, median, plain, Ink.INK);
        if (spread.median().isPresent()) {
          points.addAll(List.of(x, y(spread.median().get())));
        }
      }
      if (points.size() > 2) {
        marks.add(
            new Mark.Path(
                points,
                false,
                Optional.empty(),
                Optional.of(new Pen(Ink.MUTED, 0.12 * font, Pen.Dash.DASHED)),
                Target.NOTHING));
      }
    }

    private void fitted(double x, double y, String text, Type type, Ink ink) {
      double wide = widths.of(text, type);
      double room = 0.95 * slot;
      Type fitting =
          wide <= room ? type : new Type(type.size() * Math.max(0.5, room / wide), type.weight());
      text(x, y, text, fitting, ink, Mark.Text.Anchor.MIDDLE);
    }

    private double boxWidth() {
      return Math.min(0.84 * slot, 6 * font);
    }

    private void middleHalf(Spread spread, double x) {
      Optional<Integer> lower = spread.within(QUARTER);
      Optional<Integer> upper = spread.within(1 - QUARTER);
      if (lower.isPresent() && upper.isPresent() && spread.count() >= FEWEST_WITH_HALVES) {
        double above = y(upper.get()) - 0.42 * row;
        double below = y(lower.get()) + 0.42 * row;
        marks.add(
            new Mark.Box(
                x - boxWidth() / 2,
                above,
                boxWidth(),
                below - above,
                0.2 * font,
                Optional.of(Fill.plain(Ink.C_SOFT)),
                Optional.of(Pen.solid(Ink.MUTED, 1)),
                Target.NOTHING));
      }
    }

    private void duels(Spread spread, double x) {
      spread
          .median()
          .ifPresent(
              it ->
                  line(
                      x - boxWidth() / 2,
                      y(it),
                      x + boxWidth() / 2,
                      y(it),
                      Pen.solid(Ink.STRONG, Math.max(2, 0.2 * font))));
      spread.decided().stream().distinct().forEach(rounds -> dots(spread, rounds, x));
      crosses(spread.undecided(), x);
    }

    private double pitch(int count) {
      return Math.min(0.62 * font, 0.8 * slot / Math.max(1, count));
    }

    private double radius() {
      return Math.min(0.24 * font, 0.36 * row);
    }

    private void dots(Spread spread, int rounds, double x) {
      int count = (int) spread.decided().stream().filter(it -> it == rounds).count();
      double pitch = pitch(count);
      for (int dot = 0; dot < count; dot++) {
        marks.add(
            new Mark.Circle(
                x + (dot - (count - 1) / 2.0) * pitch,
                y(rounds),
                Math.max(1, Math.min(radius(), 0.46 * pitch)),
                Optional.of(Fill.plain(Ink.PANEL)),
                Optional.of(Pen.solid(Ink.STRONG, Math.max(1, 0.09 * font))),
                Target.NOTHING));
      }
    }

    private void crosses(int count, double x) {
      double pitch = pitch(count);
      double arm = Math.max(1, Math.min(radius(), 0.4 * pitch));
      Pen pen = Pen.solid(Ink.REFUSAL, Math.max(1, 0.12 * font));
      for (int cross = 0; cross < count; cross++) {
        double at = x + (cross - (count - 1) / 2.0) * pitch;
        line(at - arm, undecidedY() - arm, at + arm, undecidedY() + arm, pen);
        line(at - arm, undecidedY() + arm, at + arm, undecidedY() - arm, pen);
      }
    }

    private void fill(double x, double y, double wide, double high, Ink ink) {
      Optional<Fill> fill = Optional.of(Fill.plain(ink));
      marks.add(new Mark.Box(x, y, wide, high, 0, fill, Optional.empty(), Target.NOTHING));
    }

    private void line(double x1, double y1, double x2, double y2, Pen pen) {
      marks.add(new Mark.Line(x1, y1, x2, y2, 0, pen, Target.NOTHING));
    }

    private void text(
        double x, double y, String text, Type type, Ink ink, Mark.Text.Anchor anchor) {
      marks.add(Mark.Text.at(x, y, text, type, ink).anchored(anchor));
    }
  }

  private static final Mark.Text.Anchor START = Mark.Text.Anchor.START;
  private static final Mark.Text.Anchor END = Mark.Text.Anchor.END;

  private String speech(List<Spread> spreads) {
    List<String> sentences = new ArrayList<>();
    sentences.add(SlideText.of("duel.title"));
    for (Spread spread : spreads) {
      if (spread.count() > 0) {
        sentences.add(
            SlideText.of(
                spread.median().isPresent() ? "duel.speech" : "duel.speech.never",
                Map.of(
                    "share", spread.randomness(),
                    "median", spread.median().orElse(0),
                    "bound", results.plan().bound(),
                    "undecided", spread.undecided(),
                    "count", spread.count())));
      }
    }
    return String.join(" ", sentences);
  }
}
