package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.trace.Box;
import paxoscope.trace.BoxDiagram;
import paxoscope.trace.Role;
import paxoscope.trace.Trace;

/**
 * The box diagram of the lectures, drawn from what the acceptors have really done.
 *
 * @param trace the run
 * @param widths measures labels
 */
public record SlideDiagram(Trace trace, TextWidths widths) {

  /**
   * Draws the boxes until a moment.
   *
   * @param cursor the moment
   * @param width the width there is
   * @param height the height there is
   * @param font the usual size of text
   * @return the drawing
   */
  public Picture draw(int cursor, double width, double height, double font) {
    List<Mark> marks = new ArrayList<>();
    BoxDiagram diagram = BoxDiagram.of(trace.steps().subList(0, cursor));
    int rows = trace.header().membership().size();
    double boxWidth = 9 * font;
    double boxHeight = Math.min(3.5 * font, height / rows * 0.7);
    for (Box box : diagram.boxes()) {
      int column = Integer.parseInt(box.column().substring(1));
      double x = 5 * font + (column - 1) * (boxWidth + font);
      double y = height * (box.server().number() - 0.5) / rows - boxHeight / 2;
      Role role = Role.of(box.number(), trace.header());
      marks.add(
          new Mark.Box(
              x,
              y,
              boxWidth,
              boxHeight,
              0.5 * font,
              Optional.of(RoleInks.fill(role)),
              Optional.of(Pen.solid(RoleInks.ink(role), 1.5)),
              new Target.OfServer(box.server().number())));
      String text = (box.phase() == 1 ? "P " : "A ") + box.number() + " " + box.value();
      marks.add(
          Mark.Text.at(
                  x + boxWidth / 2,
                  y + boxHeight / 2 + 0.4 * font,
                  text.strip(),
                  new Type(1.2 * font, Type.Weight.SEMI_BOLD),
                  RoleInks.ink(role))
              .anchored(Mark.Text.Anchor.MIDDLE));
    }
    return new Picture(width, height, trace.header().title(), marks);
  }
}
