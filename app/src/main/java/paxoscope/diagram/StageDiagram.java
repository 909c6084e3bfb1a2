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
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;
import paxoscope.protocol.Leg;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.trace.ClusterState;
import paxoscope.trace.HeldItem;
import paxoscope.trace.Link;
import paxoscope.trace.Role;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;
import paxoscope.trace.Waiting;

/**
 * The stage of a run for handouts: the servers on a ring, what waits beside them, and a message on
 * its way.
 *
 * @param trace the run
 * @param widths measures labels
 */
public record StageDiagram(Trace trace, TextWidths widths) {

  private static final int MOST_ENVELOPES = 4;
  // Shares of a card's width, at its right: the title stands at the left.
  private static final double LOOP_START = 0.6;
  private static final double LOOP_END = 1.1;
  private static final double ASIDE = 0.56;
  private static final double CLEAR = 0.7;
  private static final double BREAK = 0.56;
  private static final double HEAD = 0.7;

  /**
   * A message that flies.
   *
   * @param item the message
   * @param share how far it has come, 0 to 1
   */
  public record Flying(Outbound item, double share) {}

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
    ClusterState state = trace.at(cursor);
    StageRoom room = new StageRoom(width, height, font, state.servers().size());
    List<Mark> marks = new ArrayList<>();
    String title = trace.header().title();
    marks.add(
        Mark.Text.at(
            room.em(1.5),
            room.em(2),
            title.isEmpty() ? trace.header().scenario() : title,
            new Type(room.em(1.1), Type.Weight.REGULAR),
            Ink.MUTED));
    state.cuts().forEach(link -> cut(link, room, marks));
    StageCard card = new StageCard(trace, cursor, widths, font);
    for (ServerView server : state.servers()) {
      card.draw(server, room.place(server.server().number() - 1), marks);
    }
    for (ServerView server : state.servers()) {
      int index = server.server().number() - 1;
      envelopes(
          waiting(state, server, flying),
          room.place(index),
          room.isBelowTheTop(index),
          room,
          marks);
    }
    flying.forEach(one -> fly(one, room, marks));
    return new Picture(width, height, title, marks);
  }

  // What flies does not wait any more.
  private List<HeldItem> waiting(ClusterState state, ServerView server, List<Flying> flying) {
    List<Outbound> gone = flying.stream().map(Flying::item).toList();
    boolean over = state.cursor() == trace.size();
    return Waiting.at(state, trace.header(), over).stream()
        .filter(item -> item.content().leg() != Leg.TIMER)
        .filter(item -> item.content().from().equals(server.server()))
        .filter(item -> !gone.contains(item.content()))
        .toList();
  }

  // Below the uppermost cards there is nothing; below the others there may be another card.
  private void envelopes(
      List<HeldItem> waiting,
      StageRoom.Place place,
      boolean above,
      StageRoom room,
      List<Mark> marks) {
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
      HeldItem item,
      String instead,
      StageRoom.Place place,
      double y,
      StageRoom room,
      List<Mark> marks) {
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

  private void fly(Flying flying, StageRoom room, List<Mark> marks) {
    Outbound item = flying.item();
    Way way = way(item, room);
    double startX = way.x1();
    double startY = way.y1();
    double x = way.x(flying.share());
    double y = way.y(flying.share());
    Role role = Role.of(item.number(), trace.header());
    Ink ink = item instanceof Message.Nack ? Ink.REFUSAL : RoleInks.ink(role);
    marks.add(
        new Mark.Line(
            startX,
            startY,
            way.x2(),
            way.y2(),
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

  private static Way way(Outbound item, StageRoom room) {
    int from = item.from().number() - 1;
    int to = item.to().number() - 1;
    if (from != to) {
      return room.between(from, to);
    }
    StageRoom.Place place = room.place(from);
    double above = place.y() - room.em(1.4);
    return new Way(
        place.x() + place.width() * LOOP_START, above, place.x() + place.width() * LOOP_END, above);
  }

  // Beside the straight way, so that both directions are told apart; broken off in its middle, as
  // in the window.
  private static void cut(Link link, StageRoom room, List<Mark> marks) {
    Way way = room.between(link.from().number() - 1, link.to().number() - 1);
    double length = way.length();
    double along = (way.x2() - way.x1()) / length;
    double down = (way.y2() - way.y1()) / length;
    double aside = room.em(ASIDE);
    Way beside =
        new Way(
                way.x1() - down * aside,
                way.y1() + along * aside,
                way.x2() - down * aside,
                way.y2() + along * aside)
            .shortened(room.em(CLEAR), room.em(CLEAR));
    double arm = room.em(BREAK);
    double gap = arm / beside.length();
    Pen pen = new Pen(Ink.LOSS, 1.6, Pen.Dash.DASHED);
    for (double end : List.of(0.5 - gap, 0.5 + gap)) {
      double x = beside.x(end);
      double y = beside.y(end);
      marks.add(
          end < 0.5
              ? new Mark.Line(beside.x1(), beside.y1(), x, y, 0, pen, Target.NOTHING)
              : new Mark.Line(x, y, beside.x2(), beside.y2(), room.em(HEAD), pen, Target.NOTHING));
      double acrossX = along * arm / 2 - down * arm;
      double acrossY = down * arm / 2 + along * arm;
      marks.add(
          new Mark.Line(
              x - acrossX,
              y - acrossY,
              x + acrossX,
              y + acrossY,
              0,
              Pen.solid(Ink.LOSS, 2.6),
              Target.NOTHING));
    }
  }

  private static Pen.Dash pen(Role role) {
    return role == Role.B ? Pen.Dash.DASHED : Pen.Dash.SOLID;
  }
}
