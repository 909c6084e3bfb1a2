package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.picture.Mark;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Quorums;
import paxoscope.trace.Quorums.Quorum;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;

/** Outlines, in a drawing, the servers of majorities: one line for each that a server is in. */
public final class LensMarks {

  private static final double LINE = 2.5;
  private static final double APART = 1.5;

  private LensMarks() {}

  /**
   * Adds outlines around the names of servers.
   *
   * @param picture a drawing
   * @param quorums the majorities
   * @param header the run, for the roles
   * @param widths measures the names
   * @return the drawing with the outlines on top
   */
  public static Picture on(Picture picture, Quorums quorums, RunHeader header, TextWidths widths) {
    List<Mark> marks = new ArrayList<>(picture.marks());
    for (Mark mark : picture.marks()) {
      if (mark instanceof Mark.Text text
          && text.target() instanceof Target.OfServer server
          && text.text().equals(new ServerId(server.number()).toString())) {
        double out = 0.12 * text.type().size();
        for (Quorum quorum : quorums.of(new ServerId(server.number()))) {
          marks.add(around(text, widths, out, Role.of(quorum.number(), header)));
          out += LINE + APART;
        }
      }
    }
    return new Picture(picture.width(), picture.height(), picture.title(), marks);
  }

  private static Mark around(Mark.Text text, TextWidths widths, double out, Role role) {
    double width = widths.of(text.text(), text.type());
    double left =
        switch (text.anchor()) {
          case START -> text.x();
          case MIDDLE -> text.x() - width / 2;
          case END -> text.x() - width;
        };
    double capital = 0.73 * text.type().size();
    return new Mark.Box(
        left - out,
        text.y() - capital - out,
        width + 2 * out,
        capital + 2 * out,
        out,
        Optional.empty(),
        Optional.of(RoleInks.pen(role, LINE)),
        Target.NOTHING);
  }
}
