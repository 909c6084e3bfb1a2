package paxoscope.ui.slide;

import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import paxoscope.diagram.ColumnWindow;
import paxoscope.ui.picture.PictureView;

/** Which columns one wants to see: by wheel, by dragging, or all of them. */
final class ColumnScroll {

  private ColumnWindow.Wish wish = ColumnWindow.Wish.NEWEST;
  private ColumnWindow window = new ColumnWindow(0, 0, 0, 1);
  private Runnable changed = () -> {};
  private double rest;
  private double pressedAt;
  private int firstWhenPressed;

  /** Begins to listen to the mouse on a view. */
  void listen(PictureView view, Runnable whenChanged) {
    changed = whenChanged;
    view.addEventHandler(ScrollEvent.SCROLL, this::turned);
    view.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          pressedAt = press.getX();
          firstWhenPressed = window.first();
        });
    view.addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        drag ->
            moveTo(
                firstWhenPressed - (int) Math.round((drag.getX() - pressedAt) / window.width())));
  }

  ColumnWindow.Wish wish() {
    return wish;
  }

  void shown(ColumnWindow seen) {
    window = seen;
  }

  /** The newest column again. */
  void reset() {
    wish = ColumnWindow.Wish.NEWEST;
  }

  /** All columns, or back to those that can be read. */
  void toggleFit() {
    wish = wish.fits() ? ColumnWindow.Wish.NEWEST : ColumnWindow.Wish.ALL;
    changed.run();
  }

  /** Makes sure that a column is seen. */
  void reveal(int column) {
    if (column < window.first()) {
      moveTo(column);
    } else if (column >= window.first() + window.count()) {
      moveTo(column - window.count() + 1);
    }
  }

  private void turned(ScrollEvent turn) {
    // A wheel goes up and down, a touchpad sideways too; the columns go sideways only.
    double by = turn.getDeltaX() == 0 ? turn.getDeltaY() : turn.getDeltaX();
    rest += by / turn.getMultiplierY();
    int columns = (int) rest;
    rest -= columns;
    if (columns != 0) {
      moveTo(window.first() - columns);
    }
  }

  private void moveTo(int first) {
    if (!window.isPart()) {
      return;
    }
    int last = window.all() - window.count();
    int kept = Math.clamp(first, 0, last);
    // Whoever goes to the end wants to stay there when more comes.
    wish = new ColumnWindow.Wish(false, kept == last ? Integer.MAX_VALUE : kept);
    changed.run();
  }
}
