package paxoscope.export;

import java.util.List;
import java.util.Optional;
import paxoscope.diagram.CallBoxes;
import paxoscope.diagram.ColumnWindow;
import paxoscope.diagram.SlideDiagram;
import paxoscope.diagram.SpaceTimeDiagram;
import paxoscope.diagram.StageDiagram;
import paxoscope.diagram.WorksheetDiagram;
import paxoscope.picture.Picture;
import paxoscope.picture.TextWidths;
import paxoscope.trace.Trace;

/**
 * Draws the views of a run at one size.
 *
 * @param trace the run
 * @param widths measures labels
 * @param width the width of the pictures, in pixels at scale 1
 * @param height their height
 */
record Views(Trace trace, TextWidths widths, double width, double height) {

  private static final double USUAL_HEIGHT = 600;
  private static final double USUAL_FONT = 16;
  private static final double SMALLEST = 0.6;
  private static final double OF_A_PART = 0.8;

  /** The size of text that suits the size of the picture. */
  double font() {
    return Math.max(8, USUAL_FONT * Math.min(height / USUAL_HEIGHT, width / 1000));
  }

  Picture draw(View view, int moment) {
    return switch (view) {
      case STAGE -> stage(moment, List.of());
      case SPACE_TIME -> spaceTime(moment, new Handout.Sight(0, trace.size() + 1.0));
      case SLIDE -> slide(moment);
      case WORKSHEET -> worksheet().sheet(moment);
      case KEY -> worksheet().key(moment);
    };
  }

  Picture spaceTime(int moment, Handout.Sight sight) {
    return new SpaceTimeDiagram(trace, widths)
        .draw(
            new SpaceTimeDiagram.Section(
                width, height, font(), sight.first(), sight.last(), moment));
  }

  // Its texts become smaller before columns are left out, down to what can still be read. Where
  // columns have to be left out all the same, texts that are easy to read count for more.
  private Picture slide(int moment) {
    SlideDiagram diagram = new SlideDiagram(trace, widths);
    double font = font();
    SlideDiagram.Drawing drawing = slide(diagram, moment, font);
    while (drawing.window().isPart() && font > SMALLEST * font()) {
      font *= 0.9;
      drawing = slide(diagram, moment, font);
    }
    return drawing.window().isPart()
        ? slide(diagram, moment, OF_A_PART * font()).picture()
        : drawing.picture();
  }

  private SlideDiagram.Drawing slide(SlideDiagram diagram, int moment, double font) {
    return diagram.draw(
        new SlideDiagram.View(
            moment, width, height, font, ColumnWindow.Wish.NEWEST, Optional.empty()));
  }

  // Its size is that of a sheet of paper.
  private WorksheetDiagram worksheet() {
    return new WorksheetDiagram(new CallBoxes(trace), widths);
  }

  Picture stage(int moment, List<StageDiagram.Flying> flying) {
    return new StageDiagram(trace, widths).draw(moment, width, height, font(), flying);
  }
}
