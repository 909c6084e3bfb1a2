package paxoscope.ui.control;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** A list of keys and what they do. A long one is in two halves, side by side. */
public final class KeyList extends GridPane {

  private static final int MOST_ROWS = 16;
  private static final int COLUMNS = 2;

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
    List<String> lines = text.lines().toList();
    int rows = lines.size() > MOST_ROWS ? (lines.size() + 1) / 2 : lines.size();
    for (int i = 0; i < lines.size(); i++) {
      String[] line = lines.get(i).split("\t", 2);
      Label key = new Label(line[0]);
      key.getStyleClass().add("key");
      key.setMinWidth(Region.USE_PREF_SIZE);
      int column = i / rows * COLUMNS;
      add(key, column, i % rows);
      add(new Label(line[1]), column + 1, i % rows);
    }
  }
}
