package paxoscope.ui.inspector;

import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/**
 * How a row looks: like a proposer, or like a refusal. Rows tell it by pseudo-classes and not by
 * style classes, for a changed style class makes the toolkit look for all rules of a row anew, and
 * all rows change at each jump.
 */
final class RowLook {

  private static final List<PseudoClass> ALL =
      Stream.of("role-a", "role-b", "role-other", "refusal")
          .map(PseudoClass::getPseudoClass)
          .toList();

  private RowLook() {}

  /**
   * Gives a node a look.
   *
   * @param look the name of the look
   * @param node has that look from now on, and no other
   */
  static void show(String look, Node node) {
    for (PseudoClass one : ALL) {
      node.pseudoClassStateChanged(one, one.getPseudoClassName().equals(look));
    }
  }
}
