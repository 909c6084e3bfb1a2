package paxoscope.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Palette;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;
import paxoscope.picture.TextWidths;

/**
 * Writes pictures as SVG. Inks become classes, so that one style sheet at the top gives a picture
 * its colours, and a page can give it others.
 */
public final class SvgPicture {

  private static final double HEAD_SLENDERNESS = 0.42;

  private final TextWidths widths;
  private final StringBuilder svg = new StringBuilder();
  private final Set<Ink> hatches = EnumSet.noneOf(Ink.class);

  private SvgPicture(TextWidths widths) {
    this.widths = widths;
  }

  /**
   * A picture as a file of its own.
   *
   * @param picture the picture
   * @param palette its colours
   * @param widths measures texts
   * @return the text of an SVG file
   */
  public static String document(Picture picture, Palette palette, TextWidths widths) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + element(picture, "<style>" + styles(palette) + "</style>", widths);
  }

  /**
   * A picture as a part of a page that defines the style sheet of {@link #styles} itself.
   *
   * @param picture the picture
   * @param widths measures texts
   * @return an {@code svg} element
   */
  public static String fragment(Picture picture, TextWidths widths) {
    return element(picture, "", widths);
  }

  /**
   * The style sheet of the inks.
   *
   * @param palette the colours
   * @return CSS rules: {@code .f-a} fills with A's colour, {@code .s-a} strokes with it
   */
  public static String styles(Palette palette) {
    StringBuilder css = new StringBuilder("text{font-family:Inter,system-ui,sans-serif}");
    for (Ink ink : Ink.values()) {
      css.append(".f-%s{fill:%s}".formatted(ink.cssName(), palette.hex(ink)));
      css.append(".s-%s{stroke:%s}".formatted(ink.cssName(), palette.hex(ink)));
    }
    return css.toString();
  }

  private static String element(Picture picture, String head, TextWidths widths) {
    SvgPicture writer = new SvgPicture(widths);
    writer.box(0, 0, picture.width(), picture.height(), 0, "class=\"f-ground\"");
    picture.marks().forEach(writer::mark);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + number(picture.width())
        + " "
        + number(picture.height())
        + "\" role=\"img\"><title>"
        + escaped(picture.title())
        + "</title>"
        + head
        + writer.definitions()
        + writer.svg
        + "</svg>\n";
  }

  private String definitions() {
    if (hatches.isEmpty()) {
      return "";
    }
    StringBuilder patterns = new StringBuilder("<defs>");
    for (Ink hatch : hatches) {
      patterns.append(
          ("<pattern id=\"hatch-%s\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\""
                  + " patternTransform=\"rotate(45)\"><path d=\"M0 0V7\" stroke-width=\"2.4\""
                  + " class=\"s-%s\"/></pattern>")
              .formatted(hatch.cssName(), hatch.cssName()));
    }
    return patterns.append("</defs>").toString();
  }

  private void mark(Mark mark) {
    switch (mark) {
      case Mark.Line line -> line(line);
      case Mark.Path path -> path(path);
      case Mark.Box box ->
          areas(
              box.fill(),
              box.pen(),
              style -> box(box.x(), box.y(), box.width(), box.height(), box.radius(), style));
      case Mark.Circle circle ->
          areas(
              circle.fill(),
              circle.pen(),
              style ->
                  svg.append(
                      "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>"
                          .formatted(
                              number(circle.x()),
                              number(circle.y()),
                              number(circle.radius()),
                              style)));
      case Mark.Text text -> text(text);
    }
  }

  private void box(double x, double y, double width, double height, double radius, String style) {
    svg.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s/>"
            .formatted(number(x), number(y), number(width), number(height), number(radius), style));
  }

  private interface Shape {
    void draw(String style);
  }

  private void areas(Optional<Fill> fill, Optional<Pen> pen, Shape shape) {
    if (fill.isPresent() && fill.get().hatch().isPresent()) {
      Ink hatch = fill.get().hatch().get();
      hatches.add(hatch);
      shape.draw(filled(fill.get()));
      shape.draw(
          "fill=\"url(#hatch-%s)\" fill-opacity=\"%s\" %s"
              .formatted(
                  hatch.cssName(),
                  number(fill.get().opacity()),
                  pen.map(SvgPicture::stroked).map(SvgPicture::style).orElse("")));
      return;
    }
    String style = fill.map(SvgPicture::filled).orElse("fill=\"none\"");
    String stroke = pen.map(SvgPicture::stroked).orElse("");
    shape.draw(merged(style, stroke));
  }

  private static String filled(Fill fill) {
    String style = "class=\"f-%s\"".formatted(fill.ink().cssName());
    return fill.opacity() == 1 ? style : style + " fill-opacity=\"" + number(fill.opacity()) + "\"";
  }

  // Two attributes of one name are not allowed: the classes of filling and stroke become one.
  private static String merged(String style, String stroke) {
    if (style.startsWith("class=\"") && !stroke.isEmpty()) {
      String strokeClass = stroke.substring(0, stroke.indexOf(' '));
      return "class=\""
          + strokeClass
          + " "
          + style.substring("class=\"".length())
          + stroke.substring(stroke.indexOf(' '));
    }
    return stroke.isEmpty() ? style : style + " " + style(stroke);
  }

  /** The class of a stroke, a blank, and its further attributes. */
  private static String stroked(Pen pen) {
    String attributes =
        "s-%s stroke-width=\"%s\"".formatted(pen.ink().cssName(), number(pen.width()));
    List<Double> lengths = pen.dash().lengths();
    return lengths.isEmpty()
        ? attributes
        : attributes
            + " stroke-dasharray=\"%s %s\""
                .formatted(number(lengths.get(0)), number(lengths.get(1)));
  }

  private static String style(String stroke) {
    int blank = stroke.indexOf(' ');
    return "class=\"" + stroke.substring(0, blank) + "\"" + stroke.substring(blank);
  }

  private void line(Mark.Line line) {
    double dx = line.x2() - line.x1();
    double dy = line.y2() - line.y1();
    double length = Math.hypot(dx, dy);
    double head = Math.min(line.head(), length);
    double cut = length == 0 ? 0 : head * 0.8 / length;
    svg.append(
        "<path d=\"M%s %sL%s %s\" fill=\"none\" %s/>"
            .formatted(
                number(line.x1()),
                number(line.y1()),
                number(line.x2() - cut * dx),
                number(line.y2() - cut * dy),
                style(stroked(line.pen()))));
    if (head > 0) {
      double ux = dx / length * head;
      double uy = dy / length * head;
      svg.append(
          "<path d=\"M%s %sL%s %sL%s %sZ\" class=\"f-%s\"/>"
              .formatted(
                  number(line.x2()),
                  number(line.y2()),
                  number(line.x2() - ux - uy * HEAD_SLENDERNESS),
                  number(line.y2() - uy + ux * HEAD_SLENDERNESS),
                  number(line.x2() - ux + uy * HEAD_SLENDERNESS),
                  number(line.y2() - uy - ux * HEAD_SLENDERNESS),
                  line.pen().ink().cssName()));
    }
  }

  private void path(Mark.Path path) {
    StringBuilder way = new StringBuilder();
    for (int i = 0; i + 1 < path.points().size(); i += 2) {
      way.append(i == 0 ? "M" : "L")
          .append(number(path.points().get(i)))
          .append(' ')
          .append(number(path.points().get(i + 1)));
    }
    if (path.closed()) {
      way.append('Z');
    }
    areas(
        path.fill(), path.pen(), style -> svg.append("<path d=\"%s\" %s/>".formatted(way, style)));
  }

  private void text(Mark.Text text) {
    String anchor =
        switch (text.anchor()) {
          case START -> "";
          case MIDDLE -> " text-anchor=\"middle\"";
          case END -> " text-anchor=\"end\"";
        };
    String turned =
        text.degrees() == 0
            ? ""
            : " transform=\"rotate(%s %s %s)\""
                .formatted(number(text.degrees()), number(text.x()), number(text.y()));
    svg.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\" font-weight=\"%d\" class=\"f-%s\"%s%s%s%s>%s</text>"
            .formatted(
                number(text.x()),
                number(text.y()),
                number(text.type().size()),
                text.type().weight().number(),
                text.ink().cssName(),
                anchor,
                length(text),
                turned,
                text.struck() ? " text-decoration=\"line-through\"" : "",
                escaped(text.text())));
  }

  // Where the typeface is not installed, another one is as wide, and nothing runs over its box.
  private String length(Mark.Text text) {
    double width = widths.of(text.text(), text.type());
    return width <= 0
        ? ""
        : " textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"".formatted(number(width));
  }

  private static String number(double number) {
    String text = String.format(Locale.ROOT, "%.2f", number);
    return text.replaceFirst("\\.?0+$", "");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
