package paxoscope.diagram;

import java.util.List;
import java.util.Optional;
import paxoscope.narration.DiagramWords;
import paxoscope.picture.Fill;
import paxoscope.picture.Ink;
import paxoscope.picture.Mark;
import paxoscope.picture.Target;
import paxoscope.protocol.Outbound;
import paxoscope.trace.Passage;
import paxoscope.trace.Role;
import paxoscope.trace.RunHeader;

/**
 * Timers that have fired, as small signs on the lane of their server: a diamond where a proposer
 * tries again, an hourglass where it has given up waiting.
 *
 * @param scale where steps and servers are
 * @param header whose proposals are A's and B's
 */
record TimerSigns(SpaceTimeScale scale, RunHeader header) {

  private static final double SIZE = 0.46;

  private double x(Passage timer) {
    return scale.x(timer.endStep());
  }

  private double y(Passage timer) {
    return scale.lane(timer.content().from());
  }

  boolean shows(Passage timer) {
    return timer.endStep() != Passage.NOT_YET
        && timer.end() == Passage.End.HANDLED
        && scale.shows(x(timer));
  }

  TurnedBox solid(Passage timer) {
    double reach = SIZE * scale.font() + 1;
    return TurnedBox.upright(x(timer) - reach, y(timer) - reach, 2 * reach, 2 * reach);
  }

  Mark sign(Passage timer) {
    double x = x(timer);
    double y = y(timer);
    double reach = SIZE * scale.font();
    double narrow = 0.7 * reach;
    List<Double> points =
        timer.content().kind() == Outbound.Kind.RETRY
            ? List.of(x, y - reach, x + reach, y, x, y + reach, x - reach, y)
            : List.of(
                x - narrow,
                y - reach,
                x + narrow,
                y - reach,
                x - narrow,
                y + reach,
                x + narrow,
                y + reach);
    return new Mark.Path(
        points, true, Optional.of(Fill.plain(ink(timer))), Optional.empty(), target(timer));
  }

  private Ink ink(Passage timer) {
    return RoleInks.ink(Role.of(timer.content().number(), header));
  }

  private static Target target(Passage timer) {
    return new Target.OfMessage(timer.serial());
  }

  Optional<ArrowLabels.Label> label(Passage timer, ArrowLabels labels) {
    double reach = 1.2 * SIZE * scale.font();
    return labels.place(
        new Arrow.Upright(x(timer), y(timer) - reach, y(timer) + reach, false),
        DiagramWords.forms(timer.content()),
        ink(timer),
        target(timer));
  }
}
