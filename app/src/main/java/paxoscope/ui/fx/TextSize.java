package paxoscope.ui.fx;

import javafx.scene.Node;
import javafx.scene.Parent;

/** The size of text in a window, in pixels: all else there is measured in it. */
public final class TextSize {

  private static final String KEY = "paxoscope.fontSize";
  private static final double USUAL = 16;

  private TextSize() {}

  /**
   * Says how large text is in a window from now on.
   *
   * @param root the root of its scene
   * @param pixels the size
   */
  public static void set(Parent root, double pixels) {
    root.getProperties().put(KEY, pixels);
  }

  /**
   * How large text is where a node stands.
   *
   * @param node any node
   * @return the size; the usual one while it stands in no window that has said so
   */
  public static double of(Node node) {
    Object size =
        node.getScene() == null ? null : node.getScene().getRoot().getProperties().get(KEY);
    return size instanceof Double known ? known : USUAL;
  }
}
