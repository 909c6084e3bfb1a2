package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.diagram.ArrowLook.Sign;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Target;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Passage;
import paxoscope.trace.RunHeader;

/**
 * Makes arrows of messages between servers.
 *
 * @param scale where steps and servers are
 * @param header whose proposals are A's and B's
 * @param detail how much is drawn
 */
record ArrowMaker(SpaceTimeScale scale, RunHeader header, Detail detail) {

  private static final double HEAD = 0.72;
  private static final double SIGN = 0.36;
  private static final double STUB = 1.7;
  private static final double BREAKS_AT = 0.58;
  private static final double DASHES = 13;
  private static final double STUB_ANGLE = 8;
  private static final double STUB_TURN = 22;
  private static final double STEEPEST = 88;
  private static final double ROOMY = 0.6;
  private static final double SMALLEST = 0.6;

  /** The whole way of a message, or a stub if it has not come anywhere. */
  Arrow of(Passage passage, double bolder) {
    ArrowLook look = ArrowLook.of(passage, header).bolder(bolder);
    if (look.sign() == Sign.STUB) {
      return stub(passage, look);
    }
    return passage.content().from().equals(passage.content().to())
        ? new LoopMaker(this).loop(passage, look)
        : straight(passage, look);
  }

  /** A message that waited at a moment, whatever became of it later. */
  Arrow waiting(Passage passage, double bolder) {
    Passage then = passage.asOf(passage.sentStep());
    return stub(then, ArrowLook.of(then, header).bolder(bolder));
  }

  double em(double share) {
    return share * scale.font();
  }

  double sign() {
    return em(SIGN) * crowd();
  }

  double head() {
    return detail.hasHeads() ? em(HEAD) * crowd() : 0;
  }

  /** Signs are smaller where steps are close together. */
  private double crowd() {
    return Math.clamp(scale.stepWidth() / em(ROOMY), SMALLEST, 1);
  }

  /** Which side of its lane a server's own messages are on: outside, as others come from inside. */
  double outside(ServerId server) {
    return 2 * server.number() > scale.servers() + 1 ? 1 : -1;
  }

  Target target(Passage passage) {
    return new Target.OfMessage(passage.serial());
  }

  /** Where it was sent; something sent and received in one step began a little earlier. */
  double sentX(Passage passage) {
    double x = scale.x(passage.sentStep());
    return passage.sentStep() == passage.endStep()
        ? x - Math.min(0.6 * scale.stepWidth(), em(1.5))
        : x;
  }

  private Arrow straight(Passage passage, ArrowLook look) {
    Way whole =
        new Way(
            sentX(passage),
            scale.lane(passage.content().from()),
            scale.x(passage.endStep()),
            scale.lane(passage.content().to()));
    boolean broken = look.sign() == Sign.BROKEN;
    Way way =
        broken ? new Way(whole.x1(), whole.y1(), whole.x(BREAKS_AT), whole.y(BREAKS_AT)) : whole;
    boolean pointed = detail.hasHeads() && !broken && look.sign() != Sign.NOT_MET;
    Way drawn = pointed ? way.shortened(0, gap(look.sign())) : way;
    Way seen = drawn.within(scale.left() - em(1), scale.right() + em(1), DASHES);
    boolean ends = seen.x2() == drawn.x2();
    double head = pointed && ends ? head() : 0;
    List<Mark> lines = List.of(line(seen, head, look.pen(), target(passage)));
    List<Mark> signs = new ArrayList<>();
    List<TurnedBox> solid = new ArrayList<>();
    if (detail.hasHeads() && ends) {
      sign(look, way, target(passage), signs, solid);
      if (head > 0) {
        solid.add(headBox(drawn));
      }
    }
    Way free = drawn.shortened(sign(), broken ? sign() : head() + sign());
    double right = Math.min(free.x2(), scale.right());
    double left = Math.max(free.x1(), scale.left());
    return new Arrow(
        passage,
        lines,
        signs,
        List.of(seen),
        solid,
        detail.hasWords() && left < right
            ? Optional.of(new Arrow.Along(cut(free, left, right)))
            : Optional.empty(),
        look.pen().ink());
  }

  private static Way cut(Way way, double left, double right) {
    double across = way.x2() - way.x1();
    if (across <= 0) {
      return way;
    }
    double from = (left - way.x1()) / across;
    double to = (right - way.x1()) / across;
    return new Way(way.x(from), way.y(from), way.x(to), way.y(to));
  }

  Mark line(Way way, double head, Pen pen, Target target) {
    return new Mark.Line(way.x1(), way.y1(), way.x2(), way.y2(), head, pen, target);
  }

