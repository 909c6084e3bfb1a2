package paxoscope.ui.fx;

import java.util.List;
import javafx.scene.Node;

/** The style classes of a node. */
public final class StyleClasses {

  private StyleClasses() {}

  /**
   * Gives a node these style classes and no others, if it has others: for to set them makes the
   * toolkit style the node anew.
   *
   * @param node the node
   * @param classes its style classes, all of them
   */
  public static void set(Node node, String... classes) {
    List<String> wanted = List.of(classes);
    if (!node.getStyleClass().equals(wanted)) {
      node.getStyleClass().setAll(wanted);
    }
  }
}
