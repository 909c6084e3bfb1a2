package paxoscope.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
  private final Map<Node, Node> last = new HashMap<>();

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
            sheet ->
                sheet
                    .visibleProperty()
                    .addListener((_, _, _) -> check(window.getScene(), last::get)));
  }

  private void keep(Scene scene) {
    scene.focusOwnerProperty().addListener((_, _, _) -> check(scene, _ -> null));
  }

  /**
   * Brings the focus back.
   *
   * @param before what has it, if there is something: where a sheet comes back, what had it before.
   *     Whoever leaves a sheet by Tab begins with its first control again.
   */
  private void check(Scene scene, UnaryOperator<Node> before) {
    Node owner = scene == null ? null : scene.getFocusOwner();
    Optional<Node> topmost = sheets().filter(Node::isVisible).reduce((_, later) -> later);
    if (owner == null || topmost.isEmpty()) {
      return;
    }
    Node sheet = topmost.get();
    if (isIn(sheet, owner)) {
      last.put(sheet, owner);
    } else {
      // Where there is nothing to press, what lies below is not to be pressed either.
      Node wanted = Optional.ofNullable(before.apply(sheet)).or(() -> first(sheet)).orElse(window);
      if (wanted != owner) {
        wanted.requestFocus();
      }
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
