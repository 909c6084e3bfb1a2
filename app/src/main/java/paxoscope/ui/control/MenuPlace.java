package paxoscope.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;

/** Where a menu opens that belongs to a small thing on the stage. */
public final class MenuPlace {

  private MenuPlace() {}

  /**
   * Opens a menu below a node, in the type of what lies around it and not in that of the node.
   *
   * @param menu the menu
   * @param node what it belongs to
   * @param around what lies around
   */
  public static void below(ContextMenu menu, Node node, Node around) {
    Bounds place = node.localToScreen(node.getBoundsInLocal());
    menu.show(around, place.getMinX(), place.getMaxY());
  }
}
