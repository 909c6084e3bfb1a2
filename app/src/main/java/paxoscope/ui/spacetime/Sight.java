package paxoscope.ui.spacetime;

import java.util.Optional;
import paxoscope.diagram.SpaceTimeDiagram;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.diagram.SpaceTimeScale;
import paxoscope.export.Handout;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.ViewChoice;
import paxoscope.ui.picture.Fonts;

/** What is in sight of the run. */
final class Sight {

  private final Playback playback;
  private final Viewport viewport;
  private final MessageFocus focus;
  private final ViewChoice views;
  private final Fonts fonts = new Fonts();
  private Section section = new Section(1, 1, 1, 0, 1, 0);

  Sight(Playback playback, Viewport viewport, MessageFocus focus, ViewChoice views) {
    this.playback = playback;
    this.viewport = viewport;
    this.focus = focus;
    this.views = views;
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
    views.setSight(Optional.of(new Handout.Sight(section.first(), section.last())));
    return section;
  }

  /** What is in sight now, in the same room as before. */
  Section now() {
    return in(section.width(), section.height(), section.font());
  }
}
