package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.protocol.Leg;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Passage;
import paxoscope.trace.Role;
import paxoscope.trace.Trace;

/**
 * The space-time diagram of a run: a lane for each server, steps to the right, an arrow for each
 * message from its sending to its receipt.
 *
 * @param trace the run
 * @param widths measures labels
 */
public record SpaceTimeDiagram(Trace trace, TextWidths widths) {

  private static final double LEFT = 5.5;

  /**
   * What is to be drawn.
   *
   * @param width the width there is
   * @param height the height there is
   * @param font the usual size of text
   * @param first the step at the left edge; may be a fraction
   * @param last the step at the right edge
   * @param cursor the moment that is shown: what comes later is faint
   */
  public record Section(
      double width, double height, double font, double first, double last, int cursor) {}

  /**
   * Draws a section.
   *
   * @param section what is to be drawn
   * @return the drawing
   */
  public Picture draw(Section section) {
    List<Mark> marks = new ArrayList<>();
    List<ServerId> servers = trace.header().membership().servers();
    Type name = new Type(1.3 * section.font(), Type.Weight.BOLD);
    for (ServerId server : servers) {
      double y = lane(section, server);
      marks.add(
          new Mark.Line(
              LEFT * section.font(),
              y,
              section.width(),
              y,
              0,
              Pen.solid(Ink.LINE, 1.5),
              new Target.OfServer(server.number())));
      marks.add(
          Mark.Text.at(
              1.5 * section.font(), y + 0.4 * section.font(), server.toString(), name, Ink.INK));
    }
    int from = Math.max(0, (int) section.first());
    for (Passage passage : trace.passagesBetween(from, (int) Math.ceil(section.last()))) {
      if (passage.content().leg() != Leg.TIMER && passage.endStep() != Passage.NOT_YET) {
        marks.add(arrow(section, passage));
      }
    }
    return new Picture(section.width(), section.height(), trace.header().title(), marks);
  }

  private Mark arrow(Section section, Passage passage) {
    Role role = Role.of(passage.content().number(), trace.header());
    return new Mark.Line(
        x(section, passage.sentStep()),
        lane(section, passage.content().from()),
        x(section, passage.endStep()),
        lane(section, passage.content().to()),
        0.8 * section.font(),
        RoleInks.pen(role, 2),
        new Target.OfMessage(passage.serial()));
  }

  private double lane(Section section, ServerId server) {
    int count = trace.header().membership().size();
    return section.height() * (server.number() - 0.5) / count;
  }

  private static double x(Section section, double step) {
    double left = LEFT * section.font();
    return left
        + (section.width() - left)
            * (step - section.first())
            / Math.max(1, section.last() - section.first());
  }
}
