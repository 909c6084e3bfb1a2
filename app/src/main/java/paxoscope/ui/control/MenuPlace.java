package paxoscope.ui.control;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.stage.Window;

/** Where a menu opens that belongs to a small thing on the stage. */
public final class MenuPlace {

  private MenuPlace() {}

  /**
   * Opens a menu below a node, instead of any other that is open, in the type of what lies around
   * it and not in that of the node.
   *
   * @param menu the menu
   * @param node what it belongs to
   * @param around what lies around
   */
  public static void below(ContextMenu menu, Node node, Node around) {
    // A press on what a menu belongs to does not close it: two would stand beside each other.
    List.copyOf(Window.getWindows()).stream()
        .filter(ContextMenu.class::isInstance)
        .forEach(Window::hide);
    Bounds place = node.localToScreen(node.getBoundsInLocal());
    menu.show(around, place.getMinX(), place.getMaxY());
  }
}
