package paxoscope.ui.spacetime;

import java.util.function.DoubleUnaryOperator;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import paxoscope.picture.Target;
import paxoscope.ui.picture.PictureView;

/** Zooms and pans by wheel, drag, touch and keys. */
final class ViewportInput {

  private static final double STEP = 1.25;
  private static final double WHEEL = 0.0035;
  private static final double SHARE = 0.2;

  private final Viewport viewport;
  private final DoubleUnaryOperator stepAt;
  private final Runnable changed;
  private final Runnable panned;
  private double dragged;

  /**
   * Input for a viewport.
   *
   * @param viewport what is changed
   * @param stepAt which step is at a place across
   * @param changed is told of each change but panning
   * @param panned is told when other steps are in sight, at the same scale
   */
  ViewportInput(Viewport viewport, DoubleUnaryOperator stepAt, Runnable changed, Runnable panned) {
    this.viewport = viewport;
    this.stepAt = stepAt;
    this.changed = changed;
    this.panned = panned;
  }

  void listen(PictureView picture) {
    picture.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    picture.addEventHandler(ZoomEvent.ZOOM, this::pinch);
    picture.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    picture.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> click(picture, click));
    picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void press(MouseEvent mouse) {
    dragged = mouse.getX();
    ((Node) mouse.getSource()).requestFocus();
  }

  private void drag(MouseEvent mouse) {
    if (mouse.getButton() == MouseButton.PRIMARY && !mouse.isStillSincePress()) {
      viewport.pan(stepAt.applyAsDouble(dragged) - stepAt.applyAsDouble(mouse.getX()));
      dragged = mouse.getX();
      panned.run();
    }
  }

  // With Shift, some systems turn the wheel into a sideways one and some do not.
  private void scroll(ScrollEvent wheel) {
    double sideways = wheel.getDeltaX();
    double upward = wheel.getDeltaY();
    if (wheel.isShiftDown() || Math.abs(sideways) > Math.abs(upward)) {
      double pixels = sideways == 0 ? upward : sideways;
      viewport.pan(stepAt.applyAsDouble(0) - stepAt.applyAsDouble(pixels));
      panned.run();
    } else {
      viewport.zoom(Math.exp(-WHEEL * upward), stepAt.applyAsDouble(wheel.getX()));
      changed.run();
    }
    wheel.consume();
  }

  private void pinch(ZoomEvent pinch) {
    viewport.zoom(1 / pinch.getZoomFactor(), stepAt.applyAsDouble(pinch.getX()));
    changed.run();
    pinch.consume();
  }

  void zoomIn() {
    viewport.zoom(1 / STEP);
    changed.run();
  }

  void zoomOut() {
    viewport.zoom(STEP);
    changed.run();
  }

  void fit() {
    viewport.fit();
    changed.run();
  }

  // Two clicks on a message select it, as one does.
  private void click(PictureView picture, MouseEvent mouse) {
    boolean onMessage =
        picture
            .picture()
            .at(mouse.getX(), mouse.getY())
            .filter(Target.OfMessage.class::isInstance)
            .isPresent();
    if (mouse.getClickCount() == 2 && mouse.isStillSincePress() && !onMessage) {
      fit();
    }
  }

  private void key(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    switch (key.getCode()) {
      case PLUS, ADD, EQUALS -> zoomIn();
      case MINUS, SUBTRACT -> zoomOut();
      case DIGIT0, NUMPAD0 -> fit();
      case LEFT -> pan(-SHARE);
      case RIGHT -> pan(SHARE);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void pan(double share) {
    viewport.panByShare(share);
    panned.run();
  }
}
