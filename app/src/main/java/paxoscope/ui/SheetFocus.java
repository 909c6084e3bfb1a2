package paxoscope.ui;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;

/**
 * Keeps the focus in the sheet that lies above all others. What lies below must not be reached by
 * Tab or lost focus: the next Enter would press something that nobody sees.
 */
final class SheetFocus {

  private static final String SHEET = "veil";

  private final Pane window;

  /**
   * Begins to keep it.
   *
   * @param window its children with the style class {@code veil} are the sheets, topmost last
   */
  SheetFocus(Pane window) {
    this.window = window;
    window.sceneProperty().addListener((_, _, scene) -> keep(scene));
    sheets()
        .forEach(
            sheet -> sheet.visibleProperty().addListener((_, _, _) -> check(window.getScene())));
  }

  private void keep(Scene scene) {
    scene.focusOwnerProperty().addListener((_, _, _) -> check(scene));
  }

  private void check(Scene scene) {
    Node owner = scene == null ? null : scene.getFocusOwner();
    if (owner != null) {
      sheets()
          .filter(Node::isVisible)
          .reduce((_, later) -> later)
          .filter(sheet -> !isIn(sheet, owner))
          // Where there is nothing to press, what lies below is not to be pressed either.
          .map(sheet -> first(sheet).orElse(window))
          .filter(wanted -> wanted != owner)
          .ifPresent(Node::requestFocus);
    }
  }

  private Stream<Node> sheets() {
    return window.getChildren().stream().filter(child -> child.getStyleClass().contains(SHEET));
  }

  private static boolean isIn(Node sheet, Node node) {
    Node parent = node;
    while (parent != null && parent != sheet) {
      parent = parent.getParent();
    }
    return parent == sheet;
  }

  private static Optional<Node> first(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> first(child).stream())
            .findFirst()
        : Optional.empty();
  }
}
