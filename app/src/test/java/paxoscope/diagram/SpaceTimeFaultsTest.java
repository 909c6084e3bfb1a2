package paxoscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import paxoscope.diagram.SpaceTimeDiagram.Focus;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.diagram.SpaceTimeDiagramTest.Room;
import paxoscope.director.SimulatedTraces;
import paxoscope.picture.Mark;
import paxoscope.picture.Pen;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Decision;
import paxoscope.trace.Link;
import paxoscope.trace.ServerView;
import paxoscope.trace.Trace;

/** What the space-time diagram shows of servers and links that do not work. */
class SpaceTimeFaultsTest {

  private static final TextWidths WIDTHS = (text, type) -> text.length() * type.size() * 0.56;

  @Test
  void aLaneIsDottedWhileItsServerIsDownAndDashedWhileItIsPaused() {
    Trace trace = SimulatedTraces.random(5, 3, 200, 10);
    Set<Pen.Dash> seen = EnumSet.noneOf(Pen.Dash.class);
    Section section = Room.USUAL.section(0, trace.size() + 1, trace.size(), Focus.NONE);
    SpaceTimeScale scale = new SpaceTimeDiagram(trace, WIDTHS).scale(section);
    for (int server = 1; server <= 5; server++) {
      for (Mark mark : new SpaceTimeDiagram(trace, WIDTHS).draw(section).marks()) {
        if (mark instanceof Mark.Line line
            && line.target().equals(new Target.OfServer(server))
            && line.x2() - line.x1() > 2 * scale.stepWidth()) {
          int middle = (int) scale.step((line.x1() + line.x2()) / 2);
          ServerView view = trace.at(middle).server(new ServerId(server));
          Pen.Dash right =
              !view.alive() ? Pen.Dash.DOTTED : view.paused() ? Pen.Dash.DASHED : Pen.Dash.SOLID;
          assertEquals(right, line.pen().dash());
          seen.add(right);
        }
      }
    }
    assertEquals(EnumSet.allOf(Pen.Dash.class), seen);
  }

  @Test
  void aCutIsALineFromLaneToLaneThatBreaksOffAndAHealedLinkIsWhole() {
    Trace trace = SimulatedTraces.random(5, 3, 40, 4);
    Section section = Room.USUAL.section(0, trace.size() + 1, trace.size(), Focus.NONE);
    SpaceTimeScale scale = new SpaceTimeDiagram(trace, WIDTHS).scale(section);
    Picture picture = new SpaceTimeDiagram(trace, WIDTHS).draw(section);
    List<Integer> steps = trace.wirings(trace.size());
    assertTrue(steps.size() > 3, steps::toString);
    for (int step : steps) {
      List<Mark.Line> pieces =
          picture.marks().stream()
              .filter(mark -> mark.target().equals(new Target.Moment(step)))
              .filter(Mark.Line.class::isInstance)
              .map(Mark.Line.class::cast)
              .filter(line -> line.x1() == line.x2())
              .toList();
      Decision decision = trace.step(step).decision();
      Link link =
          decision instanceof Decision.Cut(Link cut) ? cut : ((Decision.Heal) decision).link();
      assertEquals(decision instanceof Decision.Cut ? 2 : 1, pieces.size());
      assertEquals(scale.x(step), pieces.getFirst().x1());
      assertEquals(scale.lane(link.from()), pieces.getFirst().y1(), scale.font());
      assertEquals(scale.lane(link.to()), pieces.getLast().y2(), scale.font());
      assertTrue(pieces.getLast().head() > 0);
    }
  }
}
