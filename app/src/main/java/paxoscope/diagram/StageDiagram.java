package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.narration.Words;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Mark.Text.Anchor;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;
import paxoscope.picture.Ring;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Role;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;

/**
 * The stage of a run for handouts: the servers on a ring, what waits beside them, and a message on
 * its way.
 *
 * @param trace the run
 * @param widths measures labels
 */
public record StageDiagram(Trace trace, TextWidths widths) {

  private static final double CARD_WIDTH = 16.5;
  private static final double CARD_HEIGHT = 8.6;
  private static final int MOST_ENVELOPES = 4;
  // Shares of a card's width, at its right: the title stands at the left.
  private static final double LOOP_START = 0.6;
  private static final double LOOP_END = 1.1;

  /**
   * A message that flies.
   *
   * @param item the message
   * @param share how far it has come, 0 to 1
   */
  public record Flying(Outbound item, double share) {}

  /** The size of the picture and of its texts. */
  private record Room(double width, double height, double font) {
    double em(double count) {
      return count * font;
    }
  }

  /** A card's place. */
  private record Place(double x, double y, double width, double height) {
    double middleX() {
      return x + width / 2;
    }

    double middleY() {
      return y + height / 2;
    }
  }

  /**
   * Draws a moment.
   *
   * @param cursor the moment
   * @param width the width there is
   * @param height the height there is
   * @param font the usual size of text
   * @param flying the messages that fly
   * @return the drawing
   */
  public Picture draw(int cursor, double width, double height, double font, List<Flying> flying) {
    Room room = new Room(width, height, font);
    ClusterState state = trace.at(cursor);
    List<Mark> marks = new ArrayList<>();
    String title = trace.header().title();
    marks.add(
        Mark.Text.at(
            room.em(1.5),
            room.em(2),
            title.isEmpty() ? trace.header().scenario() : title,
            new Type(room.em(1.1), Type.Weight.REGULAR),
            Ink.MUTED));
    int count = state.servers().size();
    for (ServerView server : state.servers()) {
      card(server, place(room, server.server().number() - 1, count), room, marks);
    }
    for (ServerView server : state.servers()) {
      envelopes(
          waiting(state, server, flying),
          place(room, server.server().number() - 1, count),
          new Ring(count).down(server.server().number() - 1) > -1,
          room,
          marks);
    }
    flying.forEach(one -> fly(one, room, count, marks));
    return new Picture(width, height, title, marks);
  }

  private static Place place(Room room, int index, int count) {
    double wide = room.em(CARD_WIDTH);
    double high = room.em(CARD_HEIGHT);
    Ring ring = new Ring(count);
    double top = room.em(3.2);
    double bottom = room.em(1.5);
    double radiusX = (room.width() - wide - room.em(4)) / 2;
    double radiusY = (room.height() - high - top - bottom) / 2;
    double x = room.width() / 2 + radiusX * ring.across(index);
    double y = top + high / 2 + radiusY * (1 + ring.down(index));
    return new Place(x - wide / 2, y - high / 2, wide, high);
  }

