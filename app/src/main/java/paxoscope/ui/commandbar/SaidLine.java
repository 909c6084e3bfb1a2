package paxoscope.ui.commandbar;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import paxoscope.ui.model.ClientLog;

/** One line of what was said. */
final class SaidLine extends ListCell<ClientLog.Line> {

  private final Label label = new Label();

  @Override
  protected void updateItem(ClientLog.Line line, boolean empty) {
    super.updateItem(line, empty);
    setGraphic(empty || line == null ? null : label);
    if (!empty && line != null) {
      label.setText(line.text());
      tone(label, line, "said");
      if (isInColumns(line.text())) {
        label.getStyleClass().add("in-columns");
      }
    }
  }

  /** What stands in columns is aligned only where all letters are equally wide. */
  private static boolean isInColumns(String text) {
    return text.strip().contains("  ");
  }

  /** Gives a label the look of what it says. */
  static void tone(Label label, ClientLog.Line line, String styleClass) {
    String tone = line.tone().name().toLowerCase(Locale.ROOT).replace('_', '-');
    label.getStyleClass().setAll("label", styleClass, "said-" + tone);
  }
}
