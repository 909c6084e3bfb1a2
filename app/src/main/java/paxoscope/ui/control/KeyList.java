package paxoscope.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** A list of keys and what they do, in two columns. */
public final class KeyList extends GridPane {

  /** An empty list. */
  public KeyList() {
    getStyleClass().add("help-keys");
  }

  /**
   * What the list says.
   *
   * @return one line for each key
   */
  public String getText() {
    return getAccessibleText();
  }

  /**
   * Fills the list.
   *
   * @param text one line for each key: its name, a tab, what it does
   */
  public void setText(String text) {
    setAccessibleText(text);
    getChildren().clear();
    text.lines()
        .map(line -> line.split("\t", 2))
        .forEach(
            line -> {
              Label key = new Label(line[0]);
              key.getStyleClass().add("key");
              key.setMinWidth(Region.USE_PREF_SIZE);
              addRow(getRowCount(), key, new Label(line[1]));
            });
  }
}
