package paxoscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.picture.Type;

/**
 * Finds places for the words of arrows. Words stand beside their own arrow and never touch other
 * words, heads or signs. They avoid other lines; where they cannot, the line is interrupted for
 * them. They become shorter before they cross many lines, and are left out before they are
 * unreadable.
 *
 * @param room what is taken
 * @param widths measures the words
 * @param type how they are set
 */
record ArrowLabels(Room room, TextWidths widths, Type type) {

  private static final double[] ALONG = {0.5, 0.3, 0.7, 0.12, 0.88, 0, 1};
  private static final double OFF_THE_LINE = 0.28;
  private static final double HALF_HEIGHT = 0.52;
  private static final double BASE = 0.35;
  private static final double ENDS = 0.3;
  private static final double SHORTER = 0.8;
  private static final double FARTHER = 0.03;
  private static final double OTHER_SIDE = 0.1;
  private static final double TOO_MUCH = 2.5;

  /** Words in their place: what is written, and what it must be written on if it crosses lines. */
  record Label(Optional<Mark> ground, Mark.Text text) {
    List<Mark> marks() {
      return ground.map(mark -> List.of(mark, text)).orElseGet(() -> List.of(text));
    }
  }

  private record Spot(TurnedBox box, String text, double degrees, double cost, boolean crosses) {}

  /** Finds a place and takes it. */
  Optional<Label> place(Arrow.Berth berth, List<String> forms, Ink ink, Target target) {
    Spot best = null;
    List<Way> near = near(berth, forms);
    for (int i = 0; i < forms.size(); i++) {
      double most = best == null ? TOO_MUCH : best.cost();
      if (i * SHORTER >= most) {
        break;
      }
      double half = widths.of(forms.get(i), type) / 2 + ENDS * type.size();
      Spot spot =
          switch (berth) {
            case Arrow.Along along ->
                along(along.way(), forms.get(i), half, i * SHORTER, most, near);
            case Arrow.Upright upright ->
                upright(upright, forms.get(i), half, i * SHORTER, most, near);
          };
      best = spot == null ? best : spot;
    }
    return Optional.ofNullable(best).map(spot -> take(spot, ink, target));
  }

  private Spot along(
      Way way, String text, double half, double costOfText, double most, List<Way> near) {
    double length = way.length();
    double play = length - 2 * half;
    if (play < 0) {
      return null;
    }
    double cos = (way.x2() - way.x1()) / length;
    double sin = (way.y2() - way.y1()) / length;
    double off = (HALF_HEIGHT + OFF_THE_LINE) * type.size();
    Spot best = null;
    double limit = most;
    for (int side = 0; side < 2; side++) {
      double away = side == 0 ? off : -off;
      for (int i = 0; i < ALONG.length; i++) {
        double share = (half + play * ALONG[i]) / length;
        TurnedBox box =
            new TurnedBox(
                way.x(share) + sin * away,
                way.y(share) - cos * away,
                half,
                HALF_HEIGHT * type.size(),
                cos,
                sin);
        double cost = costOfText + i * FARTHER + side * OTHER_SIDE;
        Spot spot = spot(box, text, Math.toDegrees(Math.atan2(sin, cos)), cost, near, limit);
        if (spot != null) {
          best = spot;
          limit = spot.cost();
        }
      }
    }
    return best;
  }

  private Spot upright(
      Arrow.Upright berth,
      String text,
      double half,
      double costOfText,
      double most,
      List<Way> near) {
    Spot best = null;
    double limit = most;
    double high = HALF_HEIGHT * type.size();
    for (int i = 0; i < 2; i++) {
      double y = (i == 0) == berth.aboveFirst() ? berth.above() - high : berth.below() + high;
      for (int shift = 0; shift < 3; shift++) {
        double x = berth.x() + (shift == 0 ? 0 : shift == 1 ? 0.6 * half : -0.6 * half);
        TurnedBox box = new TurnedBox(x, y, half, high, 1, 0);
        double cost = costOfText + shift * FARTHER + i * OTHER_SIDE;
        Spot spot = spot(box, text, 0, cost, near, limit);
        if (spot != null) {
          best = spot;
          limit = spot.cost();
        }
      }
    }
    return best;
  }

  private List<Way> near(Arrow.Berth berth, List<String> forms) {
    return switch (berth) {
      case Arrow.Along along -> near(along.way(), 2 * type.size());
      case Arrow.Upright upright -> {
        double reach = widths.of(forms.getFirst(), type) + type.size();
        Way way =
            new Way(upright.x() - reach, upright.above(), upright.x() + reach, upright.below());
        yield near(way, 2 * type.size());
      }
    };
  }

  private List<Way> near(Way way, double about) {
    return room.waysNear(
        Math.min(way.x1(), way.x2()) - about,
        Math.min(way.y1(), way.y2()) - about,
        Math.max(way.x1(), way.x2()) + about,
        Math.max(way.y1(), way.y2()) + about);
  }

  private Spot spot(
      TurnedBox box, String text, double degrees, double cost, List<Way> near, double limit) {
    if (cost >= limit || !room.isFree(box)) {
      return null;
    }
    int crossings = 0;
    for (Way way : near) {
      if (box.isCrossedBy(way) && cost + ++crossings >= limit) {
        return null;
      }
    }
    return new Spot(box, text, degrees, cost + crossings, crossings > 0);
  }

  private Label take(Spot spot, Ink ink, Target target) {
    TurnedBox box = spot.box();
    room.take(box);
    double down = BASE * type.size();
    Mark.Text text =
        new Mark.Text(
            box.x() - box.sin() * down,
            box.y() + box.cos() * down,
            spot.text(),
            type,
            ink,
            Mark.Text.Anchor.MIDDLE,
            spot.degrees(),
            false,
            target);
    return new Label(spot.crosses() ? Optional.of(ground(box)) : Optional.empty(), text);
  }

  private static Mark ground(TurnedBox box) {
    double ax = box.halfWidth() * box.cos();
    double ay = box.halfWidth() * box.sin();
    double bx = -box.halfHeight() * box.sin();
    double by = box.halfHeight() * box.cos();
    List<Double> corners = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double a = i == 0 || i == 3 ? -1 : 1;
      double b = i < 2 ? -1 : 1;
      corners.add(box.x() + a * ax + b * bx);
      corners.add(box.y() + a * ay + b * by);
    }
    return new Mark.Path(
        corners,
        true,
        Optional.of(Fill.plain(Ink.GROUND).faded(0.9)),
        Optional.empty(),
        Target.NOTHING);
  }
}