  /** How far from the middle of its end sign a line ends. */
  double gap(Sign sign) {
    return switch (sign) {
      case RING, DISC, SQUARE -> sign();
      case REFUSED -> 1.3 * sign();
      case HEAD, CROSSED, BROKEN, NOT_MET, STUB -> 0;
    };
  }

  TurnedBox headBox(Way way) {
    double length = Math.max(1e-9, way.length());
    double cos = (way.x2() - way.x1()) / length;
    double sin = (way.y2() - way.y1()) / length;
    double half = head() / 2;
    return new TurnedBox(way.x2() - cos * half, way.y2() - sin * half, half, em(0.34), cos, sin);
  }

  void sign(ArrowLook look, Way way, Target target, List<Mark> signs, List<TurnedBox> solid) {
    double x = way.x2();
    double y = way.y2();
    Pen pen = Pen.solid(look.pen().ink(), 2);
    switch (look.sign()) {
      case RING -> signs.add(circle(x, y, Ink.GROUND, pen, target));
      case DISC -> signs.add(circle(x, y, look.pen().ink(), pen, target));
      case SQUARE -> signs.add(square(x, y, look.pen(), target));
      case REFUSED -> signs.add(cross(x, y, sign(), Pen.solid(Ink.REFUSAL, 2.4), target));
      case BROKEN, NOT_MET -> signs.add(cross(x, y, sign(), Pen.solid(Ink.LOSS, 2), target));
      case CROSSED -> {
        // Half a lane from the sender, so that it stands on nobody's lane.
        double lane = scale.laneHeight();
        double share = 0.5 * lane / Math.max(lane, Math.abs(way.y2() - way.y1()));
        x = way.x(share);
        y = way.y(share);
        signs.add(cross(x, y, 0.8 * sign(), Pen.solid(Ink.REFUSAL, 2), target));
      }
      case HEAD, STUB -> {
        return;
      }
    }
    double reach = sign() + 1;
    solid.add(TurnedBox.upright(x - reach, y - reach, 2 * reach, 2 * reach));
  }

  private Mark circle(double x, double y, Ink ink, Pen pen, Target target) {
    return new Mark.Circle(
        x, y, sign() - 1, Optional.of(Fill.plain(ink)), Optional.of(pen), target);
  }

  private Mark square(double x, double y, Pen pen, Target target) {
    double side = 1.5 * sign();
    return new Mark.Box(
        x - side / 2,
        y - side / 2,
        side,
        side,
        0,
        Optional.of(Fill.plain(Ink.GROUND)),
        Optional.of(Pen.solid(pen.ink(), 1.6)),
        target);
  }

  static Mark cross(double x, double y, double arm, Pen pen, Target target) {
    return new Mark.Path(
        List.of(x - arm, y - arm, x + arm, y + arm, x, y, x - arm, y + arm, x + arm, y - arm),
        false,
        Optional.empty(),
        Optional.of(pen),
        target);
  }

  // Each stub leaves in the direction of its receiver, the steeper the farther that is, so that the
  // copies of one message to all servers can be told apart.
  private Arrow stub(Passage passage, ArrowLook look) {
    ServerId from = passage.content().from();
    ServerId to = passage.content().to();
    double x = scale.x(passage.sentStep());
    double y = scale.lane(from);
    int lanes = to.number() - from.number();
    double degrees =
        lanes == 0
            ? outside(from) * STUB_TURN
            : Math.signum(lanes) * Math.min(STEEPEST, STUB_ANGLE + STUB_TURN * Math.abs(lanes));
    double dx = em(STUB) * Math.cos(Math.toRadians(degrees));
    double dy = em(STUB) * Math.sin(Math.toRadians(degrees));
    Way way = new Way(x, y, x + dx, y + dy);
    List<Mark> signs = new ArrayList<>();
    List<TurnedBox> solid = new ArrayList<>();
    if (detail.hasHeads()) {
      double radius = 0.6 * sign();
      signs.add(
          new Mark.Circle(
              way.x2(),
              way.y2(),
              radius,
              Optional.of(Fill.plain(Ink.GROUND)),
              Optional.of(Pen.solid(look.pen().ink(), 1.6)),
              target(passage)));
      solid.add(TurnedBox.upright(way.x2() - radius, way.y2() - radius, 2 * radius, 2 * radius));
    }
    return new Arrow(
        passage,
        scale.shows(x) ? List.of(line(way, 0, look.pen(), target(passage))) : List.of(),
        scale.shows(x) ? signs : List.of(),
        scale.shows(x) ? List.of(way) : List.of(),
        scale.shows(x) ? solid : List.of(),
        Optional.empty(),
        look.pen().ink());
  }
}
