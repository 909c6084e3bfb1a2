package paxoscope.command;

import java.util.ArrayList;
import java.util.List;

/** Splits a command into its words. Quotes keep spaces together, as in a shell. */
final class Words {

  /**
   * One word.
   *
   * @param text what it says, without quotes
   * @param unquoted how many of its first characters stood before any quote
   */
  record Word(String text, int unquoted) {}

  private final String line;
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean inWord;
  private int unquoted;

  private Words(String line) {
    this.line = line;
  }

  /**
   * Splits a line at its spaces. Text in single quotes is taken as it is; in double quotes a
   * backslash keeps a following quote or backslash.
   *
   * @param line what was typed
   * @return the words; none for a blank line
   * @throws CommandException if a quote is not closed
   */
  static List<Word> of(String line) throws CommandException {
    Words splitter = new Words(line);
    int position = 0;
    while (position < line.length()) {
      position = splitter.take(position);
    }
    splitter.endWord();
    return splitter.words;
  }

  private int take(int position) throws CommandException {
    char character = line.charAt(position);
    if (character == '"' || character == '\'') {
      return takeQuoted(position + 1, character);
    }
    if (Character.isWhitespace(character)) {
      endWord();
    } else {
      startWord();
      text.append(character);
    }
    return position + 1;
  }

  private int takeQuoted(int start, char quote) throws CommandException {
    startWord();
    unquoted = Math.min(unquoted, text.length());
    int position = start;
    while (position < line.length() && line.charAt(position) != quote) {
      if (quote == '"' && isEscape(position)) {
        position++;
      }
      text.append(line.charAt(position));
      position++;
    }
    if (position == line.length()) {
      throw new CommandException(
          "A quote is not closed: end the value with " + quote + ", as in \"two words\".");
    }
    return position + 1;
  }

  private boolean isEscape(int position) {
    return line.charAt(position) == '\\'
        && position + 1 < line.length()
        && (line.charAt(position + 1) == '"' || line.charAt(position + 1) == '\\');
  }

  private void startWord() {
    if (!inWord) {
      inWord = true;
      text.setLength(0);
      unquoted = Integer.MAX_VALUE;
    }
  }

  private void endWord() {
    if (inWord) {
      words.add(new Word(text.toString(), Math.min(unquoted, text.length())));
    }
    inWord = false;
  }
}
