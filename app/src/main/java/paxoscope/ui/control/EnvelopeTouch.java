package paxoscope.ui.control;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import paxoscope.protocol.Leg;

/** Mouse and keys on an envelope: it is looked at, and moved by whoever is the network. */
final class EnvelopeTouch {

  private static final double ABOVE_ALL = -1;

  private final Envelope envelope;
  private final Runnable pick;
  private final EnvelopeHand hand;
  private Point2D pressed = Point2D.ZERO;
  private boolean dragged;

  /**
   * Listens to an envelope.
   *
   * @param envelope the envelope
   * @param pick looks at what is in it
   * @param hand moves it
   */
  EnvelopeTouch(Envelope envelope, Runnable pick, EnvelopeHand hand) {
    this.envelope = envelope;
    this.pick = pick;
    this.hand = hand;
    envelope.setOnMousePressed(this::press);
    envelope.setOnMouseDragged(this::drag);
    envelope.setOnMouseReleased(this::release);
    envelope.setOnMouseClicked(this::click);
    envelope.setOnContextMenuRequested(
        request -> {
          showMenu();
          request.consume();
        });
    envelope.setOnKeyPressed(this::key);
  }

  private void press(MouseEvent mouse) {
    // The keys that its menu names are for it from now on.
    envelope.requestFocus();
    pressed = new Point2D(mouse.getSceneX(), mouse.getSceneY());
    dragged = false;
  }

  private void drag(MouseEvent mouse) {
    boolean message = envelope.item().content().leg() != Leg.TIMER;
    if (!hand.isFree() || !message || mouse.isStillSincePress()) {
      return;
    }
    if (!dragged) {
      dragged = true;
      envelope.getParent().setViewOrder(ABOVE_ALL);
      hand.lift(envelope.item());
    }
    envelope.setTranslateX(mouse.getSceneX() - pressed.getX());
    envelope.setTranslateY(mouse.getSceneY() - pressed.getY());
  }

  private void release(MouseEvent mouse) {
    if (dragged) {
      envelope.setTranslateX(0);
      envelope.setTranslateY(0);
      envelope.getParent().setViewOrder(0);
      hand.letGo(envelope.item(), mouse.getSceneX(), mouse.getSceneY());
    }
  }

  private void click(MouseEvent mouse) {
    if (mouse.isStillSincePress() && mouse.getButton() == MouseButton.PRIMARY) {
      pick.run();
      showMenu();
    }
  }

  private void showMenu() {
    if (hand.isFree()) {
      ContextMenu menu = hand.menu(List.of(envelope.item()));
      menu.addEventFilter(
          KeyEvent.KEY_PRESSED,
          key -> {
            if (key.getCode() != KeyCode.ENTER) {
              // Enter is for the entry that is marked; the others are named in the entries.
              key(key);
              if (key.isConsumed()) {
                menu.hide();
              }
            }
          });
      MenuPlace.below(menu, envelope, envelope.getParent());
    }
  }

  private void key(KeyEvent key) {
    boolean free = hand.isFree();
    switch (key.getCode()) {
      case ENTER -> {
        if (free) {
          hand.use(envelope.item(), EnvelopeHand.Act.DELIVER);
        } else {
          pick.run();
        }
      }
      case DELETE, BACK_SPACE -> hand.use(envelope.item(), EnvelopeHand.Act.DROP);
      case D -> hand.use(envelope.item(), EnvelopeHand.Act.DUPLICATE);
      default -> {
        return;
      }
    }
    key.consume();
  }
}
