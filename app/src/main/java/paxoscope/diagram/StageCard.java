package paxoscope.diagram;

import java.util.List;
import java.util.Optional;
import paxoscope.narration.DiagramWords;
import paxoscope.narration.Words;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Mark.Text.Anchor;
import paxoscope.picture.Pen;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Role;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;

/**
 * The card of a server in a stage on paper: what it has promised and accepted, and what is in its
 * file.
 *
 * @param trace the run
 * @param cursor the moment that is drawn
 * @param widths measures its texts
 * @param font the usual size of text
 */
record StageCard(Trace trace, int cursor, TextWidths widths, double font) {

  private double em(double count) {
    return count * font;
  }

  void draw(ServerView server, StageRoom.Place place, List<Mark> marks) {
    boolean alive = server.alive();
    boolean works = alive && !server.paused();
    marks.add(
        new Mark.Box(
            place.x(),
            place.y(),
            place.width(),
            place.height(),
            em(0.9),
            Optional.of(Fill.plain(works ? Ink.PANEL : Ink.LOSS_SOFT)),
            Optional.of(works ? Pen.solid(Ink.LINE, 1.5) : new Pen(Ink.LOSS, 1.5, Pen.Dash.DASHED)),
            new Target.OfServer(server.server().number())));
    double left = place.x() + em(0.9);
    double line = place.y() + em(2.1);
    marks.add(
        new Mark.Circle(
            left + em(0.35),
            line - em(0.6),
            em(0.37),
            works ? Optional.of(Fill.plain(Ink.CHOSEN)) : Optional.empty(),
            Optional.of(Pen.solid(works ? Ink.CHOSEN : Ink.LOSS, 1.5)),
            Target.NOTHING));
    Type bold = new Type(em(1.7), Type.Weight.BOLD);
    String name = server.server().toString();
    marks.add(Mark.Text.at(left + em(1.2), line, name, bold, alive ? Ink.INK : Ink.LOSS));
    marks.add(
        Mark.Text.at(
            left + em(1.7) + widths.of(name, bold),
            line,
            standing(server),
            new Type(em(1.05), Type.Weight.REGULAR),
            Ink.MUTED));
    badge(server.server(), place, marks);
    double rule = place.y() + em(2.9);
    marks.add(
        new Mark.Line(
            left,
            rule,
            place.x() + place.width() - em(0.9),
            rule,
            0,
            Pen.solid(Ink.LINE, 1.2),
            Target.NOTHING));
    row(0, "promised", number(server), place, marks);
    row(1, "accepted", accepted(server), place, marks);
    row(2, "file", file(server), place, marks);
  }

  private static String standing(ServerView server) {
    if (!server.alive()) {
      return DiagramWords.down();
    }
    return server.paused() ? DiagramWords.paused() : ":" + server.port();
  }

  private void badge(ServerId server, StageRoom.Place place, List<Mark> marks) {
    if (!Role.isProposer(trace, server, cursor)) {
      return;
    }
    Role role = Role.of(server, trace.header());
    Type type = new Type(em(0.88), Type.Weight.SEMI_BOLD);
    String text = role == Role.OTHER ? "proposer" : "proposer " + role;
    double width = widths.of(text, type) + em(1.4);
    double x = place.x() + place.width() - em(0.8) - width;
    double y = place.y() + em(0.75);
    marks.add(
        new Mark.Box(
            x,
            y,
            width,
            em(1.6),
            em(0.8),
            Optional.of(RoleInks.fill(role)),
            Optional.of(Pen.solid(RoleInks.ink(role), 1.4)),
            Target.NOTHING));
    marks.add(
        Mark.Text.at(x + width / 2, y + em(1.12), text, type, RoleInks.ink(role))
            .anchored(Anchor.MIDDLE));
  }

  /** A text with its colour. */
  private record Said(String text, Ink ink) {
    static final Said NOTHING = new Said("–", Ink.MUTED);
  }

  private Said number(ServerView server) {
    return server
        .promised()
        .map(number -> new Said(number.toString(), RoleInks.ink(Role.of(number, trace.header()))))
        .orElse(Said.NOTHING);
  }

  private Said accepted(ServerView server) {
    return server
        .accepted()
        .map(
            proposal ->
                new Said(
                    Words.proposal(proposal),
                    RoleInks.ink(Role.of(proposal.number(), trace.header()))))
        .orElse(Said.NOTHING);
  }

  private static Said file(ServerView server) {
    return server
        .committed()
        .map(proposal -> new Said(Words.value(proposal.value()), Ink.CHOSEN))
        .orElse(new Said("empty", Ink.MUTED));
  }

  private void row(int index, String label, Said said, StageRoom.Place place, List<Mark> marks) {
    double y = place.y() + em(4.5 + 1.65 * index);
    marks.add(
        Mark.Text.at(
            place.x() + em(1), y, label, new Type(em(1.02), Type.Weight.REGULAR), Ink.MUTED));
    boolean heavy = said.ink() != Ink.MUTED;
    marks.add(
        Mark.Text.at(
            place.x() + em(6.7),
            y,
            fitted(said.text(), place.width() - em(7.4), heavy),
            type(heavy),
            said.ink()));
  }

  private Type type(boolean heavy) {
    return new Type(em(heavy ? 1.3 : 1.05), heavy ? Type.Weight.BOLD : Type.Weight.REGULAR);
  }

  private String fitted(String text, double width, boolean heavy) {
    String cut = text;
    while (widths.of(cut, type(heavy)) > width && cut.length() > 2) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -2)) + "…";
    }
    return cut;
  }
}
