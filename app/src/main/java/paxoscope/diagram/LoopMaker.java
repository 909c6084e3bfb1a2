package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.diagram.ArrowLook.Sign;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.trace.Passage;

/**
 * Makes arrows of messages that a server sends to itself: a bow outside its lane. Lectures count
 * such messages too: without them a class counts two of three.
 *
 * @param arrows what all arrows have in common
 */
record LoopMaker(ArrowMaker arrows) {

  private static final int PIECES = 6;
  private static final double HEIGHT = 1.35;
  private static final double WIDEST_TURN = 1.1;

  Arrow loop(Passage passage, ArrowLook look) {
    SpaceTimeScale scale = arrows.scale();
    double y = scale.lane(passage.content().from());
    double beginning = arrows.sentX(passage);
    double end = scale.x(passage.endStep());
    boolean broken = look.sign() == Sign.BROKEN;
    double right = broken ? (beginning + end) / 2 : end;
    double turn = Math.min((end - beginning) / 2, arrows.em(WIDEST_TURN));
    double out = arrows.outside(passage.content().from());
    double high = out * arrows.em(HEIGHT);
    double edge = Math.max(beginning, scale.left() - arrows.em(2));
    double cut = Math.min(right, scale.right() + arrows.em(2));
    List<Double> points = new ArrayList<>();
    if (edge == beginning) {
      quarter(points, beginning + turn, y, -turn, high, false);
    } else {
      points.addAll(List.of(edge, y + high));
    }
    if (cut < right || broken) {
      points.addAll(List.of(Math.max(edge, Math.min(cut, right)), y + high));
    } else {
      double gap = out * arrows.gap(look.sign());
      quarter(points, end - turn, y + gap, turn, high - gap, true);
    }
    return arrow(passage, look, points, y + high, cut == right, edge, Math.min(cut, end));
  }

  // A quarter of an ellipse, away from the lane or back to it, or to a little before it to leave
  // room for a sign.
  private static void quarter(
      List<Double> points, double x, double y, double across, double away, boolean back) {
    for (int i = 0; i <= PIECES; i++) {
      double angle = Math.PI / 2 * (back ? PIECES - i : i) / PIECES;
      points.add(x + across * Math.cos(angle));
      points.add(y + away * Math.sin(angle));
    }
  }

  private Arrow arrow(
      Passage passage,
      ArrowLook look,
      List<Double> points,
      double top,
      boolean ends,
      double left,
      double right) {
    List<Mark> lines = new ArrayList<>();
    List<Mark> signs = new ArrayList<>();
    List<TurnedBox> solid = new ArrayList<>();
    lines.add(
        new Mark.Path(
            points, false, Optional.empty(), Optional.of(look.pen()), arrows.target(passage)));
    if (arrows.detail().hasHeads() && ends) {
      signs(passage, look, points, top, signs, solid);
    }
    double middle = Math.clamp((left + right) / 2, arrows.scale().left(), arrows.scale().right());
    return new Arrow(
        passage,
        lines,
        signs,
        ways(points),
        solid,
        arrows.detail().hasWords()
            ? Optional.of(berth(middle, top, arrows.scale().lane(passage.content().from())))
            : Optional.empty(),
        look.pen().ink());
  }

  // Outside the bow if there is room, else on the other side of the lane.
  private Arrow.Berth berth(double x, double top, double lane) {
    double off = arrows.em(0.2);
    return top < lane
        ? new Arrow.Upright(x, top - off, lane + 2 * off, true)
        : new Arrow.Upright(x, lane - 2 * off, top + off, false);
  }

  private void signs(
      Passage passage,
      ArrowLook look,
      List<Double> points,
      double top,
      List<Mark> signs,
      List<TurnedBox> solid) {
    double x = points.get(points.size() - 2);
    double y = points.getLast();
    boolean pointed = look.sign() != Sign.BROKEN && look.sign() != Sign.NOT_MET;
    if (pointed) {
      double out = Math.signum(top - arrows.scale().lane(passage.content().from()));
      Way tip = new Way(x - 0.3 * arrows.head(), y + out * arrows.head(), x, y);
      signs.add(
          arrows.line(tip, arrows.head(), Pen.solid(look.pen().ink(), 1), arrows.target(passage)));
      solid.add(arrows.headBox(tip));
    }
    double lane = arrows.scale().lane(passage.content().from());
    double middle = (points.getFirst() + x) / 2;
    Way end =
        switch (look.sign()) {
          case CROSSED -> new Way(middle, top, middle, top);
          case BROKEN -> new Way(x, y, x, y);
          case HEAD, RING, DISC, SQUARE, REFUSED, NOT_MET, STUB -> new Way(x, y, x, lane);
        };
    arrows.sign(look, end, arrows.target(passage), signs, solid);
  }

  private static List<Way> ways(List<Double> points) {
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i + 3 < points.size(); i += 2) {
      ways.add(new Way(points.get(i), points.get(i + 1), points.get(i + 2), points.get(i + 3)));
    }
    return ways;
  }
}
