package paxoscope.ui.words;

import java.util.ResourceBundle;

/** The window's own texts. */
public final class UiText {

  /** The bundle that the window's FXML files use as well. */
  public static final ResourceBundle BUNDLE = ResourceBundle.getBundle("paxoscope.ui.Window");

  private UiText() {}

  /**
   * A text.
   *
   * @param key its key
   * @param words what is filled in for {@code %s} and {@code %d}
   * @return the text
   */
  public static String of(String key, Object... words) {
    String text = BUNDLE.getString(key);
    return words.length == 0 ? text : text.formatted(words);
  }
}
