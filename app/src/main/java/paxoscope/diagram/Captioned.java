package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.narration.Narration;
import paxoscope.narration.Narrator;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.trace.Trace;

/**
 * Puts what the last step did, in words, below a picture of the moment.
 *
 * @param trace the run
 * @param widths measures the words
 */
public record Captioned(Trace trace, TextWidths widths) {

  private static final double STRIP = 5.2;

  /**
   * How much of the height the words take.
   *
   * @param font the usual size of text
   * @return the height of the strip
   */
  public static double stripHeight(double font) {
    return STRIP * font;
  }

  /**
   * Adds the words.
   *
   * @param picture a picture of the moment
   * @param cursor the moment
   * @param font the usual size of text
   * @return a picture that is higher by {@link #stripHeight}
   */
  public Picture below(Picture picture, int cursor, double font) {
    double height = picture.height();
    List<Mark> marks = new ArrayList<>(picture.marks());
    Optional<Narration> words =
        cursor == 0 ? Optional.empty() : Optional.of(new Narrator().narrate(trace, cursor));
    marks.add(
        new Mark.Box(
            0,
            height,
            picture.width(),
            stripHeight(font),
            0,
            Optional.of(Fill.plain(words.map(Captioned::ground).orElse(Ink.PANEL))),
            Optional.empty(),
            Target.NOTHING));
    double room = picture.width() - 11 * font;
    Type bold = new Type(1.35 * font, Type.Weight.SEMI_BOLD);
    Type plain = new Type(1.05 * font, Type.Weight.REGULAR);
    String headline = words.map(Narration::headline).orElse(trace.header().title());
    String detail = words.map(Narration::detail).orElse("");
    marks.add(
        Mark.Text.at(1.7 * font, height + 2.1 * font, cut(headline, room, bold), bold, Ink.INK));
    marks.add(
        Mark.Text.at(1.7 * font, height + 3.9 * font, cut(detail, room, plain), plain, Ink.MUTED));
    marks.add(
        Mark.Text.at(
                picture.width() - 1.7 * font,
                height + 2.1 * font,
                cursor + " / " + trace.size(),
                new Type(1.05 * font, Type.Weight.MEDIUM),
                Ink.MUTED)
            .anchored(Mark.Text.Anchor.END));
    return new Picture(picture.width(), height + stripHeight(font), picture.title(), marks);
  }

  private static Ink ground(Narration narration) {
    return switch (narration.tone()) {
      case A -> Ink.A_SOFT;
      case B -> Ink.B_SOFT;
      case REFUSAL -> Ink.REFUSAL_SOFT;
      case CHOSEN -> Ink.CHOSEN_SOFT;
      case LOSS -> Ink.LOSS_SOFT;
      case NEUTRAL -> Ink.PANEL;
    };
  }

  private String cut(String text, double room, Type type) {
    String fitting = text;
    while (widths.of(fitting, type) > room && fitting.contains(" ")) {
      fitting = fitting.substring(0, fitting.lastIndexOf(' '));
    }
    return fitting.length() == text.length() ? text : fitting + " …";
  }
}
