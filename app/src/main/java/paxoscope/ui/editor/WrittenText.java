package paxoscope.ui.editor;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import paxoscope.ui.words.UiText;

/**
 * The place where one writes: shows line and column, and keeps the indentation. Tab writes two
 * spaces, for this format knows no tabs; F6 leaves the text.
 */
final class WrittenText {

  private static final String ENDS_OF_A_WORD = " ,:[]{}";
  private static final String INDENTATION = "  ";

  private final TextArea area;
  private final Label caret;
  private Runnable leave = () -> {};

  WrittenText(TextArea area, Label caret) {
    this.area = area;
    this.caret = caret;
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    area.caretPositionProperty().addListener((_, _, _) -> showCaret());
    area.textProperty().addListener((_, _, _) -> showCaret());
  }

  void onLeave(Runnable action) {
    leave = action;
  }

  private void showCaret() {
    String before = before(area.getCaretPosition());
    int lines = (int) before.chars().filter(character -> character == '\n').count();
    caret.setText(UiText.of("editor.place", lines + 1, before.length() - before.lastIndexOf('\n')));
  }

  private String before(int position) {
    return area.getText().substring(0, Math.min(position, area.getLength()));
  }

  private void pressed(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown() || key.isShiftDown()) {
      return;
    }
    if (key.getCode() == KeyCode.TAB) {
      area.replaceSelection(INDENTATION);
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER) {
      String before = before(area.getSelection().getStart());
      String line = before.substring(before.lastIndexOf('\n') + 1);
      int spaces = line.length() - line.stripLeading().length();
      area.replaceSelection("\n" + " ".repeat(spaces));
      key.consume();
    } else if (key.getCode() == KeyCode.F6) {
      leave.run();
      key.consume();
    }
  }

  /** Selects the word that begins in a line at a column. */
  void select(int line, int column) {
    String text = area.getText();
    int begin = 0;
    for (int passed = 1; passed < line && begin >= 0; passed++) {
      begin = text.indexOf('\n', begin) + 1;
    }
    int end = text.indexOf('\n', begin);
    int last = end < 0 ? text.length() : end;
    int first = Math.min(begin + column - 1, last);
    int after = first;
    while (after < last && ENDS_OF_A_WORD.indexOf(text.charAt(after)) < 0) {
      after++;
    }
    area.requestFocus();
    area.selectRange(after, first);
  }
}
