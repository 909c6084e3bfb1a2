package paxoscope.ui.spacetime;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import paxoscope.diagram.SpaceTimeDiagram;
import paxoscope.diagram.SpaceTimeDiagram.Focus;
import paxoscope.diagram.SpaceTimeDiagram.Section;
import paxoscope.diagram.SpaceTimeScale;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.trace.Causality;
import paxoscope.trace.Trace;
import paxoscope.ui.model.PassageSelection;
import paxoscope.ui.model.Playback;
import paxoscope.ui.picture.DiagramFrame;
import paxoscope.ui.picture.Fonts;
import paxoscope.ui.picture.PictureView;

/**
 * The space-time view: shows a stretch of a run, goes where one clicks, and lights what caused
 * what.
 */
public final class SpaceTimeController {

  @FXML private Node view;
  @FXML private PictureView picture;

  private final Playback playback;
  private final PassageSelection selection;
  private final ObservableBooleanValue dark;
  private final Fonts fonts = new Fonts();
  private final Viewport viewport = new Viewport();
  private final ViewportInput input =
      new ViewportInput(viewport, x -> scale().step(x), this::renew);
  private final NextFrame nextFrame = new NextFrame(() -> frame().renew());
  private DiagramFrame frame;
  private Causality causality;
  private Section section = new Section(1, 1, 1, 0, 1, 0);
  private OptionalInt hovered = OptionalInt.empty();

  /**
   * Joins it with what it shows.
   *
   * @param playback the run and the moment
   * @param selection the selected message
   * @param dark whether the dark theme is on
   */
  public SpaceTimeController(
      Playback playback, PassageSelection selection, ObservableBooleanValue dark) {
    this.playback = playback;
    this.selection = selection;
    this.dark = dark;
  }

  @FXML
  private void initialize() {
    frame = new DiagramFrame(picture, playback, dark, this::draw);
    causality = new Causality(trace());
    playback.traceProperty().addListener((_, _, shown) -> begin(shown));
    selection.selectedProperty().addListener((_, _, _) -> renew());
    view.visibleProperty().addListener((_, _, shown) -> show(shown));
    picture.onClick(this::go);
    picture.onHover(this::hover);
    picture.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clickTwice);
    picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    input.listen(picture);
  }

  private void show(boolean shown) {
    if (shown) {
      frame.renewIfStale();
      picture.requestFocus();
    }
  }

  private DiagramFrame frame() {
    return frame;
  }

  private Trace trace() {
    return playback.traceProperty().get();
  }

  private SpaceTimeScale scale() {
    return new SpaceTimeDiagram(trace(), fonts).scale(section);
  }

  private void begin(Trace shown) {
    causality = new Causality(shown);
    viewport.reset();
    hovered = OptionalInt.empty();
    selection.selectedProperty().set(null);
  }

  private void renew() {
    nextFrame.start();
  }

  private Picture draw(double width, double height, double font) {
    SpaceTimeDiagram diagram = new SpaceTimeDiagram(trace(), fonts);
    int cursor = playback.cursorProperty().get();
    section = new Section(width, height, font, 0, 1, cursor);
    SpaceTimeScale room = diagram.scale(section);
    double ems = (room.right() - room.left()) / font;
    viewport.update(trace().size(), cursor, ems, playback.playingProperty().get());
    Focus focus =
        new Focus(
            Optional.ofNullable(selection.selectedProperty().get()).map(causality::of), hovered);
    section = new Section(width, height, font, viewport.first(), viewport.last(), cursor, focus);
    return diagram.draw(section);
  }

  private void hover(Target target) {
    OptionalInt met =
        target instanceof Target.OfMessage message
            ? OptionalInt.of(message.serial())
            : OptionalInt.empty();
    if (!met.equals(hovered)) {
      hovered = met;
      renew();
    }
  }

  private void go(Target target) {
    switch (target) {
      case Target.OfMessage message -> select(message.serial());
      case Target.Moment moment -> playback.jump(moment.step());
      case Target.OfServer _, Target.Nothing _ -> clearSelection();
    }
  }

  private void clickTwice(MouseEvent mouse) {
    boolean onNothing =
        picture.picture().at(mouse.getX(), mouse.getY()).stream()
            .noneMatch(target -> target instanceof Target.OfMessage);
    if (mouse.getClickCount() == 2 && mouse.isStillSincePress() && onNothing) {
      input.fit();
    }
  }

  private void select(int serial) {
    selection.selectedProperty().set(serial);
    playback.jump(new MessageWalk(trace()).moment(serial));
  }

  /**
   * Selects nothing any more.
   *
   * @return whether something was selected
   */
  public boolean clearSelection() {
    boolean was = selection.selectedProperty().get() != null;
    selection.selectedProperty().set(null);
    return was;
  }

  private void key(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    boolean walked =
        switch (key.getCode()) {
          case N -> walk(1);
          case P -> walk(-1);
          default -> false;
        };
    if (walked || input.key(key)) {
      key.consume();
    }
  }

  private boolean walk(int direction) {
    MessageWalk walk = new MessageWalk(trace());
    Integer selected = selection.selectedProperty().get();
    int from = selected == null ? walk.at(playback.cursorProperty().get()) : selected;
    OptionalInt next = direction > 0 ? walk.after(from) : walk.before(from);
    next.ifPresent(this::select);
    return true;
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
