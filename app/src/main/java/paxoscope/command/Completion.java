package paxoscope.command;

import java.util.List;
import java.util.Locale;

/**
 * A line whose word at the cursor can be completed, and how far that has come. Completing goes as
 * in a shell: first what all candidates have in common, then one candidate after the other.
 *
 * @param before what stands left of the word
 * @param word the part of the word left of the cursor, as it was typed or as completed so far
 * @param after what stands right of the cursor
 * @param candidates the words that can stand here and begin so; empty if there is nothing to offer
 * @param chosen the index of the candidate that stands in the line now; -1 for none
 */
public record Completion(
    String before, String word, String after, List<String> candidates, int chosen) {

  private static final int NONE = -1;

  /** Keeps an own copy. */
  public Completion {
    candidates = List.copyOf(candidates);
    if (chosen < NONE || chosen >= candidates.size()) {
      throw new IllegalArgumentException("There is no candidate " + chosen + ".");
    }
  }

  /**
   * Looks at a line that is being typed.
   *
   * @param source knows which words can come next
   * @param line the line
   * @param cursor where the cursor stands, 0 to the length of the line
   * @return what can be completed there, none of it chosen
   */
  public static Completion of(CommandCompletion source, String line, int cursor) {
    String left = line.substring(0, cursor);
    int start = left.length();
    while (start > 0 && !Character.isWhitespace(left.charAt(start - 1))) {
      start--;
    }
    String word = left.substring(start);
    return new Completion(
        left.substring(0, start),
        word,
        line.substring(cursor),
        offers(source, left.substring(0, start), word),
        NONE);
  }

  private static List<String> offers(CommandCompletion source, String before, String word) {
    if (before.isBlank() && word.isEmpty()) {
      // Nothing is being typed yet.
      return List.of();
    }
    try {
      List<String> words = Words.of(before).stream().map(Words.Word::text).toList();
      return source.candidates(words).stream()
          .filter(candidate -> beginsWith(candidate, word))
          .toList();
    } catch (CommandException insideQuotes) {
      // A value is being typed; anything can stand there.
      return List.of();
    }
  }

  private static boolean beginsWith(String text, String beginning) {
    return text.regionMatches(true, 0, beginning, 0, beginning.length());
  }

  /**
   * Goes on completing: a single candidate is taken, of several what they have in common, and if
   * that adds nothing the next candidate.
   *
   * @return the line after that; the same if there is nothing to offer
   */
  public Completion next() {
    if (candidates.isEmpty()) {
      return this;
    }
    if (chosen != NONE || candidates.size() == 1) {
      return choose((chosen + 1) % candidates.size());
    }
    String common = common();
    return common.length() > word.length()
        ? new Completion(before, common, after, candidates, NONE)
        : choose(0);
  }

  /**
   * Goes back to the candidate before the chosen one.
   *
   * @return the line after that; the same if there is nothing to offer
   */
  public Completion previous() {
    if (candidates.isEmpty()) {
      return this;
    }
    return choose(chosen <= 0 ? candidates.size() - 1 : chosen - 1);
  }

  /**
   * Puts a candidate into the line; the others stay within reach.
   *
   * @param index which, from 0
   * @return the line with it
   */
  public Completion choose(int index) {
    return new Completion(before, candidates.get(index), after, candidates, index);
  }

  /**
   * Takes a candidate for good.
   *
   * @param index which, from 0
   * @return the line with it, finished
   */
  public Completion take(int index) {
    String taken = candidates.get(index);
    return new Completion(before, taken, after, List.of(taken), 0);
  }

  private String common() {
    String common = candidates.getFirst();
    for (String candidate : candidates) {
      int length = 0;
      while (length < Math.min(common.length(), candidate.length())
          && lower(common, length).equals(lower(candidate, length))) {
        length++;
      }
      common = common.substring(0, length);
    }
    return common;
  }

  private static String lower(String text, int index) {
    return text.substring(index, index + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a candidate stands in the line already and the next one can replace it.
   *
   * @return true after a candidate was chosen
   */
  public boolean isChosen() {
    return chosen != NONE;
  }

  /**
   * Whether nothing is left to choose: the one candidate is taken, and the next word can begin.
   *
   * @return true if so
   */
  public boolean isFinished() {
    return isChosen() && candidates.size() == 1;
  }

  /**
   * Whether the word has something to offer that is not typed in full already.
   *
   * @return true if candidates are worth showing
   */
  public boolean isWorthShowing() {
    return candidates.size() > 1
        || candidates.size() == 1 && !candidates.getFirst().equalsIgnoreCase(word);
  }

  /**
   * The whole line. A finished word is followed by a space, so that the next can be typed.
   *
   * @return the text
   */
  public String text() {
    return upToCursor() + after;
  }

  /**
   * Where the cursor stands.
   *
   * @return its place in {@link #text()}
   */
  public int cursor() {
    return upToCursor().length();
  }

  private String upToCursor() {
    boolean space = isFinished() && !after.startsWith(" ");
    return before + word + (space ? " " : "");
  }
}
