package paxoscope.export;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Palette;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;

/**
 * Makes pixels of pictures, without a window.
 *
 * @param palette the colours
 * @param fonts the typeface
 */
public record RasterPicture(Palette palette, InterFonts fonts) {

  /**
   * The scale of what is printed: a page A4 is 1123 units wide, this makes 240 dots to the inch.
   */
  static final double ON_PAPER = 2.5;

  private static final int TILE = 7;
  private static final double HEAD_SLENDERNESS = 0.42;

  /**
   * Draws a picture.
   *
   * @param picture the picture
   * @param scale pixels for each of its units
   * @return the pixels
   */
  public BufferedImage draw(Picture picture, double scale) {
    BufferedImage image =
        new BufferedImage(
            Math.max(1, (int) Math.round(picture.width() * scale)),
            Math.max(1, (int) Math.round(picture.height() * scale)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.scale(scale, scale);
      g.setPaint(colour(Ink.GROUND));
      g.fill(new Rectangle2D.Double(0, 0, picture.width(), picture.height()));
      picture.marks().forEach(mark -> mark(mark, g));
    } finally {
      g.dispose();
    }
    return image;
  }

  private Color colour(Ink ink) {
    return Color.decode(palette.hex(ink));
  }

  private void mark(Mark mark, Graphics2D g) {
    switch (mark) {
      case Mark.Line line -> line(line, g);
      case Mark.Path path -> area(way(path), path.fill(), path.pen(), g);
      case Mark.Box box ->
          area(
              new RoundRectangle2D.Double(
                  box.x(), box.y(), box.width(), box.height(), 2 * box.radius(), 2 * box.radius()),
              box.fill(),
              box.pen(),
              g);
      case Mark.Circle circle ->
          area(
              new Ellipse2D.Double(
                  circle.x() - circle.radius(),
                  circle.y() - circle.radius(),
                  2 * circle.radius(),
                  2 * circle.radius()),
              circle.fill(),
              circle.pen(),
              g);
      case Mark.Text text -> text(text, g);
    }
  }

  private static Path2D way(Mark.Path path) {
    Path2D way = new Path2D.Double();
    for (int i = 0; i + 1 < path.points().size(); i += 2) {
      if (i == 0) {
        way.moveTo(path.points().get(0), path.points().get(1));
      } else {
        way.lineTo(path.points().get(i), path.points().get(i + 1));
      }
    }
    if (path.closed()) {
      way.closePath();
    }
    return way;
  }

  private void area(Shape shape, Optional<Fill> fill, Optional<Pen> pen, Graphics2D g) {
    fill.ifPresent(
        how -> {
          Composite before = g.getComposite();
          g.setComposite(
              AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) how.opacity()));
          g.setPaint(paint(how));
          g.fill(shape);
          g.setComposite(before);
        });
    pen.ifPresent(
        how -> {
          pen(how, g);
          g.draw(shape);
        });
  }

  private Paint paint(Fill fill) {
    if (fill.hatch().isEmpty()) {
      return colour(fill.ink());
    }
    BufferedImage tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < TILE; x++) {
      for (int y = 0; y < TILE; y++) {
        boolean struck = (x + y) % TILE == 0;
        tile.setRGB(x, y, colour(struck ? fill.hatch().get() : fill.ink()).getRGB());
      }
    }
    return new TexturePaint(tile, new Rectangle2D.Double(0, 0, TILE, TILE));
  }

  private void pen(Pen pen, Graphics2D g) {
    g.setPaint(colour(pen.ink()));
    List<Double> lengths = pen.dash().lengths();
    float width = (float) pen.width();
    g.setStroke(
        lengths.isEmpty()
            ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
            : new BasicStroke(
                width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                new float[] {lengths.get(0).floatValue(), lengths.get(1).floatValue()},
                0));
  }

  private void line(Mark.Line line, Graphics2D g) {
    pen(line.pen(), g);
    double dx = line.x2() - line.x1();
    double dy = line.y2() - line.y1();
    double length = Math.hypot(dx, dy);
    double head = Math.min(line.head(), length);
    double cut = length == 0 ? 0 : head * 0.8 / length;
    g.draw(new Line2D.Double(line.x1(), line.y1(), line.x2() - cut * dx, line.y2() - cut * dy));
    if (head > 0) {
      double ux = dx / length * head;
      double uy = dy / length * head;
      Path2D arrow = new Path2D.Double();
      arrow.moveTo(line.x2(), line.y2());
      arrow.lineTo(line.x2() - ux - uy * HEAD_SLENDERNESS, line.y2() - uy + ux * HEAD_SLENDERNESS);
      arrow.lineTo(line.x2() - ux + uy * HEAD_SLENDERNESS, line.y2() - uy - ux * HEAD_SLENDERNESS);
      arrow.closePath();
      g.fill(arrow);
    }
  }

  private void text(Mark.Text text, Graphics2D g) {
    g.setPaint(colour(text.ink()));
    g.setFont(
        text.struck()
            ? fonts
                .font(text.type())
                .deriveFont(Map.of(TextAttribute.STRIKETHROUGH, TextAttribute.STRIKETHROUGH_ON))
            : fonts.font(text.type()));
    double width = fonts.of(text.text(), text.type());
    double shift =
        switch (text.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    AffineTransform before = g.getTransform();
    g.translate(text.x(), text.y());
    g.rotate(Math.toRadians(text.degrees()));
    g.drawString(text.text(), (float) shift, 0);
    g.setTransform(before);
  }
}
