package paxoscope.diagram;

import java.util.Optional;
import paxoscope.picture.Picture;
import paxoscope.picture.TextWidths;
import paxoscope.trace.Trace;

/**
 * The box diagram of the lectures, drawn from what the acceptors have really done, beside the slide
 * that the scenario names.
 */
public final class SlideDiagram {

  private final CallBoxes calls;
  private final TextWidths widths;
  private final boolean tried;

  /**
   * What is to be seen, and how much room there is.
   *
   * @param cursor the moment
   * @param width the width there is
   * @param height the height there is
   * @param font the usual size of text
   * @param wish which columns are to be seen, where there is no room for all
   * @param focused the box that the keyboard has reached
   */
  public record View(
      int cursor,
      double width,
      double height,
      double font,
      ColumnWindow.Wish wish,
      Optional<CallBox> focused) {}

  /**
   * A drawing, and which of the columns are on it.
   *
   * @param picture the drawing
   * @param window the columns
   */
  public record Drawing(Picture picture, ColumnWindow window) {}

  /**
   * A diagram of a run.
   *
   * @param trace the run
   * @param widths measures labels
   */
  public SlideDiagram(Trace trace, TextWidths widths) {
    this(new CallBoxes(trace), widths);
  }

  /**
   * A diagram of boxes that others read too.
   *
   * @param calls the boxes of the run
   * @param widths measures labels
   */
  public SlideDiagram(CallBoxes calls, TextWidths widths) {
    this(calls, widths, false);
  }

  private SlideDiagram(CallBoxes calls, TextWidths widths, boolean tried) {
    this.calls = calls;
    this.widths = widths;
    this.tried = tried;
  }

  /**
   * A diagram of what no server has done, and which says so.
   *
   * @param calls the boxes of a run on the protocol alone
   * @param widths measures labels
   * @return the diagram
   */
  public static SlideDiagram ofTrial(CallBoxes calls, TextWidths widths) {
    return new SlideDiagram(calls, widths, true);
  }

  /**
   * Draws all columns until a moment, however narrow they get.
   *
   * @param cursor the moment
   * @param width the width there is
   * @param height the height there is
   * @param font the usual size of text
   * @return the drawing
   */
  public Picture draw(int cursor, double width, double height, double font) {
    return draw(new View(cursor, width, height, font, ColumnWindow.Wish.ALL, Optional.empty()))
        .picture();
  }

  /**
   * Draws what is to be seen.
   *
   * @param view the moment, the room and the columns
   * @return the drawing
   */
  public Drawing draw(View view) {
    return new SlidePage(calls.at(view.cursor()), view, widths, tried).draw();
  }
}
