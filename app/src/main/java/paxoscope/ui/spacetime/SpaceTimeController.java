package paxoscope.ui.spacetime;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.ui.model.PassageSelection;
import paxoscope.ui.model.Playback;
import paxoscope.ui.model.ViewChoice;
import paxoscope.ui.picture.DiagramFrame;
import paxoscope.ui.picture.DiagramLook;
import paxoscope.ui.picture.PictureView;

/** The space-time view: a stretch of a run, and what caused what in it. */
public final class SpaceTimeController {

  @FXML private Node view;
  @FXML private PictureView picture;

  private final Playback playback;
  private final PassageSelection selection;
  private final DiagramLook look;
  private final ViewChoice views;
  private final Executor worker;
  private final MessageFocus focus;
  private final Viewport viewport = new Viewport();
  private final NextFrame nextFrame = new NextFrame(this::renew);
  private final NextFrame nextPan = new NextFrame(this::slide);
  private final Sight sight;
  private final ViewportInput input;
  private DiagramFrame frame;
  private Panning panning;

  /**
   * Joins it with what it shows.
   *
   * @param playback the run and the moment
   * @param selection the selected message
   * @param look how it looks
   * @param views is told which steps are in sight
   * @param worker lays out what comes into sight next
   */
  public SpaceTimeController(
      Playback playback,
      PassageSelection selection,
      DiagramLook look,
      ViewChoice views,
      Executor worker) {
    this.playback = playback;
    this.selection = selection;
    this.look = look;
    this.views = views;
    this.worker = worker;
    this.focus = new MessageFocus(playback, selection);
    this.sight = new Sight(playback, viewport, focus, views);
    this.input = new ViewportInput(viewport, sight::stepAt, this::move, this::pan);
  }

  @FXML
  private void initialize() {
    playback.traceProperty().addListener((_, _, _) -> begin());
    selection.selectedProperty().addListener((_, _, _) -> nextFrame.start());
    view.visibleProperty().addListener((_, _, shown) -> show(shown));
    picture.onClick(focus::go);
    picture.onHover(this::hover);
    picture.addEventHandler(KeyEvent.KEY_PRESSED, focus::key);
    panning =
        new Panning(picture, sight::diagram, this::renew, worker, this::isWatched, sight::now);
    frame = new DiagramFrame(view, picture, playback, look, this::draw);
    input.listen(picture);
  }

  private void renew() {
    frame.renew();
  }

  private void begin() {
    viewport.reset();
    views.setSight(Optional.empty());
    focus.begin();
  }

  private void show(boolean shown) {
    if (shown) {
      picture.requestFocus();
    }
  }

  private Picture draw(double width, double height, double font) {
    panning.drawn();
    return sight.diagram().draw(sight.in(width, height, font));
  }

  private void slide() {
    panning.to(sight.now());
  }

  private boolean isWatched() {
    return picture.isHover() && !playback.playingProperty().get();
  }

  // What was under the mouse has moved away.
  private void move() {
    focus.hover(Target.NOTHING);
    nextFrame.start();
  }

  // The outlines of the lens lie on the exact drawing only.
  private void pan() {
    focus.hover(Target.NOTHING);
    (look.lens().seenProperty().get().isPresent() ? nextFrame : nextPan).start();
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
