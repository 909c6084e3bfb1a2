package paxoscope.ui.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Palette;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;
import paxoscope.picture.Type;

/** Draws the marks of a picture on a canvas. */
final class PicturePainter {

  private static final int TILE = 7;
  private static final double HEAD_SLENDERNESS = 0.42;

  private final Map<Ink, Color> colours = new HashMap<>();
  private final Map<Fill, Paint> fills = new HashMap<>();
  private final Map<Type, Font> fonts = new HashMap<>();

  PicturePainter(Palette palette) {
    for (Ink ink : Ink.values()) {
      colours.put(ink, Color.web(palette.hex(ink)));
    }
  }

  /** Draws a picture on the ground of the theme. */
  void paint(Picture picture, Canvas canvas) {
    ground(canvas);
    marks(picture.marks(), canvas.getGraphicsContext2D());
  }

  /** Draws what can be seen of a picture from a place on, to the right. */
  void part(Picture picture, double left, Canvas canvas) {
    ground(canvas);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.save();
    g.translate(-left, 0);
    marks(picture.between(left, left + canvas.getWidth()), g);
    g.restore();
  }

  /** Draws a picture and nothing else: what lies below stays to be seen. */
  void over(Picture picture, Canvas canvas) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    marks(picture.marks(), g);
  }

  private void ground(Canvas canvas) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setFill(colours.get(Ink.GROUND));
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
  }

  private void marks(List<Mark> marks, GraphicsContext g) {
    g.setTextBaseline(VPos.BASELINE);
    g.setLineCap(StrokeLineCap.BUTT);
    int next = 0;
    while (next < marks.size()) {
      int last = lastAlike(marks, next);
      if (last > next) {
        lines(marks.subList(next, last + 1), g);
      } else {
        mark(marks.get(next), g);
      }
      next = last + 1;
    }
  }

  private void mark(Mark mark, GraphicsContext g) {
    switch (mark) {
      case Mark.Line line -> line(line, g);
      case Mark.Path path -> path(path, g);
      case Mark.Box box -> box(box, g);
      case Mark.Circle circle -> circle(circle, g);
      case Mark.Text text -> text(text, g);
    }
  }

  // Lines of one pen that follow each other are drawn as one shape: a thousand of them then cost
  // hardly more than one.
  private static int lastAlike(List<Mark> marks, int first) {
    int last = first;
    if (marks.get(first) instanceof Mark.Line line && line.head() == 0) {
      while (last + 1 < marks.size()
          && marks.get(last + 1) instanceof Mark.Line other
          && other.head() == 0
          && other.pen().equals(line.pen())) {
        last++;
      }
    }
    return last;
  }

  private void lines(List<Mark> marks, GraphicsContext g) {
    g.beginPath();
    for (Mark mark : marks) {
      if (mark instanceof Mark.Line line) {
        pen(line.pen(), g);
        g.moveTo(line.x1(), line.y1());
        g.lineTo(line.x2(), line.y2());
      }
    }
    g.stroke();
  }

  private void pen(Pen pen, GraphicsContext g) {
    g.setStroke(colours.get(pen.ink()));
    g.setLineWidth(pen.width());
    List<Double> lengths = pen.dash().lengths();
    if (lengths.isEmpty()) {
      g.setLineDashes();
    } else {
      g.setLineDashes(lengths.get(0), lengths.get(1));
    }
  }

  private void line(Mark.Line line, GraphicsContext g) {
    pen(line.pen(), g);
    double dx = line.x2() - line.x1();
    double dy = line.y2() - line.y1();
    double length = Math.hypot(dx, dy);
    double head = Math.min(line.head(), length);
    double cut = length == 0 ? 0 : head * 0.8 / length;
    g.strokeLine(line.x1(), line.y1(), line.x2() - cut * dx, line.y2() - cut * dy);
    if (head > 0) {
      double ux = dx / length * head;
      double uy = dy / length * head;
      g.setFill(colours.get(line.pen().ink()));
      g.fillPolygon(
          new double[] {
            line.x2(),
            line.x2() - ux - uy * HEAD_SLENDERNESS,
            line.x2() - ux + uy * HEAD_SLENDERNESS
          },
          new double[] {
            line.y2(),
            line.y2() - uy + ux * HEAD_SLENDERNESS,
            line.y2() - uy - ux * HEAD_SLENDERNESS
          },
          3);
    }
  }

  private void path(Mark.Path path, GraphicsContext g) {
    int count = path.points().size() / 2;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = path.points().get(2 * i);
      ys[i] = path.points().get(2 * i + 1);
    }
    path.fill().ifPresent(fill -> filled(fill, g, () -> g.fillPolygon(xs, ys, count)));
    path.pen()
        .ifPresent(
            pen -> {
              pen(pen, g);
              if (path.closed()) {
                g.strokePolygon(xs, ys, count);
              } else {
                g.strokePolyline(xs, ys, count);
              }
            });
  }

  private void box(Mark.Box box, GraphicsContext g) {
    double arc = 2 * box.radius();
    box.fill()
        .ifPresent(
            fill ->
                filled(
                    fill,
                    g,
                    () -> g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc)));
    box.pen()
        .ifPresent(
            pen -> {
              pen(pen, g);
              g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
            });
  }

  private void circle(Mark.Circle circle, GraphicsContext g) {
    double x = circle.x() - circle.radius();
    double y = circle.y() - circle.radius();
    double across = 2 * circle.radius();
    circle.fill().ifPresent(fill -> filled(fill, g, () -> g.fillOval(x, y, across, across)));
    circle
        .pen()
        .ifPresent(
            pen -> {
              pen(pen, g);
              g.strokeOval(x, y, across, across);
            });
  }

  private void filled(Fill fill, GraphicsContext g, Runnable draw) {
    g.setFill(fills.computeIfAbsent(fill, this::paint));
    double before = g.getGlobalAlpha();
    g.setGlobalAlpha(before * fill.opacity());
    draw.run();
    g.setGlobalAlpha(before);
  }

  private Paint paint(Fill fill) {
    Optional<Ink> hatch = fill.hatch();
    if (hatch.isEmpty()) {
      return colours.get(fill.ink());
    }
    WritableImage tile = new WritableImage(TILE, TILE);
    PixelWriter pixels = tile.getPixelWriter();
    for (int x = 0; x < TILE; x++) {
      for (int y = 0; y < TILE; y++) {
        boolean struck = (x + y) % TILE == 0;
        pixels.setColor(x, y, colours.get(struck ? hatch.get() : fill.ink()));
      }
    }
    return new ImagePattern(tile, 0, 0, TILE, TILE, false);
  }

  private void text(Mark.Text text, GraphicsContext g) {
    Font font = fonts.computeIfAbsent(text.type(), Fonts::font);
    g.setFont(font);
    g.setFill(colours.get(text.ink()));
    g.setTextAlign(
        switch (text.anchor()) {
          case START -> TextAlignment.LEFT;
          case MIDDLE -> TextAlignment.CENTER;
          case END -> TextAlignment.RIGHT;
        });
    if (text.degrees() == 0) {
      g.fillText(text.text(), text.x(), text.y());
      return;
    }
    g.save();
    g.translate(text.x(), text.y());
    g.rotate(text.degrees());
    g.fillText(text.text(), 0, 0);
    g.restore();
  }
}
