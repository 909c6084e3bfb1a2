package paxoscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paxoscope.director.SimulatedTraces;
import paxoscope.picture.Mark;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.picture.TextWidths;
import paxoscope.trace.Trace;

/** The box diagram of a run that is far longer than any slide. */
class LongSlideTest {

  private static final TextWidths WIDTHS = (text, type) -> text.length() * type.size() * 0.56;

  private final Trace trace = SimulatedTraces.of("livelock", Map.of("rounds", "100"));
  private final CallBoxes calls = new CallBoxes(trace);

  @Test
  void asManyColumnsAreShownAtOnceAsCanBeDrawnAndTheNewestIsAmongThem() {
    SlideDiagram.Drawing drawing =
        new SlideDiagram(calls, WIDTHS)
            .draw(
                new SlideDiagram.View(
                    trace.size(), 1200, 500, 16, ColumnWindow.Wish.ALL, Optional.empty()));
    ColumnWindow window = drawing.window();
    assertTrue(window.isPart(), window::toString);
    assertTrue(window.count() > 40 && window.width() >= 8, window::toString);
    assertEquals(window.all(), window.first() + window.count());
    List<Integer> steps = steps(drawing.picture());
    assertTrue(steps.size() > 40, steps::toString);
  }

  @Test
  void aWorksheetAndItsKeyHaveTheFirstColumns() {
    WorksheetDiagram worksheet = new WorksheetDiagram(calls, WIDTHS);
    for (Picture page : List.of(worksheet.sheet(trace.size()), worksheet.key(trace.size()))) {
      List<Integer> steps = steps(page);
      assertTrue(steps.size() > 5, steps::toString);
      assertTrue(steps.getFirst() < 20, steps::toString);
    }
  }

  private static List<Integer> steps(Picture picture) {
    return picture.marks().stream()
        .map(Mark::target)
        .filter(Target.Moment.class::isInstance)
        .map(target -> ((Target.Moment) target).step())
        .distinct()
        .sorted()
        .toList();
  }
}