  private void card(ServerView server, Place place, Room room, List<Mark> marks) {
    Role role = Role.of(server.server(), trace.header());
    boolean alive = server.alive();
    marks.add(
        new Mark.Box(
            place.x(),
            place.y(),
            place.width(),
            place.height(),
            room.em(0.9),
            Optional.of(Fill.plain(alive ? Ink.PANEL : Ink.LOSS_SOFT)),
            Optional.of(alive ? Pen.solid(Ink.LINE, 1.5) : new Pen(Ink.LOSS, 1.5, Pen.Dash.DASHED)),
            new Target.OfServer(server.server().number())));
    double left = place.x() + room.em(0.9);
    double line = place.y() + room.em(2.1);
    marks.add(
        new Mark.Circle(
            left + room.em(0.35),
            line - room.em(0.6),
            room.em(0.37),
            alive ? Optional.of(Fill.plain(Ink.CHOSEN)) : Optional.empty(),
            Optional.of(Pen.solid(alive ? Ink.CHOSEN : Ink.LOSS, 1.5)),
            Target.NOTHING));
    Type name = new Type(room.em(1.7), Type.Weight.BOLD);
    String server1 = server.server().toString();
    marks.add(Mark.Text.at(left + room.em(1.2), line, server1, name, alive ? Ink.INK : Ink.LOSS));
    marks.add(
        Mark.Text.at(
            left + room.em(1.7) + widths.of(server1, name),
            line,
            alive ? ":" + server.port() : "down",
            new Type(room.em(1.05), Type.Weight.REGULAR),
            Ink.MUTED));
    badge(role, place, room, marks);
    double rule = place.y() + room.em(2.9);
    marks.add(
        new Mark.Line(
            left,
            rule,
            place.x() + place.width() - room.em(0.9),
            rule,
            0,
            Pen.solid(Ink.LINE, 1.2),
            Target.NOTHING));
    row(0, "promised", number(server), place, room, marks);
    row(1, "accepted", accepted(server), place, room, marks);
    row(2, "file", file(server), place, room, marks);
  }

