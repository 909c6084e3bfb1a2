package paxoscope.ui.fx;

import javafx.scene.Node;

/** Parts of the window that come and go with the room they take. */
public final class Shown {

  private Shown() {}

  /**
   * Shows a part, or takes it away: what is not seen takes no room either.
   *
   * @param part the part
   * @param shown whether it is to be there
   */
  public static void set(Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
