package paxoscope.ui.slide;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import paxoscope.diagram.CallBox;
import paxoscope.diagram.CallBoxes;
import paxoscope.diagram.SlideContent;
import paxoscope.diagram.SlideDiagram;
import paxoscope.picture.Picture;
import paxoscope.picture.Target;
import paxoscope.protocol.ServerId;
import paxoscope.trace.Passage;
import paxoscope.trace.Trace;
import paxoscope.ui.model.Playback;
import paxoscope.ui.picture.DiagramFrame;
import paxoscope.ui.picture.DiagramLook;
import paxoscope.ui.picture.Fonts;
import paxoscope.ui.picture.PictureView;

/** The slide view. */
public final class SlideController {

  @FXML private BorderPane page;
  @FXML private PictureView picture;

  private final Playback playback;
  private final DiagramLook look;
  private final Consumer<ServerId> selectServer;
  private final Consumer<Passage> selectMessage;
  private final Fonts fonts = new Fonts();
  private final ColumnScroll scroll = new ColumnScroll();
  private CallBoxes calls;
  private Optional<CallBox> focused = Optional.empty();
  private DiagramFrame frame;

  /**
   * Joins it with what it shows.
   *
   * @param playback the run and the moment
   * @param look how it looks
   * @param selectServer selects a server everywhere
   * @param selectMessage selects a message everywhere
   */
  public SlideController(
      Playback playback,
      DiagramLook look,
      Consumer<ServerId> selectServer,
      Consumer<Passage> selectMessage) {
    this.playback = playback;
    this.look = look;
    this.selectServer = selectServer;
    this.selectMessage = selectMessage;
  }

  @FXML
  private void initialize() {
    calls = new CallBoxes(playback.traceProperty().get());
    frame = new DiagramFrame(page, picture, playback, look, this::draw);
    picture.onClick(this::clicked);
    scroll.listen(picture, frame::renew);
    picture
        .sceneProperty()
        .addListener((_, _, scene) -> scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed));
  }

  private Picture draw(double width, double height, double font) {
    Trace trace = playback.traceProperty().get();
    if (calls.trace() != trace) {
      calls = new CallBoxes(trace);
      focused = Optional.empty();
      scroll.reset();
    }
    int cursor = playback.cursorProperty().get();
    focused = focused.filter(box -> box.step() <= cursor);
    SlideDiagram.Drawing drawing =
        new SlideDiagram(calls, fonts)
            .draw(new SlideDiagram.View(cursor, width, height, font, scroll.wish(), focused));
    scroll.shown(drawing.window());
    return drawing.picture();
  }

  private SlideContent content() {
    return calls.at(playback.cursorProperty().get());
  }

  private void clicked(Target target) {
    picture.requestFocus();
    switch (target) {
      case Target.Moment moment ->
          content().boxes().stream()
              .filter(box -> box.step() == moment.step())
              .findFirst()
              .ifPresent(this::go);
      case Target.OfServer server -> selectServer.accept(new ServerId(server.number()));
      case Target.OfMessage _, Target.Nothing _ -> {
        // The diagram has no such places.
      }
    }
  }

  /** Goes to the step in which a box came, and selects its message. */
  private void go(CallBox box) {
    focused = Optional.of(box);
    playback.jump(box.step());
    calls.messageOf(box).ifPresent(selectMessage);
  }

  // The keys count wherever the focus is, as long as this view is shown and nobody types.
  private void pressed(KeyEvent key) {
    boolean typing = picture.getScene().getFocusOwner() instanceof TextInputControl;
    if (typing || key.isShortcutDown() || key.isAltDown() || !page.isVisible()) {
      return;
    }
    switch (key.getCode()) {
      case DIGIT0, NUMPAD0 -> scroll.toggleFit();
      case LEFT -> walk(key, -1, 0);
      case RIGHT -> walk(key, 1, 0);
      case UP -> walk(key, 0, -1);
      case DOWN -> walk(key, 0, 1);
      case ENTER -> enter(key);
      default -> {
        // Not a key of this view.
      }
    }
  }

  private void walk(KeyEvent key, int columns, int rows) {
    if (key.isShiftDown()) {
      picture.requestFocus();
      SlideContent content = content();
      focused = new BoxWalk(content).next(focused, columns, rows);
      focused.ifPresent(box -> scroll.reveal(content.placeOf(box.column())));
      frame.renew();
      key.consume();
    }
  }

  private void enter(KeyEvent key) {
    if (picture.isFocused() && key.getCode() == KeyCode.ENTER) {
      focused.ifPresent(this::go);
      key.consume();
    }
  }
}