  private void badge(Role role, Place place, Room room, List<Mark> marks) {
    if (role == Role.OTHER) {
      return;
    }
    Type type = new Type(room.em(0.88), Type.Weight.SEMI_BOLD);
    String text = "proposer " + role;
    double width = widths.of(text, type) + room.em(1.4);
    double x = place.x() + place.width() - room.em(0.8) - width;
    double y = place.y() + room.em(0.75);
    marks.add(
        new Mark.Box(
            x,
            y,
            width,
            room.em(1.6),
            room.em(0.8),
            Optional.of(RoleInks.fill(role)),
            Optional.of(Pen.solid(RoleInks.ink(role), 1.4)),
            Target.NOTHING));
    marks.add(
        Mark.Text.at(x + width / 2, y + room.em(1.12), text, type, RoleInks.ink(role))
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

  private void row(int index, String label, Said said, Place place, Room room, List<Mark> marks) {
    double y = place.y() + room.em(4.5 + 1.65 * index);
    marks.add(
        Mark.Text.at(
            place.x() + room.em(1),
            y,
            label,
            new Type(room.em(1.02), Type.Weight.REGULAR),
            Ink.MUTED));
    boolean heavy = said.ink() != Ink.MUTED;
    marks.add(
        Mark.Text.at(
            place.x() + room.em(6.7),
            y,
            fitted(said.text(), place.width() - room.em(7.4), heavy, room),
            type(heavy, room),
            said.ink()));
  }

  private static Type type(boolean heavy, Room room) {
    return new Type(room.em(heavy ? 1.3 : 1.05), heavy ? Type.Weight.BOLD : Type.Weight.REGULAR);
  }

  private String fitted(String text, double width, boolean heavy, Room room) {
    String cut = text;
    while (widths.of(cut, type(heavy, room)) > width && cut.length() > 2) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -2)) + "…";
    }
    return cut;
  }

  // What flies does not wait any more.
  private static List<HeldItem> waiting(
      ClusterState state, ServerView server, List<Flying> flying) {
    List<Outbound> gone = flying.stream().map(Flying::item).toList();
    return state.held().stream()
        .filter(item -> item.content().leg() != Leg.TIMER)
        .filter(item -> item.content().from().equals(server.server()))
        .filter(item -> !gone.contains(item.content()))
        .toList();
  }

  // Below the uppermost cards there is nothing; below the others there may be another card.
  private void envelopes(
      List<HeldItem> waiting, Place place, boolean above, Room room, List<Mark> marks) {
    double height = room.em(1.55);
    for (int i = 0; i < Math.min(waiting.size(), MOST_ENVELOPES); i++) {
      double gap = room.em(0.35) + i * (height + room.em(0.22));
      double y = above ? place.y() - gap - height : place.y() + place.height() + gap;
      boolean last = i == MOST_ENVELOPES - 1 && waiting.size() > MOST_ENVELOPES;
      envelope(
          waiting.get(i), last ? "+ " + (waiting.size() - i) + " more" : "", place, y, room, marks);
    }
  }

  private void envelope(
      HeldItem item, String instead, Place place, double y, Room room, List<Mark> marks) {
    Outbound content = item.content();
    Ink ink =
        item.orphaned()
            ? Ink.LOSS
            : content instanceof Message.Nack
                ? Ink.REFUSAL
                : RoleInks.ink(Role.of(content.number(), trace.header()));
    String text = instead.isEmpty() ? Words.arrow(content) + " → " + content.to() : instead;
    Type type = new Type(room.em(0.9), Type.Weight.SEMI_BOLD);
    double width = widths.of(text, type) + room.em(1.4);
    marks.add(
        new Mark.Box(
            place.middleX() - width / 2,
            y,
            width,
            room.em(1.55),
            room.em(0.35),
            Optional.of(Fill.plain(Ink.PANEL)),
            Optional.of(new Pen(ink, 1.4, Pen.Dash.DASHED)),
            new Target.OfMessage(item.serial())));
    marks.add(
        Mark.Text.at(place.middleX(), y + room.em(1.1), text, type, ink).anchored(Anchor.MIDDLE));
  }

  private void fly(Flying flying, Room room, int count, List<Mark> marks) {
    Outbound item = flying.item();
    Place from = place(room, item.from().number() - 1, count);
    Place to = place(room, item.to().number() - 1, count);
    boolean loop = item.from().equals(item.to());
    double startX = loop ? from.x() + from.width() * LOOP_START : edgeX(from, to);
    double startY = loop ? from.y() - room.em(1.4) : edgeY(from, to);
    double endX = loop ? from.x() + from.width() * LOOP_END : edgeX(to, from);
    double endY = loop ? from.y() - room.em(1.4) : edgeY(to, from);
    double x = startX + (endX - startX) * flying.share();
    double y = startY + (endY - startY) * flying.share();
    Role role = Role.of(item.number(), trace.header());
    Ink ink = item instanceof Message.Nack ? Ink.REFUSAL : RoleInks.ink(role);
    marks.add(
        new Mark.Line(
            startX,
            startY,
            endX,
            endY,
            0,
            new Pen(Ink.LINE, 1.5, Pen.Dash.DOTTED),
            Target.NOTHING));
    marks.add(
        new Mark.Line(
            startX, startY, x, y, room.em(0.9), new Pen(ink, 3, pen(role)), Target.NOTHING));
    String text = Words.arrow(item);
    Type type = new Type(room.em(1.02), Type.Weight.SEMI_BOLD);
    double width = widths.of(text, type) + room.em(1.7);
    double pillX =
        Math.clamp((startX + x) / 2 - width / 2, room.em(0.3), room.width() - width - room.em(0.3));
    double pillY = (startY + y) / 2 - room.em(0.95);
    marks.add(
        new Mark.Box(
            pillX,
            pillY,
            width,
            room.em(1.9),
            room.em(0.95),
            Optional.of(Fill.plain(Ink.PANEL)),
            Optional.of(Pen.solid(ink, 2)),
            Target.NOTHING));
    marks.add(
        Mark.Text.at(pillX + width / 2, pillY + room.em(1.3), text, type, ink)
            .anchored(Anchor.MIDDLE));
  }

  private static Pen.Dash pen(Role role) {
    return role == Role.B ? Pen.Dash.DASHED : Pen.Dash.SOLID;
  }

  private static double edgeX(Place from, Place to) {
    return from.middleX() + (to.middleX() - from.middleX()) * leave(from, to);
  }

  private static double edgeY(Place from, Place to) {
    return from.middleY() + (to.middleY() - from.middleY()) * leave(from, to);
  }

  /** Which share of the way between two middles lies inside the first card. */
  private static double leave(Place from, Place to) {
    double dx = Math.abs(to.middleX() - from.middleX());
    double dy = Math.abs(to.middleY() - from.middleY());
    double across = dx == 0 ? 1 : from.width() / 2 / dx;
    double down = dy == 0 ? 1 : from.height() / 2 / dy;
    return Math.min(across, down);
  }
}
