package paxoscope.diagram;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import paxoscope.narration.DiagramWords;
import paxoscope.narration.Words;
import paxoscope.picture.Mark;
import paxoscope.picture.Picture;
import paxoscope.picture.TextWidths;
import paxoscope.trace.CausalCone;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;

/**
 * The space-time diagram of a run: a lane for each server, steps to the right, an arrow for each
 * message from its sending to its receipt. Where its words stand follows from the section alone and
 * not from the cursor, so that nothing moves while one steps through it.
 *
 * @param trace the run
 * @param widths measures labels
 */
public record SpaceTimeDiagram(Trace trace, TextWidths widths) {

  /**
   * What is to be drawn.
   *
   * @param width the width there is
   * @param height the height there is
   * @param font the usual size of text
   * @param first the step at the left edge; may be a fraction
   * @param last the step at the right edge
   * @param cursor the moment that is shown: what comes later is faint
   * @param focus what is looked at
   */
  public record Section(
      double width,
      double height,
      double font,
      double first,
      double last,
      int cursor,
      Focus focus) {

    /**
     * A section in which nothing is looked at.
     *
     * @param width the width there is
     * @param height the height there is
     * @param font the usual size of text
     * @param first the step at the left edge; may be a fraction
     * @param last the step at the right edge
     * @param cursor the moment that is shown: what comes later is faint
     */
    public Section(
        double width, double height, double font, double first, double last, int cursor) {
      this(width, height, font, first, last, cursor, Focus.NONE);
    }

    /**
     * The same view of earlier or later steps.
     *
     * @param steps how many steps later; negative for earlier
     * @return the section
     */
    public Section movedBy(double steps) {
      return new Section(width, height, font, first + steps, last + steps, cursor, focus);
    }

    /**
     * The same, with the mouse on no message.
     *
     * @return the section
     */
    public Section withoutHover() {
      Focus unhovered = new Focus(focus.selected(), OptionalInt.empty());
      return new Section(width, height, font, first, last, cursor, unhovered);
    }
  }

  /**
   * What is looked at.
   *
   * @param selected the selected message with its causes and effects: all others are faint
   * @param hovered the serial of the message that the mouse is on: it is told about
   */
  public record Focus(Optional<CausalCone> selected, OptionalInt hovered) {

    /** Nothing. */
    public static final Focus NONE = new Focus(Optional.empty(), OptionalInt.empty());

    boolean isSelected(Passage passage) {
      return selected.filter(cone -> cone.message().serial() == passage.serial()).isPresent();
    }

    boolean isHovered(Passage passage) {
      return hovered.isPresent() && hovered.getAsInt() == passage.serial();
    }

    boolean lights(Passage passage) {
      return selected.isEmpty() || selected.get().contains(passage);
    }
  }

  /**
   * Where steps and servers are in a section.
   *
   * @param section what is to be drawn
   * @return the scale
   */
  public SpaceTimeScale scale(Section section) {
    return new SpaceTimeScale(
        section.width(),
        section.height(),
        section.font(),
        section.first(),
        section.last(),
        trace.header().membership().size());
  }

  /**
   * Draws a section.
   *
   * @param section what is to be drawn
   * @return the drawing; its title says in words what is looked at
   */
  public Picture draw(Section section) {
    List<Mark> marks = new SpaceTimeDrawing(trace, widths, section, scale(section)).marks();
    return new Picture(section.width(), section.height(), title(section.focus()), marks);
  }

  /**
   * Draws more than a view shows, for whoever looks at earlier and later steps: the picture can be
   * moved then, instead of being drawn again.
   *
   * @param view what is to be seen first, in the middle of the strip
   * @return the strip
   */
  public SpaceTimeStrip strip(Section view) {
    SpaceTimeScale shown = scale(view);
    double beside = SpaceTimeStrip.REACH * (shown.right() - shown.left());
    double steps = SpaceTimeStrip.REACH * (view.last() - view.first());
    Section wide =
        new Section(
            view.width() + 2 * beside,
            view.height(),
            view.font(),
            view.first() - steps,
            view.last() + steps,
            view.cursor(),
            view.focus());
    SpaceTimeDrawing now = new SpaceTimeDrawing(trace, widths, view, shown);
    List<Mark> moving =
        new SpaceTimeDrawing(trace, widths, wide, scale(wide), now.detail()).moving();
    return new SpaceTimeStrip(
        view,
        shown,
        new Picture(wide.width(), wide.height(), title(view.focus()), moving),
        new Picture(view.width(), view.height(), "", now.standing()));
  }

  private String title(Focus focus) {
    StringBuilder title = new StringBuilder(trace.header().title());
    OptionalInt told =
        focus.hovered().isPresent()
            ? focus.hovered()
            : focus.selected().stream().mapToInt(cone -> cone.message().serial()).findFirst();
    told.ifPresent(
        serial -> {
          Passage passage = trace.passage(serial);
          title
              .append(title.isEmpty() ? "" : ". ")
              .append(Words.arrow(passage.content()))
              .append(", ")
              .append(DiagramWords.way(passage));
        });
    return title.toString();
  }
}
