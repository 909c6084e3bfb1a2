package paxoscope.support;

import java.util.ArrayList;
import java.util.List;
import paxoscope.picture.Mark;
import paxoscope.picture.Picture;
import paxoscope.picture.TextWidths;

/** What must hold for every drawing: nothing covers a text, and all of it is on the page. */
public final class PictureChecks {

  private static final double ASCENT = 0.76;
  private static final double DESCENT = 0.22;
  private static final double HAIR = 0.5;

  private final Picture picture;
  private final TextWidths widths;

  /** An upright rectangle, and what it is. */
  private record Area(double left, double top, double right, double bottom, String what) {
    boolean meets(Area other) {
      return left + HAIR < other.right
          && other.left + HAIR < right
          && top + HAIR < other.bottom
          && other.top + HAIR < bottom;
    }

    boolean holds(Area other) {
      return left <= other.left + HAIR
          && top <= other.top + HAIR
          && right + HAIR >= other.right
          && bottom + HAIR >= other.bottom;
    }
  }

  public PictureChecks(Picture picture, TextWidths widths) {
    this.picture = picture;
    this.widths = widths;
  }

  /** Everything that is wrong with the drawing, in words; empty if nothing is. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    List<Area> texts = texts();
    List<Area> boxes = boxes();
    Area page = new Area(0, 0, picture.width(), picture.height(), "page");
    for (int i = 0; i < texts.size(); i++) {
      Area text = texts.get(i);
      if (!page.holds(text)) {
        faults.add(text.what() + " leaves the page");
      }
      for (Area other : texts.subList(i + 1, texts.size())) {
        if (text.meets(other)) {
          faults.add(text.what() + " covers " + other.what());
        }
      }
      for (Area box : boxes) {
        if (text.meets(box) && !box.holds(text)) {
          faults.add(text.what() + " lies across the border of " + box.what());
        }
      }
    }
    for (Area line : arrows()) {
      texts.stream()
          .filter(line::meets)
          .forEach(text -> faults.add("an arrow crosses " + text.what()));
    }
    return faults;
  }

  private List<Area> texts() {
    return picture.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(Mark.Text.class::cast)
        .map(this::area)
        .toList();
  }

  private Area area(Mark.Text text) {
    double width = widths.of(text.text(), text.type());
    double left =
        switch (text.anchor()) {
          case START -> text.x();
          case MIDDLE -> text.x() - width / 2;
          case END -> text.x() - width;
        };
    double size = text.type().size();
    return new Area(
        left,
        text.y() - ASCENT * size,
        left + width,
        text.y() + DESCENT * size,
        "'" + text.text() + "'");
  }

  private List<Area> boxes() {
    return picture.marks().stream()
        .filter(Mark.Box.class::isInstance)
        .map(Mark.Box.class::cast)
        .filter(box -> box.fill().isPresent())
        .map(
            box ->
                new Area(
                    box.x(),
                    box.y(),
                    box.x() + box.width(),
                    box.y() + box.height(),
                    "the box at %.0f, %.0f".formatted(box.x(), box.y())))
        .toList();
  }

  /** The stretches of open paths that are long enough to be no sign. */
  private List<Area> arrows() {
    List<Area> stretches = new ArrayList<>();
    for (Mark mark : picture.marks()) {
      if (mark instanceof Mark.Path path && !path.closed() && path.points().size() != 6) {
        List<Double> at = path.points();
        for (int i = 0; i + 3 < at.size(); i += 2) {
          stretches.add(
              new Area(
                  Math.min(at.get(i), at.get(i + 2)) - 1,
                  Math.min(at.get(i + 1), at.get(i + 3)) - 1,
                  Math.max(at.get(i), at.get(i + 2)) + 1,
                  Math.max(at.get(i + 1), at.get(i + 3)) + 1,
                  "an arrow"));
        }
      }
    }
    return stretches;
  }
}
