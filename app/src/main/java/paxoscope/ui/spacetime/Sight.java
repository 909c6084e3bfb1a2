package paxoscope.ui.spacetime;

import paxoscope.diagram.SpaceTimeDiagram;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.diagram.SpaceTimeScale;
import paxoscope.ui.model.Playback;
import paxoscope.ui.picture.Fonts;

/** What is in sight of the run. */
final class Sight {

  private final Playback playback;
  private final Viewport viewport;
  private final MessageFocus focus;
  private final Fonts fonts = new Fonts();
  private Section section = new Section(1, 1, 1, 0, 1, 0);

  Sight(Playback playback, Viewport viewport, MessageFocus focus) {
    this.playback = playback;
    this.viewport = viewport;
    this.focus = focus;
  }

  /** The whole run's diagram. */
  SpaceTimeDiagram diagram() {
    return new SpaceTimeDiagram(playback.traceProperty().get(), fonts);
  }

  /** Which step is at a place across. */
  double stepAt(double x) {
    return diagram().scale(section).step(x);
  }

  /** What is in sight now, in the room that there is. */
  Section in(double width, double height, double font) {
    int cursor = playback.cursorProperty().get();
    SpaceTimeScale room = diagram().scale(new Section(width, height, font, 0, 1, cursor));
    double ems = (room.right() - room.left()) / font;
    int size = playback.traceProperty().get().size();
    viewport.update(size, cursor, ems, playback.playingProperty().get());
    section =
        new Section(width, height, font, viewport.first(), viewport.last(), cursor, focus.now());
    return section;
  }

  /** What is in sight now, in the same room as before. */
  Section now() {
    return in(section.width(), section.height(), section.font());
  }
}
