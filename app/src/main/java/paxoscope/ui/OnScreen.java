package paxoscope.ui;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Keeps a window on the screen: the size that was kept may be of a larger one, and a projector is
 * often smaller than the desk's.
 */
final class OnScreen {

  private static final double SMALLEST_WIDTH = 960;
  private static final double SMALLEST_HEIGHT = 600;

  private OnScreen() {}

  /**
   * A scene that has room.
   *
   * @param root what it shows
   * @param width the wanted width, in pixels
   * @param height the wanted height
   * @return a scene of the wanted size, or as much of it as the screen has
   */
  static Scene scene(Parent root, double width, double height) {
    Rectangle2D room = room();
    return new Scene(root, Math.min(width, room.getWidth()), Math.min(height, room.getHeight()));
  }

  /**
   * Shows a window, and makes it smaller and moves it if its frame reaches beyond the screen. One
   * whose size somebody has set is left alone.
   *
   * @param stage the window
   */
  static void show(Stage stage) {
    boolean set = !Double.isNaN(stage.getWidth());
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    stage.show();
    if (set || stage.isMaximized() || stage.isFullScreen()) {
      return;
    }
    Rectangle2D room = room();
    double width = Math.min(stage.getWidth(), room.getWidth());
    double height = Math.min(stage.getHeight(), room.getHeight());
    if (width < stage.getWidth() || height < stage.getHeight()) {
      stage.setWidth(width);
      stage.setHeight(height);
      stage.setX(room.getMinX() + (room.getWidth() - width) / 2);
      stage.setY(room.getMinY() + (room.getHeight() - height) / 2);
    }
  }

  private static Rectangle2D room() {
    return Screen.getPrimary().getVisualBounds();
  }
}
