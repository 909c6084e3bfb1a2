package paxoscope.ui.spacetime;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import paxoscope.diagram.SpaceTimeDiagram;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.diagram.SpaceTimeScale;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.ui.model.PassageSelection;
import paxoscope.ui.model.Playback;
import paxoscope.ui.picture.DiagramFrame;
import paxoscope.ui.picture.DiagramLook;
import paxoscope.ui.picture.Fonts;
import paxoscope.ui.picture.PictureView;

/** The space-time view: a stretch of a run, and what caused what in it. */
public final class SpaceTimeController {

  @FXML private Node view;
  @FXML private PictureView picture;

  private final Playback playback;
  private final PassageSelection selection;
  private final DiagramLook look;
  private final MessageFocus focus;
  private final Fonts fonts = new Fonts();
  private final Viewport viewport = new Viewport();
  private final ViewportInput input =
      new ViewportInput(viewport, x -> diagram().scale(section()).step(x), this::move);
  private final NextFrame nextFrame = new NextFrame(() -> frame().renew());
  private DiagramFrame frame;
  private Section section = new Section(1, 1, 1, 0, 1, 0);

  /**
   * Joins it with what it shows.
   *
   * @param playback the run and the moment
   * @param selection the selected message
   * @param look how it looks
   */
  public SpaceTimeController(Playback playback, PassageSelection selection, DiagramLook look) {
    this.playback = playback;
    this.selection = selection;
    this.look = look;
    this.focus = new MessageFocus(playback, selection);
  }

  @FXML
  private void initialize() {
    frame = new DiagramFrame(picture, playback, look, this::draw);
    playback.traceProperty().addListener((_, _, _) -> begin());
    selection.selectedProperty().addListener((_, _, _) -> nextFrame.start());
    view.visibleProperty().addListener((_, _, shown) -> show(shown));
    picture.onClick(focus::go);
    picture.onHover(this::hover);
    picture.addEventHandler(KeyEvent.KEY_PRESSED, focus::key);
    input.listen(picture);
  }

  private DiagramFrame frame() {
    return frame;
  }

  private Section section() {
    return section;
  }

  private SpaceTimeDiagram diagram() {
    return new SpaceTimeDiagram(playback.traceProperty().get(), fonts);
  }

  private void begin() {
    viewport.reset();
    focus.begin();
  }

  private void show(boolean shown) {
    if (shown) {
      frame.renewIfStale();
      picture.requestFocus();
    }
  }

  private Picture draw(double width, double height, double font) {
    int cursor = playback.cursorProperty().get();
    SpaceTimeScale room = diagram().scale(new Section(width, height, font, 0, 1, cursor));
    double ems = (room.right() - room.left()) / font;
    int size = playback.traceProperty().get().size();
    viewport.update(size, cursor, ems, playback.playingProperty().get());
    section =
        new Section(width, height, font, viewport.first(), viewport.last(), cursor, focus.now());
    return diagram().draw(section);
  }

  // What was under the mouse has moved away.
  private void move() {
    focus.hover(Target.NOTHING);
    nextFrame.start();
  }

  private void hover(Target target) {
    if (focus.hover(target)) {
      nextFrame.start();
    }
  }

  /**
   * Selects no message any more.
   *
   * @return whether one was selected
   */
  public boolean clearSelection() {
    return focus.clear();
  }

  @FXML
  private void zoomIn() {
    input.zoomIn();
  }

  @FXML
  private void zoomOut() {
    input.zoomOut();
  }

  @FXML
  private void fit() {
    input.fit();
  }
}
